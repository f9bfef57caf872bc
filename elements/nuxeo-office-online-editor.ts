import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { createFrame } from '../src/editor-form.js';
import { failureOf } from '../src/failure.js';
import type { Handover } from '../src/handover.js';
import { setTitle, settings, translate } from '../src/nuxeo.js';
import { findFile, launch, type OpenFile } from '../src/open.js';
import type { Route } from '../src/route.js';
import { Session, type SessionState } from '../src/session.js';
import { editorStyles } from './editor-styles.js';
import { failureTemplate, type Remedy } from './failure-notice.js';
import { closeIcon, fullScreenIcon, newTabIcon } from './header-icons.js';
import { appIcon, appIconStyles } from './icons.js';

export { EditorHost } from './editor-host.js';
export { openInWindow } from './editor-window.js';

let frames = 0;

/**
 * One editor over Web UI: the frame, the header above it and what there is to tell. Made anew for every session and
 * removed at its end. The frame is its light child, so that the form finds it by its name.
 *
 * @summary Frame, hidden form, header, notices.
 * @event close - the person wants to leave; whoever made the element takes it away
 * @event office-online-opened - the editor is there; detail `{documentId, xpath, action}`
 * @event office-online-closed - the session is over; detail `{documentId, xpath, action}`
 * @event office-online-failed - the session failed; detail `{documentId, xpath, action, reason}`
 * @csspart header - the bar above the frame
 * @csspart notice - what is shown in the frame's place
 * @cssproperty --nuxeo-office-online-z-index - where it lies; above Web UI's chrome, below its toasts and dialogs
 */
export class NuxeoOfficeOnlineEditor extends LitElement {
  static override properties = {
    route: { attribute: false },
    handover: { attribute: false },
    file: { state: true },
    session: { state: true },
    isAsking: { state: true },
    isFullScreen: { state: true },
  };

  static override styles = [appIconStyles, editorStyles];

  /** What to open. */
  route!: Route;

  /** What the click that led here knew already. */
  handover?: Handover;

  private file?: OpenFile;
  private session: SessionState = { phase: 'requesting' };
  private isAsking = false;
  private isFullScreen = false;

