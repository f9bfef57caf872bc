import { connect } from '../web-ui/connection.js';
import type { Launch } from './launch.js';
import { isRecord } from '../narrow.js';

/**
 * Whether the person can only read the file, as the server tells the editor itself (CheckFileInfo, docs/host.md "WOPI
 * host"). `false` also where the server does not say.
 * @throws what the client or the browser throws when the server can't be reached
 */
export async function isReadOnly({ actionUrl, accessToken }: Launch): Promise<boolean> {
  const source = new URL(actionUrl).searchParams.get('WOPISrc') ?? '';
  const path = /\/site\/wopi\/files\/[^/?#]+$/.exec(source)?.[0];
  if (!path) return false;
  const { _baseURL: base } = await connect();
  const response = await fetch(base.replace(/\/$/, '') + path, {
    headers: { Authorization: `Bearer ${accessToken}` },
    cache: 'no-store',
  });
  const info: unknown = response.ok ? await response.json() : undefined;
  return isRecord(info) && info.UserCanWrite === false;
}
