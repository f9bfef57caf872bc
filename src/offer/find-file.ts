import type { Route } from '../address/route.js';
import { valueAt } from '../address/xpath.js';
import { Failure } from '../failure.js';
import { isRecord } from '../narrow.js';
import { offerSettings } from '../settings/offer-settings.js';
import { connect, fetchDocument } from '../web-ui/connection.js';
import { describeFile, type OfficeFile } from './office-file.js';
import { offersFor, viewFor } from './offers.js';

/**
 * Finds the file at a route and what the user can do with it.
 * An edit or a conversion that is not on offer to this user opens what is, so that a link can be passed on; what says
 * *view* never opens anything else.
 * @param known the document, where Web UI has it already; else it is loaded
 * @throws Failure; `not-found` for no such blob or no editor for it, `forbidden` for nothing on offer to this user,
 *   `not-viewable` for a view where there is only what may change the file
 */
export async function findFile(route: Route, known?: unknown): Promise<OfficeFile> {
  const client = await connect();
  const document = known ?? (await fetchDocument(client, route));
  if (!isRecord(document)) throw new Failure('malformed');
  const blob = valueAt(document.properties, route.xpath);
  if (!isRecord(blob) || !isRecord(blob.wopi)) throw new Failure('not-found');
  const given = [document, blob, client.user, offerSettings()] as const;
  const offers = offersFor(...given);
  const offer =
    route.action === 'view'
      ? viewFor(...given)
      : (offers.find(({ action }) => action === route.action) ?? offers[0]);
  if (!offer) throw new Failure(offers.length ? 'not-viewable' : 'forbidden');
  return describeFile(document, blob, offer);
}
