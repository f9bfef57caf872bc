import { ROUTE_ACTIONS, type RouteAction } from '../src/address/route.js';
import { valueAt } from '../src/address/xpath.js';
import { isRecord, stringOf } from '../src/narrow.js';
import { offersFor, routeOf, viewFor } from '../src/offer/offers.js';
import { offerSettings } from '../src/settings/offer-settings.js';
import { application } from '../src/web-ui/globals.js';
import { openOffer } from './common/click.js';

/**
 * Opens a file of a document, as a plain click on its action does: where the setting `target` says, with what the
 * user, the file and the settings allow. Call it in a click: a new tab or window is blocked by browsers elsewhere.
 * Returns whether that was on offer to this user; where it was not, nothing happens.
 * @param document as Nuxeo's REST API sends it, with the enrichers `permissions` and, for blobs, `wopi`: the documents
 *   that Web UI loads have both
 * @param xpath where the file stands in the document: `file:content`, `files:files/0/file`
 * @param action `edit`, `view` or `convert`; without it, what is offered first
 * @throws TypeError that says what was expected, for anything else
 * @throws Error before Web UI has started
 */
export function openOfficeOnline(
  document: unknown,
  xpath: string = 'file:content',
  action?: RouteAction,
): boolean {
  const webUi = application();
  if (!webUi) throw new Error('openOfficeOnline: expected Web UI to have started (Nuxeo.UI.app)');
  if (!isRecord(document) || !stringOf(document.uid) || !isRecord(document.properties)) {
    throw wrong('a document with uid and properties', document);
  }
  if (!stringOf(xpath)) throw wrong('an xpath such as file:content', xpath);
  if (action !== undefined && !ROUTE_ACTIONS.includes(action)) {
    throw wrong(`one of ${ROUTE_ACTIONS.join(', ')}, or nothing`, action);
  }
  const blob = valueAt(document.properties, xpath);
  const given = [document, blob, webUi.currentUser, offerSettings()] as const;
  const offer =
    action === 'view'
      ? viewFor(...given)
      : offersFor(...given).find((candidate) => !action || candidate.action === action);
  if (!offer) return false;
  openOffer(offer, routeOf(offer, document, xpath), document, blob);
  return true;
}

function wrong(expected: string, given: unknown): TypeError {
  const got = typeof given === 'string' ? JSON.stringify(given) : String(given);
  return new TypeError(`openOfficeOnline: expected ${expected}, got ${got}`);
}
