import { isRecord } from '../narrow.js';
import { rawSettings } from '../web-ui/configuration.js';

/** Returns what a raw value means, or `undefined` if it can't be used. */
export type Reader<T> = (raw: unknown) => T | undefined;

/**
 * Of each setting, how it is read, what an administrator is told that was expected, its default, and what of a value that
 * is read can't be used, where that may be a part of it.
 */
export type SettingsTable<Settings> = {
  [Name in keyof Settings]-?: [
    read: Reader<Settings[Name]>,
    expected: string,
    byDefault: Settings[Name],
    unusable?: (value: Settings[Name]) => unknown[],
  ];
};

export const text: Reader<string> = (raw) => (typeof raw === 'string' ? raw.trim() : undefined);

export const list: Reader<string[]> = (raw) => {
  const entries: unknown[] = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : [null];
  return entries.every((entry) => typeof entry === 'string')
    ? entries.map((entry) => entry.trim()).filter(Boolean)
    : undefined;
};

export const listOf =
  <T extends string>(isEntry: (entry: string) => entry is T): Reader<T[]> =>
  (raw) => {
    const entries = list(raw);
    return entries?.every(isEntry) ? entries : undefined;
  };

export const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (raw) =>
    values.find((value) => value === text(raw));

/** Hears of a value that can't be used: as a sentence for the console, and by its parts. */
export type Report = (message: string, name: string, expected: string, value: unknown) => void;

/**
 * Reads settings from the configuration object, where a server puts every value as a string, or as a list of them.
 * A missing or empty value, which in a list is `['']`, means the default. What can't be used is told to `report`; where
 * that is all of a value, the default serves.
 */
export function readSettings<Settings>(
  table: SettingsTable<Settings>,
  config: unknown,
  report: Report,
): Settings {
  const given = isRecord(config) ? config : {};
  const settings: Record<string, unknown> = {};
  for (const [name, row] of Object.entries(table)) {
    const [read, expected, byDefault, unusable] = row as SettingsTable<{ any: unknown }>['any'];
    const raw = given[name];
    settings[name] = byDefault;
    if (![raw].flat().join()) continue;
    const value = read(raw);
    if (value !== undefined) settings[name] = value;
    for (const wrong of value === undefined ? [raw] : (unusable?.(value) ?? []))
      report(
        `officeOnline.${name}: expected ${expected}, got ${JSON.stringify(wrong)}`,
        name,
        expected,
        wrong,
      );
  }
  return settings as Settings;
}

const reported = new Set<string>();

/** Tells an administrator about a setting, once. */
function reportOnce(message: string): void {
  if (reported.has(message)) return;
  reported.add(message);
  // eslint-disable-next-line no-console -- the one place where people look for a wrong setting
  console.warn(`nuxeo-office-online: ${message}`);
}

/** Makes the function that gives a table's settings as they stand now in Web UI's configuration. */
export function settingsOf<Settings>(table: SettingsTable<Settings>): () => Settings {
  let read: { key: string; settings: Settings } | undefined;
  return () => {
    const raw = rawSettings();
    const key = JSON.stringify(raw) ?? '';
    if (read?.key !== key) read = { key, settings: readSettings(table, raw, reportOnce) };
    return read.settings;
  };
}
