import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { offersFor, type Offer } from '../src/actions.js';
import { labelOf } from '../src/label.js';
import { isRecord } from '../src/narrow.js';
import { hrefOf, settings } from '../src/nuxeo.js';
import type { Route } from '../src/route.js';
import { appIcon, appIconStyles } from './icons.js';
import { loadEditor, openOffer, routeOf, targetOf } from './open-offer.js';

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** The actions that are in the page now. */
export const actions = new Set<NuxeoOfficeOnlineAction>();

/**
 * The action in a blob row: a link that opens the file in the editor that the server is set up for.
 * It shows what is offered first to this user for this file, such as “Edit in Word Online”, and takes no width where
 * nothing is (design.md "What is on offer").
 *
 * @summary Opens a Word, Excel or PowerPoint file of a document in the browser.
 * @event {CustomEvent} dom-change - what it shows has changed; Nuxeo's menus then lay themselves out anew
 * @csspart action - the link
 * @csspart label - the text beside the icon
 * @cssproperty --nuxeo-text-default - colour of icon and text
 * @cssproperty --nuxeo-link-hover-color - their colour under the pointer and with the focus
 * @cssproperty --nuxeo-box - colour of the letter in the icon
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

  /** Where the blob stands in the document: `file:content`, `files:files/0/file`. */
  xpath = 'file:content';

  /** The current user, as `Nuxeo.UI.app.currentUser` has it: decides with groups and locks what is on offer. */
  user: unknown;

  /** Shows the text beside the icon, as Nuxeo's menus ask for in their drop-down. */
  showLabel = false;

  /** Shows what is offered beside the first: mostly “View in Word Online”. */
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
    const { offer, document } = this;
    return offer && isRecord(document) ? routeOf(offer, document, this.xpath || 'file:content') : undefined;
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
    const inNewTab = targetOf(offer) !== 'page';
    return html`<a
      part="action"
      href=${hrefOf(route)}
      target=${inNewTab ? '_blank' : nothing}
      rel=${inNewTab ? 'noopener' : nothing}
      aria-label=${label}
      @click=${this.#handleClick}
      @pointerenter=${loadAhead}
      @focus=${loadAhead}
      >${appIcon(offer.app, offer.action === 'view')}${
        this.showLabel
          ? html`<span part="label">${label}</span>`
          : html`<nuxeo-tooltip>${label}</nuxeo-tooltip>`
      }</a
    >`;
  }

  readonly #handleLocale = () => this.requestUpdate();

  #handleClick(event: MouseEvent): void {
    const { offer, route } = this;
    if (!offer || !route || !isPlainClick(event)) return;
    event.preventDefault();
    openOffer(offer, route, this.document);
  }
}

/** Fetches the editor part ahead; should that fail, the click tries again and tells. */
function loadAhead(): void {
  loadEditor().catch(() => undefined);
}

customElements.define('nuxeo-office-online-action', NuxeoOfficeOnlineAction);
