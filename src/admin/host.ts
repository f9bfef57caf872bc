import { fetchCheckFileInfo } from '../access/check-file-info.js';
import type { Launch } from '../access/launch.js';
import { kindOf, WOPI_CLIENTS } from '../client/wopi-clients.js';
import { isRecord, stringOf } from '../narrow.js';
import { ms, unknown, well, wrong, type Finding } from './finding.js';
import { say } from './texts.js';

/** Fields of CheckFileInfo that matter, by what it costs where one is missing (docs/admin.md "What Nuxeo tells the editor"). */
const FIELDS = {
  file: 'BaseFileName,OwnerId,Size,UserId,Version',
  person: 'UserFriendlyName',
  right: 'UserCanWrite',
  lock: 'SupportsLocks,SupportsUpdate',
  rename: 'SupportsRename,UserCanRename',
  close: 'CloseUrl',
  convert: 'HostEditUrl',
  // Collabora alone.
  time: 'LastModifiedTime',
  // Who always speaks tells of buttons unasked; who is told nobody to speak to, tells of none.
  buttons:
    'ClosePostMessage,EditModePostMessage,EditNotificationPostMessage,FileSharingPostMessage,FileVersionPostMessage',
};

/** Asks the server, as the editor does, what it tells of the file: by a fresh token, and not by the session. */
export async function checkHost(launch: Launch): Promise<Finding[]> {
  const source = new URL(launch.actionUrl).searchParams.get('WOPISrc') ?? '';
  const told = unknown('source.told', URL.canParse(source) ? new URL(source).origin : '–');
  const start = performance.now();
  const response = await fetchCheckFileInfo(launch, 'omit').catch(() => undefined);
  const status = String(response?.status ?? '–');
  if (status === '401' || status === '403') return [wrong('info.refused', status), told];
  const info: unknown = response?.ok && (await response.json().catch(() => undefined));
  if (!isRecord(info)) return [wrong('info.failed', status), told];
  const time = performance.now() - start;
  return [well('info.well', ms(time)), ...fieldFindings(info, launch.actionUrl), told];
}

function fieldFindings(info: Record<string, unknown>, actionUrl: string): Finding[] {
  const { alwaysSpeaks } = WOPI_CLIENTS[kindOf(actionUrl)];
  const origin = stringOf(info.PostMessageOrigin);
  const there: string[] = [];
  const findings = Object.entries(FIELDS).flatMap(([cost, fields]) => {
    if (cost === 'time' ? !alwaysSpeaks : cost === 'buttons' && (alwaysSpeaks || !origin)) return [];
    const missing = fields.split(',').filter((name) => (info[name] ?? '') === '' || !there.push(name));
    if (!missing.length) return [];
    return { ...wrong('missing', missing.join(', ')), words: say(`missing.${cost as keyof typeof FIELDS}`) };
  });
  return [originFinding(origin, alwaysSpeaks), ...findings, well('fields', there.join(', '))];
}

function originFinding(origin: string, alwaysSpeaks = false): Finding {
  if (!origin) return alwaysSpeaks ? well('origin.free') : wrong('origin.none', '', location.origin);
  return origin.replace(/\/$/, '') === location.origin
    ? well('origin.well', origin)
    : wrong('origin.wrong', origin, location.origin);
}
