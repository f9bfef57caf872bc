import { isRecord } from '../narrow.js';
import type { OfferSettings } from '../settings/offer-settings.js';
import { offersFor, type Offer } from './offers.js';

/** A file of a document that somebody else has locked, which can be joined all the same. */
export interface JoinableFile {
  xpath: string;
  blob: Record<string, unknown>;
  offer: Offer;
}

/**
 * The file of a document with which the user can join who has locked it; nothing where nobody else has. The lock is the
 * document's and does not tell which of several Office files it is for: the first one stands for them, the main file
 * where it is one.
 */
export function joinableFile(
  document: unknown,
  user: unknown,
  settings: OfferSettings,
): JoinableFile | undefined {
  // Until it is known who the user is, a lock of their own can't be told from another's.
  if (!isRecord(document) || !document.lockOwner || !isRecord(user)) return undefined;
  const { properties } = document;
  const first = isRecord(properties) ? { 'file:content': properties['file:content'] } : undefined;
  for (const [xpath, blob] of [...officeBlobs(first), ...officeBlobs(properties)]) {
    const [offer] = offersFor(document, blob, user, settings);
    if (offer?.intent === 'join') return { xpath, blob, offer };
  }
  return undefined;
}

/** The blobs that have `wopi`, in a document's properties or in one of them, each with its xpath. */
function officeBlobs(value: unknown, xpath = ''): [xpath: string, blob: Record<string, unknown>][] {
  if (!isRecord(value)) return [];
  if (isRecord(value.wopi)) return [[xpath, value]];
  return Object.entries(value).flatMap(([step, inner]) =>
    officeBlobs(inner, xpath ? `${xpath}/${step}` : step),
  );
}
