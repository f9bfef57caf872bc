import { listOf, settingsOf, text, type Reader, type SettingsTable } from './read-settings.js';

/** The settings that only matter once an editor opens (docs/admin.md "nuxeo.conf"). */
export interface EditorSettings {
  /** BCP 47 tag for the editor; Web UI's language when it is not set. */
  language?: string;
  /** Origins that a token may be posted to, `https://*.example.com` taking every host below; empty for any https. */
  trustedOrigins: readonly string[];
  /** Seconds before its expiry at which a token is renewed. */
  renewBefore: number;
  /** Seconds that the server or the editor may take. */
  loadTimeout: number;
}

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

const ORIGIN_PATTERN = /^https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?$/;

export const EDITOR_SETTINGS: SettingsTable<EditorSettings> = {
  language: [languageTag, 'a BCP 47 tag', undefined],
  trustedOrigins: [
    listOf((entry): entry is string => ORIGIN_PATTERN.test(entry)),
    'https origins with commas between them',
    [],
  ],
  renewBefore: [seconds, 'a number of seconds', 300],
  loadTimeout: [seconds, 'a number of seconds', 45],
};

export const editorSettings = settingsOf(EDITOR_SETTINGS);
