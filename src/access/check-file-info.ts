import { connect } from '../web-ui/connection.js';
import type { Launch } from './launch.js';
import { isRecord } from '../narrow.js';

/**
 * Whether the person can only read the file, as the server tells the editor itself (CheckFileInfo, docs/host.md "WOPI
 * host"). `false` also where the server does not say.
 * @throws what the client or the browser throws when the server can't be reached
 */
export async function isReadOnly(launch: Launch): Promise<boolean> {
  const response = await fetchCheckFileInfo(launch);
  const info: unknown = response?.ok ? await response.json() : undefined;
  return isRecord(info) && info.UserCanWrite === false;
}

/**
 * Asks the server what it tells the editor of the file, by the token.
 * @param credentials `omit` to have the token alone count, and not the session
 * @returns `undefined` where the launch does not say where that is
 * @throws what the client or the browser throws when the server can't be reached
 */
export async function fetchCheckFileInfo(
  { actionUrl, accessToken }: Launch,
  credentials?: RequestCredentials,
): Promise<Response | undefined> {
  const source = new URL(actionUrl).searchParams.get('WOPISrc') ?? '';
  const path = /\/site\/wopi\/files\/[^/?#]+$/.exec(source)?.[0];
  if (!path) return undefined;
  const { _baseURL: base } = await connect();
  return fetch(base.replace(/\/$/, '') + path, {
    headers: { Authorization: `Bearer ${accessToken}` },
    cache: 'no-store',
    credentials,
  });
}
