import { isOriginPattern } from './origin-patterns.js';
import { oneOf, settingsOf, text, type Reader, type SettingsTable } from './read-settings.js';

/** The settings that only matter once an editor opens (docs/admin.md "nuxeo.conf"). */
export interface EditorSettings {
  /** BCP 47 tag for the editor; Web UI's language when it is not set. */
  language?: string;
  /**
   * Origins that a token may be posted to, `https://*.example.com` taking every host below; empty for any https. Entries
   * that can't be used stay: they stand for no origin, so where there are no others, nobody is trusted.
   */
  trustedOrigins: readonly string[];
  /** Seconds before its expiry at which a token is renewed. */
  renewBefore: number;
  /** Seconds that the server or the editor may take. */
  loadTimeout: number;
  /** Whether there is a header above the editor; `auto`: not above the editors of Microsoft's own service. */
  header: HeaderSetting;
}

const HEADERS = ['auto', 'always', 'never'] as const;
type HeaderSetting = (typeof HEADERS)[number];

const seconds: Reader<number> = (raw) => {
  const value = typeof raw === 'string' ? Number(raw) : raw;
  return typeof value === 'number' && value > 0 && value < 86_400 ? value : undefined;
};

const languageTag: Reader<string> = (raw) => {
  try {
    return Intl.getCanonicalLocales(text(raw))[0];
  } catch {
    return undefined;
  }
};

/** All that is given is kept, even what is no text at all: a typo must not widen whom a token may be posted to. */
const entries: Reader<string[]> = (raw) => {
  const given: unknown[] = typeof raw === 'string' ? raw.split(',') : [raw].flat();
  const kept = given
    .map((entry) => (typeof entry === 'string' ? entry.trim() : JSON.stringify(entry)))
    .filter(Boolean);
  return kept.length || !String(raw).trim() ? kept : [String(raw)];
};

/** Of `trustedOrigins`, what stands for no origin. */
export const unusableOrigins = (origins: readonly string[]): string[] =>
  origins.filter((entry) => !isOriginPattern(entry));

export const EDITOR_SETTINGS: SettingsTable<EditorSettings> = {
  language: [languageTag, 'a BCP 47 tag', undefined],
  trustedOrigins: [entries, 'https origins with commas between them', [], unusableOrigins],
  renewBefore: [seconds, 'a number of seconds', 300],
  loadTimeout: [seconds, 'a number of seconds', 45],
  header: [oneOf(HEADERS), 'auto, always or never', 'auto'],
};

export const editorSettings = settingsOf(EDITOR_SETTINGS);
