import type { Request } from 'express';
import { member } from '../nuxeo/json.js';
import type { ClientKind } from './apps.js';
import type { Participant } from './participant.js';
import { dialectOf } from './shared/dialects.js';
import type { FileInfo, HostButton } from './wopi-file.js';

/** What an editor's page needs for talking with the page that frames it (docs/wopi-clients.md "Message form"). */
export interface HostLink {
  readonly client: ClientKind;
  /** the host page's origin; '' when there is none to talk to, `*` for whoever it is */
  readonly origin: string;
  readonly buttons: readonly (HostButton | 'rename')[];
  /** when the token ends, in ms since 1970; 0 when nobody said */
  readonly tokenEnds: number;
  /** by which the times ahead of that are divided */
  readonly speed: number;
}

/** All learn of the host page by CheckFileInfo; Collabora speaks to whoever frames it where that names nobody. */
export function hostLinkOf(
  client: ClientKind,
  speed: number,
  participant: Participant,
  request: Request,
): HostLink {
  const { info, canEdit } = participant;
  const dialect = dialectOf(client);
  const named = originOf(info.postMessageOrigin);
  const shown = dialect ? collaboraButtons(info, request) : info.posted;
  const buttons = dialect || named !== '' ? shown.filter((button) => button !== 'edit' || !canEdit) : [];
  const mayRename = info.canRename && canEdit && (!dialect || dialect.renamesLocked || info.canSaveAs);
  return {
    client,
    origin: dialect ? named || '*' : named,
    buttons: mayRename ? [...buttons, 'rename'] : buttons,
    tokenEnds: Number(member(request.body, 'access_token_ttl')) || 0,
    speed,
  };
}

function collaboraButtons({ canShare }: FileInfo, { query }: Request): HostButton[] {
  return [
    ...(query.closebutton === '1' ? (['close'] as const) : []),
    ...(query.revisionhistory === '1' ? (['versions'] as const) : []),
    ...(canShare ? (['share'] as const) : []),
  ];
}

function originOf(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : '';
}
