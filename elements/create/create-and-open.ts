import type { DocumentAddress } from '../../src/address/route.js';
import { valueAt } from '../../src/address/xpath.js';
import { makeDocument, type Source } from '../../src/create/make-document.js';
import { isRecord, stringOf } from '../../src/narrow.js';
import { mayEdit, offersFor, routeOf } from '../../src/offer/offers.js';
import { createSettings } from '../../src/settings/create-settings.js';
import { offerSettings } from '../../src/settings/offer-settings.js';
import { tellApplication } from '../../src/web-ui/application.js';
import { hrefOfDocument } from '../../src/web-ui/document-link.js';
import { openOffer, reserveWindow } from '../common/click.js';

/** Whether the user may make new documents, as far as the settings decide. */
export const mayCreate = (user: unknown): boolean =>
  mayEdit(user, offerSettings()) && offerSettings().actions.includes('create');

/** The document, and whether an editor opens its file. */
export interface Created {
  document: Record<string, unknown>;
  address: DocumentAddress;
  isOpened: boolean;
}

/**
 * Makes a document and opens its file, where the setting `target` says; Web UI shows the document behind it, so that
 * closing the editor leads there. To be called in a click.
 * @param parent the folder
 * @throws NotMade
 */
export async function createAndOpen(
  parent: Record<string, unknown>,
  source: Source,
  title: string,
  user: unknown,
): Promise<Created> {
  const reserved = reserveWindow();
  const repository = stringOf(parent.repository) || 'default';
  const order = { repository, parentPath: stringOf(parent.path), source, title };
  const document = await makeDocument({ ...order, type: createSettings().createType }).catch(
    (error: unknown) => {
      reserved?.close();
      throw error;
    },
  );
  tellApplication('document-created', { response: document });
  const address = { repository, documentId: stringOf(document.uid) };
  const blob = valueAt(document.properties, 'file:content');
  const offer = isRecord(blob) ? offersFor(document, blob, user, offerSettings())[0] : undefined;
  const isOpened = offer?.action === 'edit';
  if (isOpened) {
    location.assign(hrefOfDocument(address));
    openOffer(offer, routeOf(offer, document, 'file:content'), document, blob, reserved);
  } else reserved?.close();
  return { document, address, isOpened };
}
