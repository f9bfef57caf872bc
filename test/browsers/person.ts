import type { StandIn } from '../../demo/stand-in.js';
import { find } from './find.js';
import { WebDriverError, type ElementReference, type WebDriver } from './webdriver.js';

/** How long something may take until it can be seen, in ms. */
const PATIENCE = 20_000;

/** What is in the editor's page, and in the page that the editor lies over. */
type Place = 'editor' | 'page';

/** Somebody at a browser: what they do and see, in their words. */
export class Person {
  constructor(
    readonly name: string,
    readonly driver: WebDriver,
    private readonly standIn: StandIn,
  ) {}

  /** Types an address of Web UI into the address bar. @param language Web UI's, the browser's if none is named */
  async goes(path: string, language?: string): Promise<void> {
    await this.driver.navigate(`${this.standIn.url}${language ? `?lang=${language}` : ''}#!${path}`);
  }

  async opensDocument(id: string, language?: string): Promise<void> {
    await this.goes(`/doc/${id}`, language);
    await this.seesDocument();
  }

  async seesDocument(): Promise<void> {
    await this.finds('nuxeo-document-blob');
  }

  /** Fills in the server's sign-in page. */
  async signsIn(): Promise<void> {
    for (const field of ['user_name', 'user_password']) {
      await this.clicks(`input[name=${field}]`);
      await this.driver.type(this.name);
    }
    await this.driver.press('Enter');
  }

  /** What the header says of the session, as soon as it says so. */
  async sees(state: string): Promise<void> {
    await this.finds('[role=status]', state);
  }

  async seesEditor(): Promise<void> {
    await this.sees('Opened in…');
  }

  /** Types at the end of the Word file that is open, and waits until the editor has saved it. */
  async typesIntoWord(text: string): Promise<void> {
    await this.finds('[role=status]', 'Ready', 'editor');
    await this.clicks('.layout-page-content', '…', 'editor');
    await this.driver.press('Control', 'End');
    await this.driver.type(text);
    await this.finds('[role=status]', 'Saved…', 'editor');
  }

  /** Types into a cell of the workbook that is open, and waits until the editor’s server has it. */
  async fillsCell(address: string, value: string): Promise<void> {
    await this.clicks('input', address, 'editor');
    await this.driver.press('Control', 'a');
    await this.driver.type(value);
    await this.driver.press('Enter');
    await this.finds('body[data-kept=true]', '…', 'editor');
  }

  async closes(): Promise<void> {
    await this.clicks('button', 'Close');
    await this.seesNoEditor();
  }

  async seesNoEditor(): Promise<void> {
    await this.until('sees no editor', () => !document.querySelector('nuxeo-office-online-editor'));
  }

  async seesFocusAt(name: string): Promise<void> {
    await this.until(`has the focus at ${name}`, hasFocus, name);
  }

  /** “Back”, to where Web UI goes without loading its page anew. */
  async goesBack(): Promise<void> {
    await this.driver.evaluate(() => {
      const mark = () => Object.assign(window, { isBack: true });
      Object.assign(window, { isBack: false });
      window.addEventListener('popstate', mark, { once: true });
    });
    await this.driver.goBack();
    await this.until('goes back', () => (window as { isBack?: boolean }).isBack);
  }

  /** Presses Tab, and nothing else, until it has led to something. @param modifier Shift: the other way round */
  async tabsTo(name: string, ...modifier: 'Shift'[]): Promise<void> {
    for (let stops = 0; stops < 100; stops += 1) {
      await this.driver.press(...modifier, 'Tab');
      if (await this.driver.evaluate(hasFocus, name)) return;
    }
    throw new Error(`Tab never led ${this.name} to ${name}`);
  }

  async boxOf(selector: string, name: string): Promise<{ left: number; right: number }> {
    const element = await this.finds(selector, name);
    return this.driver.evaluate((found) => {
      const { left, right } = (found as unknown as Element).getBoundingClientRect();
      return { left, right };
    }, element);
  }

  /** Does something that opens a tab, and goes on in that one. */
  async goesToTabOf(act: () => Promise<unknown>): Promise<void> {
    const before = await this.driver.windows();
    await act();
    await this.#eventually('sees another tab', 'page', async () => {
      const opened = (await this.driver.windows()).find((handle) => !before.includes(handle));
      if (opened) await this.driver.switchTo(opened);
      return opened;
    });
  }

  /** What there is by that selector and name, as soon as it can be seen. */
  finds(selector: string, name = '…', place: Place = 'page'): Promise<ElementReference> {
    return this.#eventually(`sees ${selector} ${name}`, place, () => this.#first(selector, name));
  }

  async clicks(selector: string, name = '…', place: Place = 'page'): Promise<void> {
    await this.#eventually(`clicks ${selector} ${name}`, place, async () => {
      const element = await this.#first(selector, name);
      if (element) await this.driver.click(element);
      return element;
    });
  }

  async #first(selector: string, name: string): Promise<ElementReference | undefined> {
    // From a page that is just being left Firefox answers nothing.
    const found = (await this.driver.evaluate(find, selector, name)) as unknown as ElementReference[] | null;
    return found?.[0];
  }

  /** Waits until something holds in a page, and tells what it is then. */
  until<Result, Args extends unknown[]>(
    what: string,
    look: (...args: Args) => Result,
    ...args: Args
  ): Promise<NonNullable<Awaited<Result>>> {
    return this.#eventually(what, 'page', () => this.driver.evaluate(look, ...args));
  }

  /** Tries again until there is something: while a page is just changing, elements come and go. */
  async #eventually<Result>(
    what: string,
    place: Place,
    look: () => Promise<Result>,
  ): Promise<NonNullable<Result>> {
    const deadline = Date.now() + PATIENCE;
    let hindrance = 'it is not there';
    while (Date.now() < deadline) {
      try {
        const result = place === 'editor' ? await this.#inEditor(look) : await look();
        if (result) return result;
      } catch (error) {
        if (!(error instanceof WebDriverError)) throw error;
        hindrance = error.message;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${this.name} never ${what}: ${hindrance}`);
  }

  async #inEditor<Result>(act: () => Promise<Result>): Promise<Result> {
    const frame = await this.#first('nuxeo-office-online-editor > iframe', '…');
    if (!frame) throw new WebDriverError('no such frame', 'there is no editor');
    await this.driver.enter(frame);
    try {
      return await act();
    } finally {
      await this.driver.enter(null);
    }
  }
}

/** Whether what is called so has the focus, in shadow roots too. It runs in the page. */
function hasFocus(name: string): boolean {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return (element?.getAttribute('aria-label') ?? element?.getAttribute('title')) === name;
}
