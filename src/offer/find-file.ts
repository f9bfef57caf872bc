import type { Route } from '../address/route.js';
import { valueAt } from '../address/xpath.js';
import { Failure } from '../failure.js';
import { isRecord } from '../narrow.js';
import { offerSettings } from '../settings/offer-settings.js';
import { connect, fetchDocument } from '../web-ui/connection.js';
import { describeFile, type OfficeFile } from './office-file.js';
import { offersFor } from './offers.js';

/**
 * Finds the file at a route and what the user can do with it.
 * An edit or a conversion that is not on offer to this user opens what is, so that a link can be passed on.
 * @param known the document, where Web UI has it already; else it is loaded
 * @throws Failure; `not-found` for no such blob or no editor for it, `forbidden` for nothing on offer to this user
 */
export async function findFile(route: Route, known?: unknown): Promise<OfficeFile> {
  const client = await connect();
  const document = known ?? (await fetchDocument(client, route));
  if (!isRecord(document)) throw new Failure('malformed');
  const blob = valueAt(document.properties, route.xpath);
  if (!isRecord(blob) || !isRecord(blob.wopi)) throw new Failure('not-found');
  const offers = offersFor(document, blob, client.user, offerSettings());
  const offer = offers.find(({ action }) => action === route.action) ?? offers[0];
  if (!offer) throw new Failure('forbidden');
  return describeFile(document, blob, offer);
}
