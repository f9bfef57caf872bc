import type { Request } from 'express';
import { member } from '../nuxeo/json.js';
import type { ClientKind } from './apps.js';
import type { Participant } from './participant.js';
import { dialectOf } from './shared/dialects.js';
import type { HostButton } from './wopi-file.js';

/** What an editor's page needs for talking with the page that frames it (docs/wopi-clients.md "Message form"). */
export interface HostLink {
  readonly client: ClientKind;
  /** the host page's origin; '' when there is none to talk to */
  readonly origin: string;
  readonly buttons: readonly (HostButton | 'rename')[];
  /** when the token ends, in ms since 1970; 0 when nobody said */
  readonly tokenEnds: number;
}

/** Microsoft's editors and ONLYOFFICE learn of the host page by CheckFileInfo, Collabora by its address. */
export function hostLinkOf(client: ClientKind, { info, canEdit }: Participant, request: Request): HostLink {
  const isCollabora = dialectOf(client) !== undefined;
  const origin = originOf(isCollabora ? request.query.postmessage_origin : info.postMessageOrigin);
  const shown = isCollabora ? collaboraButtons(request) : info.posted;
  const buttons = origin === '' ? [] : shown.filter((button) => button !== 'edit' || !canEdit);
  return {
    client,
    origin,
    buttons: info.canRename && canEdit ? [...buttons, 'rename'] : buttons,
    tokenEnds: Number(member(request.body, 'access_token_ttl')) || 0,
  };
}

function collaboraButtons({ query }: Request): HostButton[] {
  return [
    ...(query.closebutton === '1' ? (['close'] as const) : []),
    ...(query.revisionhistory === '1' ? (['versions'] as const) : []),
    'share',
  ];
}

function originOf(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : '';
}
