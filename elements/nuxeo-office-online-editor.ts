import { html, LitElement, type TemplateResult } from 'lit';
import { setTitle } from '../src/app.js';
import { patienceFor } from '../src/auto-save.js';
import { Editing } from '../src/editing.js';
import { createFrame } from '../src/editor-form.js';
import { Failure, failureOf } from '../src/failure.js';
import type { Handover } from '../src/handover.js';
import { holdFile, type Hold } from '../src/hold.js';
import type { ClientEvent } from '../src/messages.js';
import { translate } from '../src/nuxeo.js';
import { tellLanguage } from '../src/text-language.js';
import type { Outcome } from '../src/follow-save.js';
import { findFile, renamed, type OpenFile } from '../src/open.js';
import { fileOf } from '../src/read-route.js';
import type { Route } from '../src/route.js';
import type { SessionState } from '../src/session.js';
import type { convertQuestion } from './convert-question.js';
import { DESTINATIONS, type Destination } from './destinations.js';
import { headerTemplate } from './editor-header.js';
import { editorNotice } from './editor-notice.js';
import { editorStyles } from './editor-styles.js';
import type { Remedy } from './failure-notice.js';
import { appIconStyles } from './icons.js';
import { stateText } from './state-text.js';

export { EditorHost } from './editor-host.js';
export { openInWindow } from './open-in-window.js';

/**
 * One editor over Web UI: the frame, the header above it and what there is to tell. Made anew for every session and
 * removed at its end. The frame is its light child, so that the form finds it by its name.
 *
 * @summary Frame, hidden form, header, notices.
 * @event {CustomEvent<Destination>} leave - the person wants to go somewhere else: detail `back`, `elsewhere`, `edit`,
 *   `permissions` or `history`; whoever made the element sees to it
 * @csspart header - the bar above the frame
 * @csspart notice - what is shown in the frame's place
 * @csspart banner - what is shown over the frame's top
 * @cssproperty [--nuxeo-office-online-z-index=102] - where it lies: the frame here, the header 900 above
 * @cssproperty --nuxeo-app-top - height that Web UI keeps above
 * @cssproperty --nuxeo-app-bottom - height that Web UI keeps below
 * @cssproperty --nuxeo-app-font - font of header, notices and questions
 * @cssproperty --nuxeo-app-header - colour of the header's text
 * @cssproperty --nuxeo-app-header-background - colour of the header
 * @cssproperty --nuxeo-page-background - colour behind the frame
 * @cssproperty --nuxeo-text-default - colour of text
 * @cssproperty --nuxeo-box - colour of what is shown over the frame: banner and question
 * @cssproperty --nuxeo-border - colour of lines
 * @cssproperty --nuxeo-warn-text - colour of the banner's line
 * @cssproperty --nuxeo-primary-color - colour of focus, hover and progress
 * @cssproperty --nuxeo-button-primary - colour of the recommended button, and of the others' line
 * @cssproperty --nuxeo-button-primary-text - colour of the text on the recommended button
 */
export class NuxeoOfficeOnlineEditor extends LitElement {
  static override properties = {
    route: { attribute: false },
    handover: { attribute: false },
    file: { attribute: false },
    failure: { state: true },
    question: { state: true },
    isElsewhere: { state: true },
  };

  static override styles = [appIconStyles, editorStyles];

  /** What to open. */
  route!: Route;

  /** Where the session's events are told from: inside Web UI, unlike the editor that lies over it. */
  page!: HTMLElement;

  /** What the click that led here knew already. */
  handover?: Handover;

  /** The file, as soon as it is known. */
  file?: OpenFile;

  /** What went wrong before there was a session. */
  private failure?: Failure;
  /** What is asked before a conversion, while it is asked. */
  private question?: typeof convertQuestion;
  private isElsewhere = false;

  #editing?: Editing;
  #hold?: Hold;
  #gone?: AbortController;
  #wasOpen = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#gone = new AbortController());
    const update = () => this.requestUpdate();
    for (const type of ['i18n-locale-loaded', 'fullscreenchange'])
      document.addEventListener(type, update, { signal });
    for (const type of ['online', 'offline']) window.addEventListener(type, update, { signal });
    // Web UI's own notice of it leads away from what is being edited.
    document.addEventListener('unauthorized-request', () => void this.#editing?.checkSession(), { signal });
    window.addEventListener('focus', () => this.#editing?.lookForSession(), { signal });
    window.addEventListener('pagehide', () => this.#editing?.end(), { signal });
    window.addEventListener('beforeunload', (event) => this.#handleBeforeUnload(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone?.abort();
    this.#editing?.end();
    this.#hold?.release();
  }

  /** What is to be known of the session, for following what it saves; `undefined` for a view or when nothing opened. */
  get outcome(): Outcome | undefined {
    if (!this.file || !this.#wasOpen || this.file.offer.intent === 'view') return undefined;
    const { repository, documentId, xpath } = this.route;
    const { fileName, digest, offer } = this.file;
    return {
      route: { repository, documentId, xpath },
      fileName,
      digest,
      patience: patienceFor(offer.app),
      everModified: this.#editing?.everModified,
    };
  }

  protected override firstUpdated(): void {
    this.#header?.focus();
    if (this.handover?.failure) this.#fail(new Failure(this.handover.failure));
    else void this.#open(this.handover?.document);
  }

  protected override updated(): void {
    tellLanguage(this);
    this.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
    if (this.isConnected) setTitle(this.file?.fileName ?? translate('app.title.office-online'));
  }

  get #header() {
    return this.renderRoot.querySelector('header');
  }

  get #frame() {
    return this.querySelector('iframe');
  }

  get #state(): SessionState {
    const { failure } = this;
    if (failure) return { phase: 'failed', reason: failure.reason, detail: failure.detail };
    return this.#editing?.state ?? { phase: 'requesting' };
  }

  /** Finds the file, in the document if that is known, and goes on with it unless another tab has it open. */
  async #open(document?: unknown): Promise<void> {
    this.failure = undefined;
    this.#editing = undefined;
    try {
      const file = await findFile(this.route, document);
      this.#hold ??= await holdFile(fileOf(this.route));
      if (!this.isConnected) return this.#hold.release();
      this.file = file;
      this.isElsewhere = this.#hold.isOpenElsewhere;
      if (!this.isElsewhere) await this.#proceed(file);
    } catch (error) {
      if (this.isConnected) this.#fail(failureOf(error));
    }
  }

