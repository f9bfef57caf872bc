import { html, LitElement, type nothing, unsafeCSS, type CSSResult, type TemplateResult } from 'lit';
import type { Route } from '../../src/address/route.js';
import { tellEvent } from '../../src/events.js';
import type { Remedy } from '../../src/failure.js';
import type { OfficeFile } from '../../src/offer/office-file.js';
import type { Outcome } from '../../src/save/follow-save.js';
import type { Destination } from '../../src/session/destination.js';
import type { Handover } from '../../src/session/handover.js';
import type { OpenFileNews } from '../../src/session/open-file-news.js';
import { OpenFile } from '../../src/session/open-file.js';
import { lacksTracking } from '../../src/session/tracking.js';
import { translate } from '../../src/web-ui/i18n.js';
import { tellLanguage } from '../../src/web-ui/text-language.js';
import { LETTER_STYLES } from '../common/app-icon.js';
import { isPlain } from '../common/is-plain.js';
import type { convertQuestion } from './convert-question.js';
import { currentNotice } from './current-notice.js';
import { followUp } from './follow-up-chunk.js';
import { createFrame } from './frame.js';
import { headerTemplate } from './header.js';
import { stateText } from './state-text.js';
import { editorStyles } from './styles.js';

export { open, press, show } from './editor-host.js';

/**
 * One editor over Web UI: the frame, the header above it and what there is to tell. Made anew for every session and
 * removed at its end. The frame is its light child, so that the form finds it by its name.
 *
 * @summary Frame, hidden form, header, notices.
 * @event {CustomEvent<Destination>} leave - the person wants to go somewhere else: detail `back`, `elsewhere`, `edit`,
 *   `permissions` or `history`; whoever made the element sees to it
 * @csspart header - the bar above the frame
 * @csspart notice - what is shown in the frame's place
 * @csspart banner - what is shown above the frame
 * @cssproperty [--nuxeo-office-online-z-index=102] - where it lies: the frame here, the header 900 above
 * @cssproperty --nuxeo-app-top - height that Web UI keeps above
 * @cssproperty --nuxeo-app-bottom - height that Web UI keeps below
 * @cssproperty --nuxeo-app-font - font of header, notices and questions
 * @cssproperty --nuxeo-app-header - colour of the header's text
 * @cssproperty --nuxeo-app-header-background - colour of the header
 * @cssproperty --nuxeo-page-background - colour behind the frame
 * @cssproperty --nuxeo-text-default - colour of text
 * @cssproperty --nuxeo-box - colour of banner and question
 * @cssproperty --nuxeo-border - colour of lines
 * @cssproperty --nuxeo-warn-text - colour of the banner's line
 * @cssproperty --nuxeo-button-primary - colour of the recommended button
 * @cssproperty --nuxeo-button-primary-text - colour of the text on the recommended button
 */
export class NuxeoOfficeOnlineEditor extends LitElement {
  static override properties = {
    route: { attribute: false },
    handover: { attribute: false },
  };

  static override styles = [unsafeCSS(LETTER_STYLES), editorStyles];

  /** What to open. */
  route!: Route;

  /** Where the session's events are told from: our page inside Web UI, unless it is another element. */
  page?: HTMLElement;

  /** What the click that led here knew already. */
  handover?: Handover;

  /** @internal How a notice is shown: as it is, unless the editor fills the window. */
  present = (notice: TemplateResult | typeof nothing): TemplateResult | typeof nothing => notice;

  /** @internal */
  onLeave?: (destination: Destination) => void;

  /** @internal */
  openFile!: OpenFile;

  #convertQuestion?: typeof convertQuestion;
  #isUnfolded = false;
  #gone?: AbortController;
  #bringBack?: () => void;

  /** The file, as soon as it is known. */
  get file(): OfficeFile | undefined {
    return (this.openFile as OpenFile | undefined)?.file;
  }

