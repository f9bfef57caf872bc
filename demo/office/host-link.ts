import type { Request } from 'express';
import { HttpError } from '../nuxeo/http-error.js';
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
  /** `dark` or `light`, as asked for; '' for who takes no wish */
  readonly theme: string;
  /** addresses above the file to which the editor leads the whole window */
  readonly ways: FileInfo['breadcrumbs'];
  /** where its “Close” leads the whole window; '' where that is left to the host page, or there is none */
  readonly closeUrl: string;
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
    theme: dialect ? (/\bUITheme=(dark|light)\b/.exec(fieldOf(request, 'ui_defaults'))?.[1] ?? '') : '',
    ways: client === 'microsoft' ? info.breadcrumbs : [],
    closeUrl: client === 'microsoft' && !buttons.includes('close') ? info.closeUrl : '',
  };
}

/**
 * Holds against CheckFileInfo what the form says of people, where it does: Microsoft demands the same values.
 * @throws HttpError 400
 */
export function checkPeople({ userId, ownerId }: FileInfo, request: Request): void {
  for (const [name, known] of [
    ['user_id', userId],
    ['owner_id', ownerId],
  ] as const) {
    const given = fieldOf(request, name);
    if (given !== '' && given !== known) throw new HttpError(400, `${name} is not what CheckFileInfo says.`);
  }
}

function fieldOf(request: Request, name: string): string {
  const value = member(request.body, name);
  return typeof value === 'string' ? value : '';
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
