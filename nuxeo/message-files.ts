import locales from '../i18n/locales.json' with { type: 'json' };

/** A locale's file of messages, as Web UI names it. */
const fileOf = (locale: string): string => (locale === 'en' ? 'messages.json' : `messages-${locale}.json`);

/**
 * The files of messages in `i18n/`, each with the copies that Web UI's deployment makes of its own file of that name:
 * a message that is missing from a copy is missing for the people of that locale.
 */
export const messageFiles: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(locales).map(([locale, copies]) => [fileOf(locale), copies.map(fileOf)]),
);
