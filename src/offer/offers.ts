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
  /** With `view`: the launch page is `edit`'s, so what opens there has to be kept from changing the file. */
  byEdit?: true;
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

/** Whether more than viewing may be offered to the user. */
export const mayEdit = (user: unknown, settings: OfferSettings): boolean =>
  mayBeOffered(user, settings) && isInGroup(user, settings.editGroups);

/** Makes an offer of a launch page of the blob's, by its key in `wopi`; none where it is not there or not allowed. */
type MakeOffer = (intent: Intent, key: string) => Offer[];

function offersOf(blob: Record<string, unknown>, user: unknown, settings: OfferSettings): MakeOffer {
  const wopi = isRecord(blob.wopi) ? blob.wopi : {};
  const description = applicationOf(stringOf(wopi.appName), stringOf(blob.name));
  if (settings.productName) description.product = settings.productName;
  const isAllowed = mayBeOffered(user, settings);
  return (intent, key) => {
    const launchUrl = stringOf(wopi[key]);
    const { feature, action } = INTENTS[intent];
    if (!isAllowed || !launchUrl || !settings.actions.includes(feature)) return [];
    if (feature !== 'view' && !mayEdit(user, settings)) return [];
    return [{ intent, action, launchUrl, ...description }];
  };
}

/** To view a file, by `edit` where there is nothing else, as with Collabora; an empty file has nothing to be viewed. */
function viewOf(blob: Record<string, unknown>, offer: MakeOffer): Offer[] {
  const view = offer('view', 'view');
  if (view.length || isEmpty(blob.length)) return view;
  return offer('view', 'edit').map((edit) => ({ ...edit, byEdit: true }));
}

/**
 * What the user can do with the blob, the one to offer first in front (docs/architecture.md "What is on offer").
 * All four arguments but the settings come from Web UI and are taken with whatever is in them.
 * @returns nothing where nothing can be done, or where the flag or the user's groups forbid it
 */
export function offersFor(document: unknown, blob: unknown, user: unknown, settings: OfferSettings): Offer[] {
  if (!isRecord(document) || !isRecord(blob) || !isRecord(blob.wopi)) return [];
  const { wopi } = blob;
  const offer = offersOf(blob, user, settings);
  if (isImmutable(document)) return viewOf(blob, offer);

  const view = offer('view', 'view');
  const lockOwner = stringOf(document.lockOwner);
  const lockedByOther = lockOwner !== '' && lockOwner !== userName(user);
  const isNew = isEmpty(blob.length) && stringOf(wopi.editnew) !== '';
  const orView = (offers: Offer[]) => (offers.length ? offers : viewOf(blob, offer));
  if (lockedByOther) {
    const join = offer('join', isNew ? 'editnew' : 'edit');
    return orView([...join.map((first) => ({ ...first, lockOwner })), ...view]);
  }
  if (!mayWrite(document)) return viewOf(blob, offer);
  if (isNew) return offer('create', 'editnew');
  const edit = offer('edit', 'edit');
  return orView([...(edit.length || wopi.edit ? edit : offer('convert', 'convert')), ...view]);
}

/**
 * What opens the blob for who asks to view it, be it not among what is offered; never what may change it. It takes what
 * `offersFor` takes.
 */
export function viewFor(...given: Parameters<typeof offersFor>): Offer | undefined {
  const [, blob, user, settings] = given;
  const view = offersFor(...given).find(({ action }) => action === 'view');
  if (view || !isRecord(blob) || isEmpty(blob.length)) return view;
  return viewOf(blob, offersOf(blob, user, settings))[0];
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