  /** What is to be known of the session, for following what it saves; `undefined` for a view or when nothing opened. */
  get outcome(): Outcome | undefined {
    return (this.openFile as OpenFile | undefined)?.outcome;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#gone = new AbortController());
    const update = () => this.requestUpdate();
    for (const type of ['i18n-locale-loaded', 'fullscreenchange'])
      document.addEventListener(type, update, { signal });
    for (const type of ['online', 'offline']) window.addEventListener(type, update, { signal });
    // Web UI's own notice of an ended session leads away from what is being edited.
    document.addEventListener('unauthorized-request', () => this.openFile.token?.askNow(), { signal });
    window.addEventListener('pagehide', () => this.openFile.vanish(), { signal });
    // From the back/forward cache the page comes as it was when it went there: without a session.
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.#openFile(), { signal });
    window.addEventListener('beforeunload', (event) => this.#handleBeforeUnload(event), { signal });
    void followUp.then(({ laterStyles, setAside }) => {
      this.#adopt(laterStyles);
      if (!signal.aborted) this.#bringBack = setAside(this);
    });
    this.#openFile(this.handover);
  }

  #openFile(handover?: Handover): void {
    const openFile = (this.openFile = new OpenFile(this.route, (file) => this.#mountFrame(file)));
    openFile.subscribe((news) => this.#handleNews(news));
    void followUp.then(({ followUp: follow }) => follow(openFile, this));
    void openFile.open(handover);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone?.abort();
    this.#bringBack?.();
    this.openFile.end();
  }

  protected override firstUpdated(): void {
    const header = this.#header!;
    header.focus();
    // The header lies over Web UI's banners, the frame under its toasts: no box of CSS can hold both.
    new ResizeObserver(() => {
      this.style.setProperty('--header-height', `${header.getBoundingClientRect().height}px`);
    }).observe(header);
  }

  protected override updated(): void {
    tellLanguage(this);
    this.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  get #header() {
    return this.renderRoot.querySelector('header');
  }

  get #frame() {
    return this.querySelector<HTMLIFrameElement>('iframe:not([hidden])');
  }

  #mountFrame({ fileName, offer }: OfficeFile): HTMLIFrameElement {
    const title = translate('officeOnline.frame', fileName, offer.product);
    const frame = createFrame(title, offer.intent === 'convert');
    frame.addEventListener('focus', () => this.openFile.send('Grab_Focus'));
    this.append(frame);
    return frame;
  }

  #handleNews(news: OpenFileNews): void {
    const detail = { ...this.route };
    const tell: typeof tellEvent = (name, more) => tellEvent(name, more, this.page);
    if (news.type === 'changed') {
      if (this.openFile.question === 'convert') void this.#loadConvertQuestion();
      this.requestUpdate();
    } else if (news.type === 'opened') {
      tell('office-online-opened', detail);
      if (document.activeElement === this) this.#frame?.focus();
    } else if (news.type === 'saved' || news.type === 'closed') tell(`office-online-${news.type}`, detail);
    else if (news.type === 'failed') tell('office-online-failed', { ...detail, reason: news.reason });
    else if (news.type === 'leave') this.#leave(news.to);
  }

  /** Most people never convert anything: the question is fetched when it is to be asked. */
  async #loadConvertQuestion(): Promise<void> {
    if (this.#convertQuestion) return;
    const { convertQuestion, questionStyles } = await import('./convert-question.js');
    this.#adopt(questionStyles);
    this.#convertQuestion = convertQuestion;
    this.requestUpdate();
  }

  /** Takes on the styles of what came later: a sheet, as a strict CSP wants it. */
  #adopt({ styleSheet }: CSSResult): void {
    const { adoptedStyleSheets: sheets } = this.shadowRoot!;
    if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  }

  #leave(detail: Destination): void {
    this.dispatchEvent(new CustomEvent('leave', { detail }));
    this.onLeave?.(detail);
  }

  #handleBeforeUnload(event: Event): void {
    if (this.openFile.saved?.isAtRisk) event.preventDefault();
  }

  #unfold(): void {
    this.#isUnfolded = !this.#isUnfolded;
    this.requestUpdate();
  }

  get #isFullScreen(): boolean {
    return document.fullscreenElement === this;
  }

  #toggleFullScreen(): void {
    const toggled = this.#isFullScreen ? document.exitFullscreen() : this.requestFullscreen();
    // A browser that refuses leaves things as they are, and the button says so.
    toggled.catch(() => undefined);
  }

  #handleHeaderKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.#isFullScreen) this.#leave('back');
  }

  #handleNewTab(event: MouseEvent): void {
    if (!isPlain(event)) return;
    event.preventDefault();
    this.#goToNewTab();
  }

  /**
   * The other tab takes over: two editors of one person in one file only get in each other's way. It is opened here and
   * not left to the link, whose load WebKit drops when this page goes elsewhere.
   */
  #goToNewTab(): void {
    this.openFile.passOnLock()?.release();
    window.open(location.href, '_blank', 'noopener');
    this.#leave('back');
  }

  #handleRemedy(remedy: Remedy): void {
    const acts: Record<Remedy, () => void> = {
      'sign-in': () => location.reload(),
      'new-tab': () => this.#goToNewTab(),
      back: () => this.#leave('back'),
      retry: () => (lacksTracking() ? location.reload() : void this.openFile.open()),
      here: () => void this.openFile.open(),
    };
    acts[remedy]();
  }

  protected override render(): TemplateResult {
    const { openFile, file } = this;
    const { question } = openFile;
    const isFullScreen = this.#isFullScreen;
    return html`
      ${headerTemplate({
        file,
        state: question ? undefined : stateText(openFile),
        isUnfolded: this.#isUnfolded,
        isFullScreen,
        onKey: (event) => this.#handleHeaderKey(event),
        onFocus: () => openFile.send('Blur_Focus'),
        onUnfold: () => this.#unfold(),
        onFullScreen: () => this.#toggleFullScreen(),
        onNewTab: (event) => this.#handleNewTab(event),
        onClose: () => this.#leave('back'),
      })}
      <section>
        ${this.present(
          currentNotice({
            openFile,
            onRemedy: (remedy) => this.#handleRemedy(remedy),
            onGoThere: () => this.#leave('elsewhere'),
          }),
        )}
        <slot></slot>
      </section>
      ${
        file &&
        question === 'convert' &&
        this.#convertQuestion?.(
          file,
          () => openFile.goOn(),
          () => this.#leave('back'),
        )
      }
    `;
  }
}

customElements.define('nuxeo-office-online-editor', NuxeoOfficeOnlineEditor);
