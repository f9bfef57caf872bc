import { Door } from './door.js';

/**
 * The bar above a document that somebody else has locked, while an Office file in it can be edited with them: who it is,
 * by their full name, and a link that joins them. A lock does not tell what it is for, so neither does the bar: it may
 * have been set by hand.
 *
 * @summary Tells who has locked the document and may be editing it, and lets people join them.
 * @csspart bar - the bar
 * @csspart action - the link that joins
 * @cssproperty --nuxeo-box - background of the bar
 * @cssproperty --nuxeo-text-default - colour of icon and text
 * @cssproperty --nuxeo-button-primary - background of the link
 * @cssproperty --nuxeo-button-primary-focus - its background under the pointer and with the focus
 * @cssproperty --nuxeo-button-primary-text - colour of its text
 */
export class NuxeoOfficeOnlineInfo extends Door {
  /** The document, with the enrichers `permissions` and, for its blobs, `wopi`, and with its lock. */
  declare document: unknown;

  /** The current user, as `Nuxeo.UI.app.currentUser` has it: the bar tells of nobody's own lock. */
  declare user: unknown;

  protected load() {
    return import('../info/info.js');
  }
}

NuxeoOfficeOnlineInfo.shows('document', 'user');
customElements.define('nuxeo-office-online-info', NuxeoOfficeOnlineInfo);