  #current?: Session;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.#handleFullScreen);
    document.addEventListener('i18n-locale-loaded', this.#handleLocale);
    window.addEventListener('pagehide', this.#handlePageHide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.#handleFullScreen);
    document.removeEventListener('i18n-locale-loaded', this.#handleLocale);
    window.removeEventListener('pagehide', this.#handlePageHide);
    this.#current?.close();
  }

  protected override firstUpdated(): void {
    this.#header?.focus();
    if (this.handover?.failure) this.#fail(this.handover.failure);
    else void this.#open();
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    if (this.isConnected) setTitle(this.file?.fileName ?? translate('app.title.office-online'));
  }

  get #header(): HTMLElement | null {
    return this.renderRoot.querySelector('header');
  }

  /** Finds the file, asks where something has to be asked, and starts. */
  async #open(): Promise<void> {
    this.session = { phase: 'requesting' };
    try {
      this.file = await findFile(this.route, this.handover?.document);
    } catch (error) {
      const { reason, detail } = failureOf(error);
      if (this.isConnected) this.#fail(reason, detail);
      return;
    }
    if (!this.isConnected) return;
    if (this.file.offer.intent === 'convert') this.isAsking = true;
    else this.#start(this.file);
  }

  #start({ offer, fileName }: OpenFile): void {
    const { trustedOrigins, loadTimeout } = settings();
    this.#current = new Session({
      launch: (signal) => launch(offer, signal),
      mount: () => this.#mountFrame(translate('officeOnline.frame', fileName, offer.product)),
      trustedOrigins,
      loadTimeout,
      onState: (session) => this.#handleSession(session),
    });
    void this.#current.start();
  }

  #mountFrame(title: string): HTMLIFrameElement {
    const frame = createFrame(`nuxeo-office-online-${++frames}`, title);
    this.append(frame);
    return frame;
  }

  #fail(reason: (SessionState & { phase: 'failed' })['reason'], detail = ''): void {
    this.#handleSession({ phase: 'failed', reason, detail });
  }

  #handleSession(session: SessionState): void {
    this.session = session;
    if (session.phase === 'ready') {
      this.#tell('opened');
      if (document.activeElement === this) this.querySelector('iframe')?.focus();
    } else if (session.phase === 'closed') this.#tell('closed');
    else if (session.phase === 'failed') this.#tell('failed', { reason: session.reason });
  }

  #tell(what: 'opened' | 'closed' | 'failed', more: Record<string, string> = {}): void {
    const { documentId, xpath, action } = this.route;
    this.dispatchEvent(
      new CustomEvent(`office-online-${what}`, { detail: { documentId, xpath, action, ...more } }),
    );
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  readonly #handleLocale = () => this.requestUpdate();

  readonly #handlePageHide = () => this.#current?.close();

  readonly #handleFullScreen = () => {
    this.isFullScreen = document.fullscreenElement === this;
  };

  #handleFullScreenClick(): void {
    void (this.isFullScreen ? document.exitFullscreen() : this.requestFullscreen());
  }

  #handleHeaderKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.isFullScreen) this.#close();
  }

  /** The other tab takes over: two editors of one person in one file only get in each other's way. */
  #handleNewTab(event: MouseEvent): void {
    if (event.button === 0) setTimeout(() => this.#close());
  }

  #handleConvert(): void {
    this.isAsking = false;
    if (this.file) this.#start(this.file);
  }

  #handleCancel(): void {
    if (this.isAsking) this.#close();
  }

  #handleRemedy(remedy: Remedy): void {
    if (remedy === 'back') this.#close();
    else if (remedy === 'sign-in') location.reload();
    else {
      this.handover = undefined;
      void this.#open();
    }
  }

  /** What lies behind can't be seen: the focus goes round between header and frame. */
  #handleFocusOut(toHeader: boolean): void {
    const frame = this.querySelector('iframe');
    if (toHeader || !frame) this.#header?.focus();
    else frame.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <div tabindex="0" @focus=${() => this.#handleFocusOut(false)}></div>
      ${this.#renderHeader()}
      <main>${this.#renderNotice()}<slot></slot></main>
      <div tabindex="0" @focus=${() => this.#handleFocusOut(true)}></div>
      ${this.isAsking ? this.#renderQuestion() : nothing}
    `;
  }

  #renderHeader(): TemplateResult {
    const { file } = this;
    const fullScreen = translate('officeOnline.fullScreen');
    const newTab = translate('officeOnline.newTab');
    const close = translate('officeOnline.close');
    return html`<header part="header" tabindex="-1" @keydown=${this.#handleHeaderKey}>
      ${appIcon(file?.offer.app ?? 'office')}
      <h1><bdi>${file?.fileName ?? ''}</bdi></h1>
      <p class="title"><bdi>${file?.documentTitle ?? ''}</bdi></p>
      <p class="state" role="status">${this.#stateText}</p>
      ${
        document.fullscreenEnabled
          ? html`<button
              title=${fullScreen}
              aria-label=${fullScreen}
              aria-pressed=${this.isFullScreen}
              @click=${this.#handleFullScreenClick}
            >
              ${fullScreenIcon}
            </button>`
          : nothing
      }
      <a
        href=${location.href}
        target="_blank"
        title=${newTab}
        aria-label=${newTab}
        @click=${this.#handleNewTab}
        >${newTabIcon}</a
      >
      <button title=${close} aria-label=${close} @click=${this.#close}>${closeIcon}</button>
    </header>`;
  }

  get #stateText(): string {
    const product = this.file?.offer.product ?? '';
    const { phase } = this.session;
    switch (phase) {
      case 'requesting':
      case 'modified':
        return this.isAsking ? '' : translate(`officeOnline.state.${phase}`);
      case 'posting':
      case 'loading':
        return translate('officeOnline.state.loading', product);
      case 'ready':
        return translate('officeOnline.state.ready', product);
      default:
        return '';
    }
  }

  #renderNotice(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session.phase === 'failed') {
      return failureTemplate(session.reason, session.detail, (remedy) => this.#handleRemedy(remedy));
    }
    const isWaiting = !this.isAsking && ['requesting', 'posting', 'loading'].includes(session.phase);
    return isWaiting ? html`<div part="notice" class="notice"><div class="spinner"></div></div>` : nothing;
  }

  #renderQuestion(): TemplateResult {
    const { fileName = '', offer } = this.file ?? {};
    return html`<dialog aria-labelledby="question" aria-describedby="answer" @close=${this.#handleCancel}>
      <h2 id="question">${translate('officeOnline.convert.title', fileName)}</h2>
      <p id="answer">${translate('officeOnline.convert.text', offer?.product ?? '')}</p>
      <form method="dialog">
        <button>${translate('officeOnline.cancel')}</button>
        <button class="primary" type="button" @click=${this.#handleConvert}>
          ${translate('officeOnline.convert.confirm')}
        </button>
      </form>
    </dialog>`;
  }
}

customElements.define('nuxeo-office-online-editor', NuxeoOfficeOnlineEditor);

declare global {
  interface HTMLElementTagNameMap {
    'nuxeo-office-online-editor': NuxeoOfficeOnlineEditor;
  }
}
