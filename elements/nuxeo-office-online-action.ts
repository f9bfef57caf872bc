import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { offersFor, type Offer } from '../src/actions.js';
import { handOver } from '../src/handover.js';
import { labelOf } from '../src/label.js';
import { isRecord, stringOf } from '../src/narrow.js';
import { app, hrefOf, settings } from '../src/nuxeo.js';
import { formatRoute, type Route } from '../src/route.js';
import { appIcon, appIconStyles } from './icons.js';

/** Loads the part that opens editors; a second call costs nothing. */
export const loadEditor = () => import('./nuxeo-office-online-editor.js');

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** The actions that are in the page now. */
export const actions = new Set<NuxeoOfficeOnlineAction>();

/**
 * The action in a blob row: a link that opens the file in the editor that the server is set up for.
 * It shows what design.md "What is on offer" says for this user and file, and takes no width where nothing is.
 *
 * @summary Opens a Word, Excel or PowerPoint file of a document in the browser.
 * @csspart action - the link
 * @csspart label - the text beside the icon
 */
export class NuxeoOfficeOnlineAction extends LitElement {
  static override properties = {
    document: { attribute: false },
    blob: { attribute: false },
    xpath: {},
    user: { attribute: false },
    showLabel: { type: Boolean, attribute: 'show-label' },
    also: { type: Boolean },
  };

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    appIconStyles,
    css`
      :host {
        display: inline-block;
      }
      :host([hidden]) {
        display: none !important;
      }
      a {
        display: flex;
        align-items: center;
        color: var(--nuxeo-text-default, inherit);
        text-decoration: none;
      }
      a:hover,
      a:focus-visible {
        color: var(--nuxeo-link-hover-color, inherit);
      }
      svg {
        flex: none;
        padding: 8px;
      }
      span {
        padding-inline-end: 8px;
      }
    `,
  ];

  /** The document that the blob belongs to, with the enrichers `permissions` and, for its blobs, `wopi`. */
  document: unknown;

  /** The blob, as the document has it at `xpath`. */
  blob: unknown;

  /** Where the blob stands in the document. */
  xpath = 'file:content';

  /** The current user. */
  user: unknown;

  /** Shows the text beside the icon, as Nuxeo's menus ask for in their drop-down. */
  showLabel = false;

  /** Shows what is offered beside the first: mostly "View in …". */
  also = false;

  /** What is on offer, if anything is. */
  offer?: Offer;

  override connectedCallback(): void {
    super.connectedCallback();
    actions.add(this);
    document.addEventListener('i18n-locale-loaded', this.#handleLocale);
    // Rendered now, the menu that measures its children next finds the width right.
    this.performUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    actions.delete(this);
    document.removeEventListener('i18n-locale-loaded', this.#handleLocale);
  }

  /** The address of what is on offer. */
  get route(): Route | undefined {
    if (!this.offer || !isRecord(this.document)) return undefined;
    const { repository, uid } = this.document;
    return {
      action: this.offer.action,
      repository: stringOf(repository) || 'default',
      documentId: stringOf(uid),
      xpath: this.xpath || 'file:content',
    };
  }

  protected override willUpdate(): void {
    this.offer = offersFor(this.document, this.blob, this.user, settings())[this.also ? 1 : 0];
    this.toggleAttribute('hidden', !this.offer);
  }

  protected override updated(changes: PropertyValues<this>): void {
    // Nuxeo's menus lay themselves out anew only when they hear this (nuxeo-contract.md section 2).
    if (changes.size) this.dispatchEvent(new CustomEvent('dom-change', { bubbles: true, composed: true }));
  }

  protected override render() {
    const offer = this.offer;
    const { route } = this;
    if (!offer || !route) return nothing;
    const label = labelOf(offer);
    const inNewTab = this.#target !== 'page';
    return html`<a
      part="action"
      href=${hrefOf(route)}
      target=${inNewTab ? '_blank' : nothing}
      rel=${inNewTab ? 'noopener' : nothing}
      aria-label=${label}
      @click=${this.#handleClick}
      @pointerenter=${loadAhead}
      @focus=${loadAhead}
      >${appIcon(offer.app)}${
        this.showLabel
          ? html`<span part="label">${label}</span>`
          : html`<nuxeo-tooltip>${label}</nuxeo-tooltip>`
      }</a
    >`;
  }

  /** A conversion asks first and ends at another address, for which it needs a page of ours around it. */
  get #target() {
    const { target } = settings();
    return target === 'window' && this.offer?.intent === 'convert' ? 'tab' : target;
  }

  readonly #handleLocale = () => this.requestUpdate();

  #handleClick(event: MouseEvent): void {
    const offer = this.offer;
    const { route } = this;
    const target = this.#target;
    if (!offer || !route || !isPlainClick(event)) return;
    if (target === 'window') {
      event.preventDefault();
      this.#openWindow(offer, route);
    } else if (target === 'page') {
      handOver(route, { document: this.document, from: location.href });
    }
  }

  /** Opens the window in the click itself, before anything is awaited, so that no browser blocks it. */
  #openWindow(offer: Offer, route: Route): void {
    const opened = window.open('about:blank', '_blank');
    if (opened) {
      void loadEditor().then(({ openInWindow }) => openInWindow(opened, offer, labelOf(offer)));
      return;
    }
    handOver(route, { document: this.document, from: location.href, failure: 'popup-blocked' });
    app()?.router?.navigate(formatRoute(route));
  }
}

/** Fetches the editor part ahead; should that fail, the click tries again and tells. */
function loadAhead(): void {
  loadEditor().catch(() => undefined);
}

customElements.define('nuxeo-office-online-action', NuxeoOfficeOnlineAction);
