import { XHRLocaleResolver } from '@nuxeo/nuxeo-ui-elements/nuxeo-i18n-behavior.js';
import { webUi } from './nuxeo.js';

/** Loads the messages in the language of `?lang=`, else the browser's; elements translate anew when they are there. */
export async function loadMessages(): Promise<void> {
  const { I18n } = webUi().nuxeo;
  I18n.language = new URLSearchParams(location.search).get('lang') ?? navigator.language;
  I18n.localeResolver = XHRLocaleResolver(new URL('i18n', document.baseURI).href);
  await I18n.loadLocale();
  document.documentElement.lang = I18n.language;
}
