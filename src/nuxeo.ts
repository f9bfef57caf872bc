import type messages from '../i18n/messages.json';
import { isRecord, stringsOf } from './narrow.js';
import { formatRoute, type Route } from './route.js';
import { readSettings, type Settings } from './settings.js';

interface Router {
  baseUrl?: string;
  useHashbang?: boolean;
  navigate(path: string): void;
  document(id: string, tab?: string): string;
}

interface WebUi extends HTMLElement {
  router?: Router;
  page?: string;
  productName?: string;
  currentDocument?: unknown;
  currentUser?: unknown;
}

interface I18n {
  language?: string;
  translate?: (key: string, ...params: string[]) => string;
  /** The messages of a language, by its tag. */
  [language: string]: unknown;
}

interface NuxeoGlobals {
  Nuxeo?: { UI?: { config?: Record<string, unknown>; app?: WebUi | null } };
  nuxeo?: { I18n?: I18n };
}

const globals = () => window as unknown as NuxeoGlobals;
const i18n = () => globals().nuxeo?.I18n;
/** Web UI's application element, when it is there. */
export const app = (): WebUi | undefined => globals().Nuxeo?.UI?.app ?? undefined;

const reported = new Set<string>();

/** Tells an administrator about a setting, once. */
function report(message: string): void {
  if (reported.has(message)) return;
  reported.add(message);
  // eslint-disable-next-line no-console -- the one place where people look for a wrong setting
  console.warn(`nuxeo-office-online: ${message}`);
}

let read: { key: string; settings: Settings } | undefined;

/** The settings as they stand now in `Nuxeo.UI.config.officeOnline`. */
export function settings(): Settings {
  const raw = globals().Nuxeo?.UI?.config?.officeOnline;
  const key = JSON.stringify(raw) ?? '';
  if (read?.key !== key) read = { key, settings: readSettings(raw, report) };
  return read.settings;
}

const uiConfig = () => (((globals().Nuxeo ??= {}).UI ??= {}).config ??= {});

/** Has `listener` called whenever a script sets `Nuxeo.UI.config.officeOnline`. */
export function watchSettings(listener: () => void): void {
  const config = uiConfig();
  // What is there keeps being enumerable and configurable.
  let raw: unknown = (config.officeOnline ??= {});
  Object.defineProperty(config, 'officeOnline', {
    get: () => raw,
    set: (given: unknown) => {
      raw = given;
      listener();
    },
  });
}

/**
 * Has the server send `wopi` with every blob, once, whatever shape the list of enrichers has.
 * @param wanted false with the flag off: then the one that our package has put there goes, and another addon's stays
 */
export function requestWopiEnricher(wanted: boolean): void {
  const config = uiConfig();
  const enrichers: Record<string, unknown> = isRecord(config.enrichers) ? config.enrichers : {};
  config.enrichers = enrichers;
  // A string, a comma list, an array of either, or nothing.
  const names = stringsOf([enrichers.blob].flat())
    .join()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const others = names.filter((name) => name !== 'wopi');
  enrichers.blob = wanted || names.length - others.length > 1 ? [...others, 'wopi'] : others;
}

export type MessageKey = keyof typeof messages;

let english: Promise<void> | undefined;
let englishMessages: typeof messages | undefined;

/** Brings the English messages, for a server that does not have ours among its own; then everybody translates anew. */
const loadEnglish = () =>
  (english ??= import('../i18n/messages.json').then((module) => {
    englishMessages = module.default;
    document.dispatchEvent(new Event('i18n-locale-loaded'));
  }));

/** The message as Web UI has it; a key that it does not have comes back as it is. */
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

/** Web UI's language, a BCP 47 tag. */
export const language = (): string => i18n()?.language || 'en';

/** Gives our page a name for Web UI, which titles it by its own messages, on a server that does not have ours. */
export function namePage(): void {
  const messages = i18n()?.[language()];
  if (isRecord(messages)) messages['app.title.office-online'] ??= 'Office';
}

/** The link to a path of Web UI's router, as it stands in an `href`. */
export function hrefOfPath(path: string): string {
  const router = app()?.router;
  return (router?.useHashbang === false ? (router.baseUrl ?? '') : '#!') + path;
}

/** The link to an editor. */
export const hrefOf = (route: Route): string => hrefOfPath(formatRoute(route));
