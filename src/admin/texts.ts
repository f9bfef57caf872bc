import type english from '../../i18n/admin/messages.json';
import { language } from '../web-ui/i18n.js';

type Messages = typeof english;
export type TextKey = keyof Messages;

/** Fetched by the status page alone, and of them the one that it needs: everybody loads Web UI's own messages. */
const LOCALES: Record<string, () => Promise<{ default: Messages }>> = {
  en: () => import('../../i18n/admin/messages.json'),
  ar: () => import('../../i18n/admin/messages-ar.json'),
  cs: () => import('../../i18n/admin/messages-cs.json'),
  de: () => import('../../i18n/admin/messages-de.json'),
  'es-ES': () => import('../../i18n/admin/messages-es-ES.json'),
  eu: () => import('../../i18n/admin/messages-eu.json'),
  fr: () => import('../../i18n/admin/messages-fr.json'),
  he: () => import('../../i18n/admin/messages-he.json'),
  id: () => import('../../i18n/admin/messages-id.json'),
  it: () => import('../../i18n/admin/messages-it.json'),
  ja: () => import('../../i18n/admin/messages-ja.json'),
  nl: () => import('../../i18n/admin/messages-nl.json'),
  pl: () => import('../../i18n/admin/messages-pl.json'),
  'pt-PT': () => import('../../i18n/admin/messages-pt-PT.json'),
  'sv-SE': () => import('../../i18n/admin/messages-sv-SE.json'),
  'zh-CN': () => import('../../i18n/admin/messages-zh-CN.json'),
};

let messages: Partial<Messages> = {};

/** The locale that has a language, by its tag: `es-ES` for `es`; English for those that there are no messages in. */
export function localeOf(tag: string): string {
  const locales = Object.keys(LOCALES);
  return (
    locales.find((own) => own === tag) ?? locales.find((own) => own.slice(0, 2) === tag.slice(0, 2)) ?? 'en'
  );
}

/** Fetches the messages in Web UI's language. @returns their locale @throws where they can't be had */
export async function fetchTexts(): Promise<string> {
  const locale = localeOf(language());
  messages = (await LOCALES[locale]!()).default;
  return locale;
}

/** The message, once all are fetched, with the parameters in the place of `{0}` and so on; empty where there is none. */
export const say = (key: TextKey, ...params: string[]): string =>
  (messages[key] ?? '').replace(/\{(\d)\}/g, (_placeholder, i: string) => params[Number(i)] ?? '');
