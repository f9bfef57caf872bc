import { readFlag } from './flag.js';
import { list, listOf, oneOf, settingsOf, text, type SettingsTable } from './read-settings.js';

/**
 * What may be offered, in the words of the setting `actions`. `create` is the first edit of a zero-byte file (WOPI
 * action `editnew`).
 */
export const FEATURES = ['edit', 'view', 'convert', 'create'] as const;
export type Feature = (typeof FEATURES)[number];

/** Where the editor opens: in the same tab, in a new tab, or in a bare new window. */
export const TARGETS = ['page', 'tab', 'window'] as const;
export type Target = (typeof TARGETS)[number];

/** Where Web UI has the action: in a file's row, by a document's title, over a listing with one document selected. */
export const PLACES = ['blob', 'document', 'results'] as const;
export type Place = (typeof PLACES)[number];

/** The settings that decide what is on offer and where it opens (docs/admin.md "nuxeo.conf"). */
export interface OfferSettings {
  /** The feature flag: `false` removes every action, route and request. */
  enabled: boolean;
  /** Names of the groups that are offered anything; empty for everybody. */
  groups: readonly string[];
  /** Names of the groups whose members may edit, convert and create, and others only view; empty for everybody. */
  editGroups: readonly string[];
  /** What may be offered. */
  actions: readonly Feature[];
  target: Target;
  /** Where the action is. */
  places: readonly Place[];
  /** Name of the editor in labels, instead of "Word Online" and the like. */
  productName?: string;
}

export const OFFER_SETTINGS: SettingsTable<OfferSettings> = {
  enabled: [readFlag, 'true or false', true],
  groups: [list, 'names with commas between them', []],
  editGroups: [list, 'names with commas between them', []],
  actions: [
    listOf((entry): entry is Feature => FEATURES.includes(entry as Feature)),
    `some of ${FEATURES.join(',')}`,
    FEATURES,
  ],
  target: [oneOf(TARGETS), 'page, tab or window', 'page'],
  places: [
    listOf((entry): entry is Place => PLACES.includes(entry as Place)),
    `some of ${PLACES.join(',')}`,
    ['blob'],
  ],
  productName: [text, 'a name', undefined],
};

export const offerSettings = settingsOf(OFFER_SETTINGS);
