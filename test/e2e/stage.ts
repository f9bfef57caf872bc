import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { startStandIn, type StandIn, type StandInOptions } from '../../demo/stand-in.js';
import { sharedBrowser } from '../shared-browser.js';
import { storedPart } from '../stored.js';
import { until } from '../until.js';

export { until };

/** A stand-in on ports of its own for the tests of a file or of a part of it. People have browsers' profiles of their own. */
export class Stage {
  standIn!: StandIn;
  browser!: Browser;
  private readonly contexts: BrowserContext[] = [];

  /**
   * Starts the stand-in before the tests and ends it after, with all that people have open. The package of `npm test` is
   * served, if there is one.
   * @param args what the browser is started with beside what every browser here is
   */
  constructor(options: StandInOptions = {}, args: string[] = []) {
    before(async () => {
      const file = process.env.OFFICE_ONLINE_PACKAGE;
      this.standIn = await startStandIn({ autoSaveFactor: 60, package: file, ...options });
      this.browser = await sharedBrowser(args);
    });
    after(async () => {
      await Promise.all(this.contexts.map((context) => context.close()));
      await this.standIn?.stop();
    });
  }

  /** Somebody at a browser of their own, signed in. @param locale the browser's language */
  async person(name: string, locale?: string): Promise<Person> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, locale });
    this.contexts.push(context);
    context.setDefaultTimeout(20_000);
    const origin = new URL(this.standIn.url).origin;
    await context.request.post(`${origin}/nuxeo/startup`, {
      form: { user_name: name, user_password: name },
      headers: { origin },
    });
    return new Person(name, await context.newPage(), context, this.standIn);
  }

  /** Takes all that tests switched on away again. */
  reset(): void {
    const { nuxeo, office, config, conf } = this.standIn;
    for (const switches of [nuxeo.faults, nuxeo.checkFileInfo, office.faults, config, conf]) {
      for (const name of Object.keys(switches)) Reflect.deleteProperty(switches, name);
    }
  }

  /** A part of a file as Nuxeo has it stored now. */
  stored(id: string, xpath: string, part: string): Promise<string> {
    return storedPart(this.standIn, id, xpath, part);
  }
}

/** What a person does and sees, in their words. */
export class Person {
  /** What the browser's console told as an error, and what scripts threw. */
  readonly complaints: string[] = [];

  constructor(
    readonly name: string,
    public page: Page,
    readonly context: BrowserContext,
    readonly standIn: StandIn,
  ) {
    this.listenTo(page);
    context.on('page', (opened) => this.listenTo(opened));
  }

  /** The same person at another tab of the same browser: a new one, or one that a click opens. */
  async opensTab(click?: () => Promise<void>): Promise<Person> {
    const opened = this.context.waitForEvent('page');
    await (click ? click() : this.context.newPage());
    return new Person(this.name, await opened, this.context, this.standIn);
  }

  private listenTo(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  async opensDocument(id: string): Promise<void> {
    await this.goes(`/doc/${id}`);
    await this.page.locator('nuxeo-document-blob').first().waitFor();
  }

  /** Types an address into the address bar: everything is loaded anew. */
  async goes(path: string): Promise<void> {
    if (this.page.url() !== 'about:blank') await this.page.goto('about:blank');
    await this.page.goto(`${this.standIn.url}#!${path}`);
  }

  /** The action with that label at a file; the main file if no other is named. */
  action(label: string, file = 0): Locator {
    return this.row(file).getByRole('link', { name: label, exact: true });
  }

  /** The row of a file: 0 the main file, then the attachments. */
  row(file = 0): Locator {
    return this.page.locator('nuxeo-document-blob').nth(file);
  }

  /** The labels of all that the addon offers at a file, the overflow too. */
  async offers(file = 0): Promise<string[]> {
    const actions = this.row(file).locator('nuxeo-office-online-action');
    await actions.first().waitFor({ state: 'attached' });
    // What is behind a door is fetched after it, and draws there even where it offers nothing.
    await until(() =>
      actions.evaluateAll((all) => all.every(({ shadowRoot }) => shadowRoot?.hasChildNodes())),
    );
    return actions
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
  }

  /** The editor over the page: header, frame and notices. */
  get editor(): Locator {
    return this.page.locator('nuxeo-office-online-editor');
  }

  /** What the editor itself shows. */
  get frame(): FrameLocator {
    return this.page.frameLocator('nuxeo-office-online-editor > iframe:not([hidden])');
  }

  /** Waits until the editor is there. */
  async seesEditor(): Promise<void> {
    await this.sees(/^Opened in/);
  }

  /** Waits until the header says so of the session. */
  async sees(state: string | RegExp): Promise<void> {
    await this.editor.getByRole('status').filter({ hasText: state }).waitFor();
  }

  /** Types into a cell of the workbook that is open, and waits until the editor's server has it. */
  async fillsCell(address: string, value: string): Promise<void> {
    await this.frame.getByLabel(address, { exact: true }).fill(value);
    await this.page.keyboard.press('Enter');
    await this.frame.locator('body[data-kept=true]').waitFor();
  }

  /** Says no whenever the browser asks. @returns what it has asked, by kind: `beforeunload` */
  refusesToLeave(): string[] {
    const asked: string[] = [];
    this.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    return asked;
  }

  async closes(): Promise<void> {
    await this.editor.getByRole('button', { name: 'Close' }).click();
    await this.editor.waitFor({ state: 'detached' });
  }

  /** Waits until Web UI shows the document's main file as Nuxeo has it stored. */
  async seesStored(id: string): Promise<void> {
    const { repository } = this.standIn.nuxeo;
    await until(async () => {
      const shown = await this.page.evaluate(() => {
        interface Shown {
          properties: { 'file:content': { digest: string } };
        }
        const { Nuxeo } = window as unknown as { Nuxeo: { UI: { app: { currentDocument: Shown } } } };
        return Nuxeo.UI.app.currentDocument.properties['file:content'].digest;
      });
      return shown === repository.blobAt(repository.get(id), 'file:content')?.digest;
    });
  }

  /** The notice over the editor's top: what there is to know of the token. */
  get banner(): Locator {
    return this.editor.locator('[part=banner]');
  }

  /** What the notice in the editor's place or over its top says first. */
  async seesNotice(): Promise<string> {
    return (
      (await this.editor.locator('[part=notice], [part=banner]').locator('p').first().textContent()) ?? ''
    );
  }

  /** Fills in the server's sign-in page. */
  async signsIn(): Promise<void> {
    await this.page.locator('input[name=user_name]').fill(this.name);
    await this.page.locator('input[name=user_password]').fill(this.name);
    await this.page.keyboard.press('Enter');
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
