import type { Route, RouteAction } from '../address/route.js';
import { isRecord, stringOf, stringsOf } from '../narrow.js';
import type { OfferSettings } from '../settings/offer-settings.js';
import { applicationOf, type AppKind } from './applications.js';
import { INTENTS, type Intent } from './intents.js';

/** One thing that a person can do with a file. */
export interface Offer {
  intent: Intent;
  /** What stands in the address of the page. */
  action: RouteAction;
  /** The server's launch page for it (docs/host.md "Launch page"). */
  launchUrl: string;
  app: AppKind;
  /** The editor's name for people: "Word Online", or the setting `productName`. */
  product: string;
  /** Who edits already, with `join`. */
  lockOwner?: string;
}

const isImmutable = (document: Record<string, unknown>) =>
  ['isVersion', 'isTrashed', 'isRecord', 'isUnderRetentionOrLegalHold', 'hasLegalHold'].some(
    (flag) => document[flag] === true,
  ) ||
  document.state === 'deleted' ||
  stringsOf(document.facets).includes('Immutable');

function mayWrite(document: Record<string, unknown>): boolean {
  const context = isRecord(document.contextParameters) ? document.contextParameters : {};
  return stringsOf(context.permissions).includes('WriteProperties');
}

function isInGroup(user: unknown, groups: readonly string[]): boolean {
  if (!groups.length) return true;
  if (!isRecord(user)) return false;
  const extended = Array.isArray(user.extendedGroups) ? user.extendedGroups : [];
  const properties = isRecord(user.properties) ? user.properties : {};
  const names = [
    ...stringsOf(properties.groups),
    ...extended.map((group) => (isRecord(group) ? stringOf(group.name) : '')),
  ];
  return groups.some((group) => names.includes(group));
}

const userName = (user: unknown) => (isRecord(user) ? stringOf(user.id) || stringOf(user.username) : '');

/** `length` is a string on the wire; an unknown length is not an empty file. */
const isEmpty = (length: unknown) => length === 0 || length === '0';

/** Whether anything may be offered to the user at all, whatever the file. */
export const mayBeOffered = (user: unknown, { enabled, groups }: OfferSettings): boolean =>
  enabled && isInGroup(user, groups);

/**
 * What the user can do with the blob, the one to offer first in front (docs/architecture.md "What is on offer").
 * All four arguments but the settings come from Web UI and are taken with whatever is in them.
 * @returns nothing where nothing can be done, or where the flag or the user's groups forbid it
 */
export function offersFor(document: unknown, blob: unknown, user: unknown, settings: OfferSettings): Offer[] {
  if (!mayBeOffered(user, settings)) return [];
  if (!isRecord(document) || !isRecord(blob) || !isRecord(blob.wopi)) return [];
  const { wopi } = blob;
  const description = applicationOf(stringOf(wopi.appName), stringOf(blob.name));
  if (settings.productName) description.product = settings.productName;

  const offer = (intent: Intent, key: string): Offer[] => {
    const launchUrl = stringOf(wopi[key]);
    const { feature, action } = INTENTS[intent];
    if (!launchUrl || !settings.actions.includes(feature)) return [];
    return [{ intent, action, launchUrl, ...description }];
  };

  const view = offer('view', 'view');
  if (isImmutable(document)) return view;

  const lockOwner = stringOf(document.lockOwner);
  const lockedByOther = lockOwner !== '' && lockOwner !== userName(user);
  const isNew = isEmpty(blob.length) && stringOf(wopi.editnew) !== '';
  if (lockedByOther) {
    const join = offer('join', isNew ? 'editnew' : 'edit');
    return [...join.map((first) => ({ ...first, lockOwner })), ...view];
  }
  // To who may not write, the server opens `edit` read-only; Collabora's discovery often has nothing else.
  if (!mayWrite(document)) return view.length ? view : offer('view', 'edit');
  if (isNew) return offer('create', 'editnew');
  const edit = offer('edit', 'edit');
  return [...(edit.length || wopi.edit ? edit : offer('convert', 'convert')), ...view];
}

/** The address of an offer for the document's blob at that xpath. */
export const routeOf = (
  { action }: Offer,
  { repository, uid }: Record<string, unknown>,
  xpath: string,
): Route => ({
  action,
  repository: stringOf(repository) || 'default',
  documentId: stringOf(uid),
  xpath,
});
