import type messages from '../../i18n/messages.json';
import { isRecord } from '../narrow.js';
import { i18n } from './globals.js';

export type MessageKey = keyof typeof messages;

let english: Promise<void> | undefined;
let englishMessages: typeof messages | undefined;

/** Brings the English messages, for a server that does not have ours among its own; then everybody translates anew. */
const loadEnglish = () =>
  (english ??= import('../../i18n/messages.json').then((module) => {
    englishMessages = module.default;
    document.dispatchEvent(new Event('i18n-locale-loaded'));
  }));

/** The message as Web UI has it; `undefined` where the server does not have ours, for then Web UI answers with the key. */
export function translateByWebUi(key: MessageKey, params: string[]): string | undefined {
  const text = i18n()?.translate?.(key, ...params);
  return text === key ? undefined : text;
}

/**
 * The message in the user's language, else in English; `{0}` and so on are replaced with the parameters.
 * Empty until the English messages are there, which `i18n-locale-loaded` tells; never a raw key.
 */
export function translate(key: MessageKey, ...params: string[]): string {
  const own = translateByWebUi(key, params);
  if (own) return own;
  void loadEnglish();
  return params.reduce((text, param, i) => text.replace(`{${i}}`, () => param), englishMessages?.[key] ?? '');
}

/** A message of Web UI's own, in the user's language. @param otherwise where it has none of that key */
export function textOfWebUi(key: string, otherwise: string): string {
  const text = i18n()?.translate?.(key);
  return !text || text === key ? otherwise : text;
}

/** Web UI's language, a BCP 47 tag. */
export const language = (): string => i18n()?.language || 'en';

/** Gives our pages names for Web UI, which titles them by its own messages, on a server that does not have ours. */
export function namePage(): void {
  const own = i18n()?.[language()];
  if (isRecord(own)) own['app.title.admin.office-online'] ??= own['app.title.office-online'] ??= 'Office';
}
