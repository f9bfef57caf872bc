import { language, translateByWebUi } from './nuxeo.js';

/** The language that `translate` answers in: Web UI's, or English for a server that does not have our messages. */
export const textLanguage = (): string => (translateByWebUi('officeOnline.close', []) ? language() : 'en');

/** The direction of that language, as an element's `dir`: Web UI leaves its page left-to-right in every language. */
export const textDirection = (): 'rtl' | '' => (/^(ar|he)\b/.test(textLanguage()) ? 'rtl' : '');
