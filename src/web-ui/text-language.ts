import { language, translateByWebUi } from './i18n.js';

/** The language that `translate` answers in: Web UI's, or English for a server that does not have our messages. */
export const textLanguage = (): string => (translateByWebUi('officeOnline.close', []) ? language() : 'en');

/**
 * Tells an element's language and its direction: Web UI says what language its page is in, and leaves it left-to-right
 * in all of them.
 */
export function tellLanguage(element: HTMLElement): void {
  element.lang = textLanguage();
  element.dir = /^(ar|he)\b/.test(element.lang) ? 'rtl' : '';
}
