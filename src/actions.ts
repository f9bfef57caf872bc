import { isRecord, stringOf, stringsOf } from './narrow.js';
import type { RouteAction } from './route.js';
import type { Feature, Settings } from './settings.js';

/** The application that a file belongs to; it decides the icon. */
export type AppKind = 'word' | 'excel' | 'powerpoint' | 'office';

/** One thing that a person can do with a file. */
export interface Offer {
  /** What it is to the person; `join` is an edit beside somebody who edits already. */
  intent: 'edit' | 'join' | 'create' | 'convert' | 'view';
  /** What stands in the address of the page. */
  action: RouteAction;
  /** The server's launch page for it (nuxeo-contract.md section 1). */
  launchUrl: string;
  app: AppKind;
  /** The editor's name for people: "Word Online", or the setting `productName`. */
  product: string;
  /** Who edits already, with `join`. */
  lockOwner?: string;
}

const APPS: Record<Exclude<AppKind, 'office'>, { names: string[]; extensions: RegExp; product: string }> = {
  word: { names: ['word', 'writer'], extensions: /^(do[ct]|od[tm]|ott|rtf)/, product: 'Word Online' },
  excel: { names: ['excel', 'calc'], extensions: /^(xl|od[sc]|ots|csv)/, product: 'Excel Online' },
  powerpoint: {
    names: ['powerpoint', 'impress'],
    extensions: /^(pp|pot|odp|otp)/,
    product: 'PowerPoint Online',
  },
};

function describeApp(appName: string, fileName: string): Pick<Offer, 'app' | 'product'> {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const [app, known] =
    Object.entries(APPS).find(([, { names }]) => names.includes(appName.toLowerCase())) ??
    Object.entries(APPS).find(([, { extensions }]) => extensions.test(extension)) ??
    [];
  const own = appName && known?.names[0] !== appName.toLowerCase();
  const product = own ? appName[0]?.toUpperCase() + appName.slice(1) : (known?.product ?? 'Office Online');
  return { app: (app ?? 'office') as AppKind, product };
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

/**
 * What the user can do with the blob, the one to offer first in front (design.md "What is on offer").
 * All four arguments but the settings come from Web UI and are taken with whatever is in them.
 * @returns nothing where nothing can be done, or where the flag or the user's groups forbid it
 */
export function offersFor(document: unknown, blob: unknown, user: unknown, settings: Settings): Offer[] {
  if (!settings.enabled || !isInGroup(user, settings.groups)) return [];
  if (!isRecord(document) || !isRecord(blob) || !isRecord(blob.wopi)) return [];
  const { wopi } = blob;
  const description = describeApp(stringOf(wopi.appName), stringOf(blob.name));
  if (settings.productName) description.product = settings.productName;

  const offer = (feature: Feature, intent: Offer['intent'], key: string): Offer[] => {
    const launchUrl = stringOf(wopi[key]);
    if (!launchUrl || !settings.actions.includes(feature)) return [];
    return [{ intent, action: ROUTE_OF[intent], launchUrl, ...description }];
  };

  const view = offer('view', 'view', 'view');
  if (isImmutable(document)) return view;

  const lockOwner = stringOf(document.lockOwner);
  const lockedByOther = lockOwner !== '' && lockOwner !== userName(user);
  const isNew = isEmpty(blob.length) && stringOf(wopi.editnew) !== '';
  if (lockedByOther) {
    const join = offer('edit', 'join', isNew ? 'editnew' : 'edit');
    return [...join.map((first) => ({ ...first, lockOwner })), ...view];
  }
  // To who may not write, the server opens `edit` read-only; Collabora's discovery often has nothing else.
  if (!mayWrite(document)) return view.length ? view : offer('view', 'view', 'edit');
  if (isNew) return offer('create', 'create', 'editnew');
  const edit = offer('edit', 'edit', 'edit');
  return [...(edit.length || wopi.edit ? edit : offer('convert', 'convert', 'convert')), ...view];
}

const ROUTE_OF: Record<Offer['intent'], RouteAction> = {
  edit: 'edit',
  join: 'edit',
  create: 'edit',
  convert: 'convert',
  view: 'view',
};
