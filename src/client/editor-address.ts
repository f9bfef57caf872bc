import type { Launch } from '../access/launch.js';
import { Failure } from '../failure.js';
import type { Offer } from '../offer/offers.js';
import { editorSettings } from '../settings/editor-settings.js';
import { userId } from '../web-ui/application.js';
import { language } from '../web-ui/i18n.js';
import { isDark } from '../web-ui/theme.js';
import { kindOf, WOPI_CLIENTS, type EditorRequest } from './wopi-clients.js';

/**
 * The launch, with all on the editor's address and in the form that its kind of client takes.
 * @param ownerId the name of who has made the document
 * @throws Failure `not-viewable` where the file is to be viewed, and the editor can't be kept from changing it
 */
export function withEditorAddress(launch: Launch, { intent, byEdit }: Offer, ownerId: string): Launch {
  const request: EditorRequest = {
    readonly: intent === 'view',
    language: editorSettings().language ?? editorLanguage(),
    hostOrigin: location.origin,
    hostSessionId: newId(),
    userId: userId(),
    ownerId,
    isDark: isDark(),
  };
  const actionUrl = completeActionUrl(launch.actionUrl, request, location.search);
  const { isReadOnly, fields } = WOPI_CLIENTS[kindOf(actionUrl)];
  const mayWrite = isReadOnly ? !isReadOnly(new URL(actionUrl)) : byEdit;
  if (request.readonly && mayWrite) throw new Failure('not-viewable');
  return { ...launch, actionUrl, fields: fields?.(request) };
}

/** 32 random hexadecimal digits. `crypto.randomUUID` is not there on pages without https. */
const newId = (): string =>
  crypto
    .getRandomValues(new Uint8Array(16))
    .reduce((id, byte) => id + byte.toString(16).padStart(2, '0'), '');

/** Web UI's language; its one English in the browser's region, which decides how dates are written. */
function editorLanguage(): string {
  const own = language();
  return navigator.language.startsWith(`${own}-`) ? navigator.language : own;
}

/**
 * Adds to the action URL what its kind of client takes. What the server put there stays as it is, to the letter.
 * @param hostQuery the host page's own query, of which Microsoft's editors get the `wd*` parameters
 */
export function completeActionUrl(actionUrl: string, request: EditorRequest, hostQuery: string): string {
  const [address = '', fragment] = actionUrl.split('#', 2);
  const present = new URL(actionUrl).searchParams;
  const { parameters, takesHostQuery } = WOPI_CLIENTS[kindOf(actionUrl)];
  const wanted = [
    ...Object.entries(parameters(request)),
    ...[...new URLSearchParams(hostQuery)].filter(([name]) => takesHostQuery && name.startsWith('wd')),
  ].filter(([name]) => !present.has(name));
  if (!wanted.length) return actionUrl;
  const separator = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  const query = new URLSearchParams(wanted).toString();
  return `${address}${separator}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
