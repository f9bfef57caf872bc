/** What may be offered to people. `create` is the first edit of a zero-byte file (WOPI action `editnew`). */
export const FEATURES = ['edit', 'view', 'convert', 'create'] as const;
export type Feature = (typeof FEATURES)[number];

/** Where the editor opens: in the same tab, in a new tab, or in a bare new window. */
export const TARGETS = ['page', 'tab', 'window'] as const;
export type Target = (typeof TARGETS)[number];

/** The plugin's settings, each checked (`Nuxeo.UI.config.officeOnline`, design.md "Settings"). */
export interface Settings {
  /** The feature flag: `false` removes every action, route and request. */
  enabled: boolean;
  /** Names of the groups that are offered anything; empty for everybody. */
  groups: readonly string[];
  /** What may be offered. */
  actions: readonly Feature[];
  target: Target;
  /** Name of the editor in labels, instead of "Word Online" and the like. */
  productName?: string;
  /** BCP 47 tag for the editor; Web UI's language when it is not set. */
  language?: string;
  /** Origins that a token may be posted to, `https://*.example.com` taking every host below; empty for any https. */
  trustedOrigins: readonly string[];
  /** Seconds before its expiry at which a token is renewed. */
  renewBefore: number;
  /** Seconds that the server or the editor may take. */
  loadTimeout: number;
}

export const DEFAULTS: Settings = {
  enabled: true,
  groups: [],
  actions: FEATURES,
  target: 'page',
  trustedOrigins: [],
  renewBefore: 300,
  loadTimeout: 45,
};

/** Returns what the raw value means, or `undefined` if it can't be used. */
type Reader<T> = (raw: unknown) => T | undefined;

const text: Reader<string> = (raw) => (typeof raw === 'string' ? raw.trim() : undefined);

const flag: Reader<boolean> = (raw) =>
  ({ true: true, false: false })[String(raw).trim().toLowerCase() as 'true' | 'false'];

const seconds: Reader<number> = (raw) => {
  const value = typeof raw === 'string' ? Number(raw) : raw;
  return typeof value === 'number' && value > 0 && value < 86_400 ? value : undefined;
};

const list: Reader<string[]> = (raw) => {
  const entries: unknown[] = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : [null];
  return entries.every((entry) => typeof entry === 'string')
    ? entries.map((entry) => entry.trim()).filter(Boolean)
    : undefined;
};

const listOf =
  <T extends string>(isEntry: (entry: string) => entry is T): Reader<T[]> =>
  (raw) => {
    const entries = list(raw);
    return entries?.every(isEntry) ? entries : undefined;
  };

const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (raw) =>
    values.find((value) => value === text(raw));

const languageTag: Reader<string> = (raw) => {
  try {
    return Intl.getCanonicalLocales(text(raw))[0];
  } catch {
    return undefined;
  }
};

const ORIGIN_PATTERN = /^https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?$/;

const READERS: { [Name in keyof Settings]-?: [Reader<Settings[Name]>, expected: string] } = {
  enabled: [flag, 'true or false'],
  groups: [list, 'names with commas between them'],
  actions: [
    listOf((entry): entry is Feature => FEATURES.includes(entry as Feature)),
    `some of ${FEATURES.join(',')}`,
  ],
  target: [oneOf(TARGETS), 'page, tab or window'],
  productName: [text, 'a name'],
  language: [languageTag, 'a BCP 47 tag'],
  trustedOrigins: [
    listOf((entry): entry is string => ORIGIN_PATTERN.test(entry)),
    'https origins with commas between them',
  ],
  renewBefore: [seconds, 'a number of seconds'],
  loadTimeout: [seconds, 'a number of seconds'],
};

/**
 * Reads the settings from the configuration object, where a server puts every value as a string, or as a list of them.
 * A missing or empty value, which in a list is `['']`, means the default; one that can't be used is told to `report`, and its default serves.
 */
export function readSettings(config: unknown, report: (message: string) => void): Settings {
  const given = (typeof config === 'object' && config !== null ? config : {}) as Record<string, unknown>;
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, [read, expected]] of Object.entries(READERS)) {
    const raw = given[name];
    if (![raw].flat().join()) continue;
    const value = read(raw);
    if (value === undefined) report(`officeOnline.${name}: expected ${expected}, got ${JSON.stringify(raw)}`);
    else settings[name] = value;
  }
  return settings as unknown as Settings;
}
