import { html, nothing, render } from 'lit/html.js';
import type { PanelName } from '../../src/session/destination.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { translate, type MessageKey } from '../../src/web-ui/i18n.js';
import { tellLanguage } from '../../src/web-ui/text-language.js';
import { icon } from '../common/icon.js';
import type { NuxeoOfficeOnlineEditor } from '../editor/nuxeo-office-online-editor.js';
import { permissionsView } from './permissions.js';
import { BESIDE_STYLES, PANEL_STYLES } from './styles.js';
import { VersionList } from './version-list.js';

const TITLES: Record<PanelName, MessageKey> = {
  permissions: 'officeOnline.panel.share',
  history: 'officeOnline.panel.versions',
};

const styles = new CSSStyleSheet();
styles.replaceSync(PANEL_STYLES);
const besideStyles = new CSSStyleSheet();
besideStyles.replaceSync(BESIDE_STYLES);

const DIALOGS = 'nuxeo-dialog, paper-dialog';

const closeIcon = icon('M6 6l12 12M18 6L6 18');

const panels = new WeakMap<OpenFile, Panel>();

/**
 * Shows a panel beside the editor, in the place of another one.
 * @throws Error where Web UI has no elements for it
 */
export async function showPanel(
  openFile: OpenFile,
  editor: NuxeoOfficeOnlineEditor,
  name: PanelName,
): Promise<void> {
  let panel = panels.get(openFile);
  if (!panel) panels.set(openFile, (panel = new Panel(openFile, editor)));
  await panel.show(name);
}

/**
 * What stands beside the editor, whose session goes on: as wide as the page on a phone, and a dialog over the editors that
 * want nothing else above them.
 */
class Panel {
  readonly #host = document.createElement('div');
  readonly #versions: VersionList;
  #name?: PanelName;
  #permissions?: unknown;
  #returnTo?: HTMLElement;

  constructor(
    private readonly openFile: OpenFile,
    private readonly editor: NuxeoOfficeOnlineEditor,
  ) {
    editor.shadowRoot!.querySelector('.panel')?.remove();
    this.#host.className = 'panel';
    this.#host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles];
    this.#host.addEventListener('keydown', (event) => this.#handleKey(event));
    this.#host.addEventListener('focusin', () => openFile.send('Blur_Focus'));
    const sheets = editor.shadowRoot!.adoptedStyleSheets;
    if (!sheets.includes(besideStyles)) sheets.push(besideStyles);
    this.#versions = new VersionList(openFile, editor, () => this.#render());
    openFile.subscribe(({ type }) => {
      if (type === 'ended' || type === 'closed' || type === 'failed') this.#close();
    });
  }

  get #isDialog(): boolean {
    return this.openFile.session?.client.wantsDialogs === true;
  }

  get #frame(): HTMLIFrameElement | null {
    return this.editor.querySelector('iframe:not([hidden])');
  }

  /** Keeps everybody from header and frame, whose keys and pointer belong to a dialog then. */
  #setAside(inert: boolean): void {
    for (const part of [this.editor.shadowRoot!.querySelector('header'), this.#frame])
      if (part) part.inert = inert;
  }

  async show(name: PanelName): Promise<void> {
    const { documentId } = this.openFile.route;
    // A late answer draws the panel anew: what Web UI's own element shows must not go with it.
    if (name === 'permissions') this.#permissions = permissionsView(documentId);
    if (!this.#name) this.#returnTo = focused();
    this.#name = name;
    // Beside the header and the frame, and below what Web UI's own dialogs and lists open over it.
    if (!this.#host.isConnected) this.editor.shadowRoot!.append(this.#host);
    this.editor.dataset.panel = this.#isDialog ? 'dialog' : 'beside';
    this.#setAside(this.#isDialog);
    this.#render();
    this.#host.shadowRoot!.querySelector<HTMLElement>('aside')?.focus();
    if (name === 'history') await this.#versions.load();
  }

  #close(): void {
    if (!this.#name) return;
    this.#name = undefined;
    this.#setAside(false);
    delete this.editor.dataset.panel;
    this.#host.remove();
    (this.#returnTo?.isConnected ? this.#returnTo : this.#frame)?.focus();
  }

  /** A dialog of Web UI's own in the panel comes first. */
  #handleKey(event: KeyboardEvent): void {
    const inDialog = event.composedPath().some((part) => part instanceof Element && part.matches(DIALOGS));
    if (event.key !== 'Escape' || inDialog) return;
    this.#close();
  }

  #render(): void {
    if (!this.#name) return;
    tellLanguage(this.#host);
    const title = translate(TITLES[this.#name]);
    render(
      html`<aside
        tabindex="-1"
        role=${this.#isDialog ? 'dialog' : 'complementary'}
        aria-modal=${this.#isDialog || nothing}
        aria-labelledby="title"
      >
        <div class="top">
          <h2 id="title">${title}</h2>
          <button class="icon" title=${translate('officeOnline.close')} @click=${() => this.#close()}>
            ${closeIcon}
          </button>
        </div>
        ${this.#name === 'permissions' ? this.#permissions : this.#versions.view()}
      </aside>`,
      this.#host.shadowRoot!,
    );
  }
}

/** What has the focus, in whichever shadow tree. */
function focused(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}
