import type { Launch } from '../access/launch.js';
import type { Offer } from '../offer/offers.js';
import { editorSettings } from '../settings/editor-settings.js';
import { language } from '../web-ui/i18n.js';
import { kindOf, WOPI_CLIENTS, type EditorRequest } from './wopi-clients.js';

/** The launch, with all on the editor's address that its kind of client takes. */
export const withEditorAddress = (launch: Launch, { intent }: Offer): Launch => ({
  ...launch,
  actionUrl: completeActionUrl(
    launch.actionUrl,
    {
      readonly: intent === 'view',
      language: editorSettings().language ?? editorLanguage(),
      hostOrigin: location.origin,
    },
    location.search,
  ),
});

/** Web UI's language; its one English in the browser's region, which decides how dates are written. */
function editorLanguage(): string {
  const own = language();
  return navigator.language.startsWith(`${own}-`) ? navigator.language : own;
}

/**
 * Adds to the action URL what its kind of client takes. What the server put there stays as it is, to the letter.
 * @param hostQuery the host page's own query; its `wd*` parameters are the editor's and go on to it
 */
export function completeActionUrl(actionUrl: string, request: EditorRequest, hostQuery: string): string {
  const [address = '', fragment] = actionUrl.split('#', 2);
  const present = new URL(actionUrl).searchParams;
  const wanted = [
    ...Object.entries(WOPI_CLIENTS[kindOf(actionUrl)].parameters(request)),
    ...[...new URLSearchParams(hostQuery)].filter(([name]) => name.startsWith('wd')),
  ].filter(([name]) => !present.has(name));
  if (!wanted.length) return actionUrl;
  const separator = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  const query = new URLSearchParams(wanted).toString();
  return `${address}${separator}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