  /** Asks where something has to be asked, and starts. */
  async #proceed(file: OpenFile): Promise<void> {
    this.isElsewhere = false;
    if (file.offer.intent === 'convert') {
      const { convertQuestion, styleQuestion } = await import('./convert-question.js');
      styleQuestion(this.shadowRoot!);
      this.question = convertQuestion;
    } else this.#start(file);
  }

  #start(file: OpenFile): void {
    this.question = undefined;
    this.#editing = new Editing(file, {
      mount: () => this.#mountFrame(file),
      onChange: (before) => this.#handleChange(before),
      onEvent: (event) => this.#handleEvent(event),
    });
    this.#editing.start();
  }

  #mountFrame({ fileName, offer }: OpenFile): HTMLIFrameElement {
    const frame = createFrame(translate('officeOnline.frame', fileName, offer.product));
    frame.addEventListener('focus', () => this.#editing?.send('Grab_Focus'));
    this.append(frame);
    return frame;
  }

  #fail(failure: Failure): void {
    this.failure = failure;
    this.#tell('failed', { reason: failure.reason });
  }

  #handleChange(before: SessionState): void {
    this.requestUpdate();
    const state = this.#state;
    if (state === before) return;
    if (state.phase === 'ready' && before.phase === 'loading') {
      this.#wasOpen = true;
      this.#tell('opened');
      if (document.activeElement === this) this.#frame?.focus();
    } else if (state.phase === 'closed') this.#tell('closed');
    else if (state.phase === 'failed') this.#tell('failed', { reason: state.reason });
  }

  #handleEvent(event: ClientEvent): void {
    if (event.type === 'saved' && this.#editing?.everModified) this.#tell('saved');
    else if (event.type === 'renamed' && this.file) this.file = renamed(this.file, event.name);
    const destination = DESTINATIONS[event.type];
    if (destination) this.#leave(destination);
    this.requestUpdate();
  }

  #tell(what: 'opened' | 'saved' | 'closed' | 'failed', more: Record<string, string> = {}): void {
    const { documentId, xpath, action } = this.route;
    const detail = { documentId, xpath, action, ...more };
    this.page.dispatchEvent(
      new CustomEvent(`office-online-${what}`, { bubbles: true, composed: true, detail }),
    );
  }

  #leave(detail: Destination): void {
    this.dispatchEvent(new CustomEvent('leave', { detail }));
  }

  #handleBeforeUnload(event: Event): void {
    if (this.#state.phase === 'modified') event.preventDefault();
  }

  get #isFullScreen(): boolean {
    return document.fullscreenElement === this;
  }

  #handleHeaderKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.#isFullScreen) this.#leave('back');
  }

  /** The other tab takes over: two editors of one person in one file only get in each other's way. */
  #handleNewTab(event: MouseEvent): void {
    if (event.button === 0) setTimeout(() => this.#leave('back'));
  }

  #handleRemedy(remedy: Remedy): void {
    if (remedy === 'sign-in') return location.reload();
    if (remedy === 'new-tab') window.open(location.href, '_blank', 'noopener');
    if (remedy === 'back' || remedy === 'new-tab') this.#leave('back');
    else void this.#open();
  }

  /** What lies behind can't be seen: the focus goes round between header and frame. */
  #handleFocusOut(toHeader: boolean): void {
    if (toHeader || !this.#frame) this.#header?.focus();
    else this.#frame.focus();
  }

  protected override render(): TemplateResult {
    const { file } = this;
    const isFullScreen = this.#isFullScreen;
    return html`
      <div tabindex="0" @focus=${() => this.#handleFocusOut(false)}></div>
      ${headerTemplate({
        file,
        state: this.question || this.isElsewhere ? '' : stateText(this.#state, this.#editing, file),
        isFullScreen,
        onKey: (event) => this.#handleHeaderKey(event),
        onFocus: () => this.#editing?.send('Blur_Focus'),
        onFullScreen: () => void (isFullScreen ? document.exitFullscreen() : this.requestFullscreen()),
        onNewTab: (event) => this.#handleNewTab(event),
        onClose: () => this.#leave('back'),
      })}
      <section>
        ${editorNotice({
          state: this.#state,
          editing: this.#editing,
          isElsewhere: this.isElsewhere,
          isAsking: !!this.question,
          onRemedy: (remedy) => this.#handleRemedy(remedy),
          onGoThere: () => this.#leave('elsewhere'),
          onJoin: () => file && void this.#proceed(file),
        })}
        <slot></slot>
      </section>
      <div tabindex="0" @focus=${() => this.#handleFocusOut(true)}></div>
      ${
        file &&
        this.question?.(
          file,
          () => this.#start(file),
          () => this.#leave('back'),
        )
      }
    `;
  }
}

customElements.define('nuxeo-office-online-editor', NuxeoOfficeOnlineEditor);
