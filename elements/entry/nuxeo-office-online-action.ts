import type { Route } from '../../src/address/route.js';
import type { Offer } from '../../src/offer/offers.js';
import { Door } from './door.js';

/**
 * The action in a blob row: a link that opens the file in the editor that the server is set up for.
 * It shows what is offered first to this user for this file, such as “Edit in Word Online”, and takes no width where
 * nothing is.
 *
 * @summary Opens a Word, Excel or PowerPoint file of a document in the browser.
 * @event {CustomEvent} dom-change - what it shows has changed; Nuxeo's menus then lay themselves out anew
 * @csspart action - the link
 * @csspart label - the text beside the icon
 * @cssproperty --nuxeo-text-default - colour of icon and text
 * @cssproperty --nuxeo-link-hover-color - their colour under the pointer and with the focus
 * @cssproperty --nuxeo-box - colour of the letter in the icon
 */
export class NuxeoOfficeOnlineAction extends Door {
  static readonly observedAttributes = ['xpath', 'show-label', 'also'];

  /** The document that the blob belongs to, with the enrichers `permissions` and, for its blobs, `wopi`. */
  declare document: unknown;

  /** The blob, as the document has it at `xpath`. */
  declare blob: unknown;

  /** The current user, as `Nuxeo.UI.app.currentUser` has it: decides with groups and locks what is on offer. */
  declare user: unknown;

  /**
   * What is on offer, if anything is.
   * @readonly
   */
  offer?: Offer;

  /**
   * The address of what is on offer.
   * @readonly
   */
  route?: Route;

  /**
   * Where the blob stands in the document: `file:content`, `files:files/0/file`.
   * @attr xpath
   * @default 'file:content'
   */
  get xpath(): string {
    return this.getAttribute('xpath') || 'file:content';
  }

  set xpath(xpath: string) {
    this.setAttribute('xpath', xpath);
  }

  /**
   * Shows the text beside the icon, as Nuxeo's menus ask for in their drop-down.
   * @attr show-label
   */
  get showLabel(): boolean {
    return this.hasAttribute('show-label');
  }

  set showLabel(isShown: boolean) {
    this.toggleAttribute('show-label', isShown);
  }

  /**
   * Shows what is offered beside the first: mostly “View in Word Online”.
   * @attr also
   */
  get also(): boolean {
    return this.hasAttribute('also');
  }

  set also(isBeside: boolean) {
    this.toggleAttribute('also', isBeside);
  }

  protected load() {
    return import('../action/link.js');
  }
}

NuxeoOfficeOnlineAction.shows('document', 'blob', 'user');
customElements.define('nuxeo-office-online-action', NuxeoOfficeOnlineAction);
