import { valueAt } from '../../src/address/xpath.js';
import { isRecord, stringOf, stringsOf } from '../../src/narrow.js';
import { mayBeOffered } from '../../src/offer/offers.js';
import { offerSettings } from '../../src/settings/offer-settings.js';
import { NuxeoOfficeOnlineAction } from '../entry/nuxeo-office-online-action.js';

/** In a listing's bar, but not in the drop-down of its menu, icons are in that bar's colours. */
const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { --nuxeo-text-default: currentColor }
  :host(:not([show-label])) { --nuxeo-box: var(--nuxeo-selection-toolbar-background, #000) }
`);

/**
 * The action for a listing: while one document is selected whose main file is an Office file, it is the action of that
 * file. What a listing has of its documents does not tell, so the document is loaded when it is selected.
 *
 * @summary Opens the main file of the document that is selected in a listing.
 * @cssproperty --nuxeo-selection-toolbar-background - colour of the letter in the icon
 */
export class NuxeoOfficeOnlineSelection extends NuxeoOfficeOnlineAction {
  #documents: unknown;
  #selected?: string;

  constructor() {
    super();
    this.shadowRoot!.adoptedStyleSheets.push(styles);
  }

  /** The documents that are selected, as a listing has them. */
  get documents(): unknown {
    return this.#documents;
  }

  set documents(documents: unknown) {
    this.#documents = documents;
    const [document, ...others] = Array.isArray(documents) ? (documents as unknown[]) : [];
    const id = !others.length && isRecord(document) && mayHaveFile(document) ? stringOf(document.uid) : '';
    if (id === this.#selected) return;
    this.#selected = id;
    Object.assign(this, { document: undefined, blob: undefined });
    if (id && isRecord(document)) void this.#load(id, stringOf(document.repository) || 'default');
  }

  /** What can't be loaded is as if it had no file: the listing's bar looks as it does without the plugin. */
  async #load(documentId: string, repository: string): Promise<void> {
    const isWanted = () => documentId === this.#selected && mayBeOffered(this.user, offerSettings());
    try {
      const { connect, fetchDocument } = await import('../../src/web-ui/connection.js');
      const client = await connect();
      const document = isWanted() && (await fetchDocument(client, { documentId, repository }));
      if (!isWanted() || !isRecord(document)) return;
      Object.assign(this, { document, blob: valueAt(document.properties, this.xpath) });
    } catch {
      // Nothing is shown.
    }
  }
}

/** A folder has none, nor has a document of which the listing knows so. */
function mayHaveFile({ facets, properties }: Record<string, unknown>): boolean {
  const isKnownEmpty = isRecord(properties) && properties['file:content'] === null;
  return !stringsOf(facets).includes('Folderish') && !isKnownEmpty;
}

customElements.define('nuxeo-office-online-selection', NuxeoOfficeOnlineSelection);
