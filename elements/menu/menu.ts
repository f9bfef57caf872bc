import { html, render, svg } from 'lit/html.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { translate } from '../../src/web-ui/i18n.js';
import { tellLanguage } from '../../src/web-ui/text-language.js';
import { icon } from '../common/icon.js';
import { copyLink, download, makeVersion } from './acts.js';
import type { PanelName } from '../../src/session/destination.js';
import { MENU_STYLES } from './styles.js';

export { makeVersion };

interface Item {
  label: string;
  act: () => Promise<void> | void;
  /** Whether it has a place in the header itself where there is room. */
  isPhone?: boolean;
}

const styles = new CSSStyleSheet();
styles.replaceSync(MENU_STYLES);

const moreIcon = icon(
  svg`<g fill="currentColor"><circle cx="12" cy="5" r="1"></circle><circle cx="12" cy="12" r="1"></circle><circle cx="12" cy="19" r="1"></circle></g>`,
);

/** What stands in the header itself where there is room: the header's own buttons know how. */
const HEADER_BUTTONS = { newTab: 'header a', fullScreen: 'header [aria-pressed]' };

/** What else can be done with the file that is open: a menu button in the editor's header. */
export class Menu {
  readonly #host = document.createElement('div');
  #isShown = false;
  #isBusy = false;

  /**
   * @param editor whose header has a place for it
   * @param showPanel shows something beside the editor
   */
  constructor(
    private readonly editor: HTMLElement,
    private readonly openFile: OpenFile,
    private readonly showPanel: (name: PanelName) => Promise<void>,
  ) {
    // An editor that comes back from the back/forward cache still has the one of the session before.
    editor.querySelector('.menu')?.remove();
    this.#host.slot = 'more';
    this.#host.className = 'menu';
    this.#host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles];
    this.#host.addEventListener('keydown', (event) => this.#handleKey(event));
    // Safari gives a button that is pressed no focus: as long as the pointer is on the menu, it stays.
    this.#host.addEventListener('focusout', () => this.#host.matches(':hover') || this.#show(false));
    editor.append(this.#host);
    this.#render();
    openFile.subscribe(() => this.#render());
  }

  get #items(): Item[] {
    const { openFile } = this;
    const mayWrite = openFile.saved !== undefined && !openFile.isReading;
    return [
      ...this.#itemFor(HEADER_BUTTONS.newTab),
      ...this.#itemFor(HEADER_BUTTONS.fullScreen),
      { label: translate('officeOnline.menu.copy'), act: () => copyLink(openFile) },
      { label: translate('officeOnline.menu.download'), act: () => download(openFile) },
      { label: translate('officeOnline.menu.pdf'), act: () => download(openFile, true) },
      ...(mayWrite
        ? [{ label: translate('officeOnline.menu.version'), act: () => makeVersion(openFile) }]
        : []),
      { label: translate('officeOnline.panel.share'), act: () => this.showPanel('permissions') },
      { label: translate('officeOnline.panel.versions'), act: () => this.showPanel('history') },
    ];
  }

  /** An item for one of the header's buttons, which on a phone is there and not seen; some browsers lack full screen. */
  #itemFor(selector: string): Item[] {
    const button = this.editor.shadowRoot?.querySelector<HTMLElement>(selector);
    return button ? [{ label: button.title, act: () => button.click(), isPhone: true }] : [];
  }

  /** Those that can be seen: on a wide screen, some are in the header instead. */
  get #buttons(): HTMLElement[] {
    const all = this.#host.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]');
    return [...all].filter((button) => button.getClientRects().length);
  }

  get #opener(): HTMLElement {
    return this.#host.shadowRoot!.querySelector('button')!;
  }

  #show(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#render();
  }

  #open(at: number): void {
    this.#show(true);
    this.#buttons.at(at)?.focus();
  }

  /** The keys of a menu button, and of a menu (WAI-ARIA Authoring Practices). */
  #handleKey(event: KeyboardEvent): void {
    const { key } = event;
    if (!this.#isShown) {
      if (key === 'ArrowDown' || key === 'ArrowUp') this.#open(key === 'ArrowDown' ? 0 : -1);
      else return;
    } else if (key === 'Escape') {
      // In the header, Escape closes the editor.
      event.stopPropagation();
      this.#opener.focus();
      this.#show(false);
    } else if (key === 'Tab') return this.#show(false);
    else if (!this.#move(key)) return;
    event.preventDefault();
  }

  #move(key: string): boolean {
    const buttons = this.#buttons;
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next: Record<string, HTMLElement | undefined> = {
      ArrowDown: buttons[(at + 1) % buttons.length],
      ArrowUp: buttons.at(at < 0 ? -1 : at - 1),
      Home: buttons[0],
      End: buttons.at(-1),
    };
    const isLetter = [...key].length === 1 && key !== ' ';
    const beginning = (button: HTMLElement) =>
      button.innerText.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
    const target = next[key] ?? (isLetter && [...buttons.slice(at + 1), ...buttons].find(beginning));
    if (target) target.focus();
    return Boolean(target);
  }

  async #act({ act }: Item): Promise<void> {
    this.#opener.focus();
    this.#show(false);
    this.#isBusy = true;
    this.#render();
    await act();
    this.#isBusy = false;
    this.#render();
  }

  #render(): void {
    tellLanguage(this.#host);
    render(
      html`<button
          class="opener"
          title=${translate('officeOnline.menu')}
          aria-haspopup="menu"
          aria-expanded=${this.#isShown}
          aria-busy=${this.#isBusy}
          @click=${() => (this.#isShown ? this.#show(false) : this.#isBusy || this.#open(0))}
        >
          ${moreIcon}
        </button>
        <ul role="menu" aria-label=${translate('officeOnline.menu')} ?hidden=${!this.#isShown}>
          ${this.#items.map(
            (item) =>
              html`<li role="none" class=${item.isPhone ? 'phone' : ''}>
                <button role="menuitem" tabindex="-1" @click=${() => void this.#act(item)}>
                  ${item.label}
                </button>
              </li>`,
          )}
        </ul>`,
      this.#host.shadowRoot!,
    );
  }
}
