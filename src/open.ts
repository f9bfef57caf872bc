import { offersFor, type Offer } from './actions.js';
import { connect, fetchDocument } from './client.js';
import { Failure } from './failure.js';
import { isRecord, stringOf } from './narrow.js';
import { requestLaunch, type Launch } from './launch.js';
import { language, settings } from './nuxeo.js';
import type { Route } from './route.js';
import { completeActionUrl } from './wopi-client.js';
import { valueAt } from './xpath.js';

/** The file that a route leads to, and what is done with it. */
export interface OpenFile {
  fileName: string;
  /** The blob's digest; empty where the server sends none. */
  digest: string;
  documentTitle: string;
  offer: Offer;
}

/**
 * Finds the file at a route and what the user can do with it.
 * An edit or a conversion that is not on offer to this user opens what is, so that a link can be passed on.
 * @param known the document, where Web UI has it already; else it is loaded
 * @throws Failure `not-found` for no such blob or no editor for it, `forbidden` for nothing on offer to this user;
 *   or the client's error
 */
export async function findFile(route: Route, known?: unknown): Promise<OpenFile> {
  const client = await connect();
  const document = known ?? (await fetchDocument(client, route));
  if (!isRecord(document)) throw new Failure('malformed');
  const blob = valueAt(document.properties, route.xpath);
  if (!isRecord(blob) || !isRecord(blob.wopi)) throw new Failure('not-found');
  const offers = offersFor(document, blob, client.user, settings());
  const offer = offers.find(({ action }) => action === route.action) ?? offers[0];
  if (!offer) throw new Failure('forbidden');
  return {
    fileName: stringOf(blob.name),
    digest: stringOf(blob.digest),
    documentTitle: stringOf(document.title),
    offer,
  };
}

/** Web UI's language; its one English in the browser's region, which decides how dates are written. */
function editorLanguage(): string {
  const own = language();
  return navigator.language.startsWith(`${own}-`) ? navigator.language : own;
}

/**
 * Gets address and token for an offer; the address carries what the editor takes on it.
 * @throws Failure, or the client's error
 */
export async function launch({ intent, launchUrl }: Offer, signal: AbortSignal): Promise<Launch> {
  const answer = await requestLaunch(await connect(), launchUrl, signal);
  const request = {
    readonly: intent === 'view',
    language: settings().language ?? editorLanguage(),
    hostOrigin: location.origin,
  };
  return { ...answer, actionUrl: completeActionUrl(answer.actionUrl, request, location.search) };
}

/** The file under its new name, which Microsoft tells without its extension and Collabora with it. */
export function renamed(file: OpenFile, name: string): OpenFile {
  const extension = /\.[^.]*$/.exec(file.fileName)?.[0] ?? '';
  const isWhole = name.toLowerCase().endsWith(extension.toLowerCase());
  return { ...file, fileName: isWhole ? name : name + extension };
}
