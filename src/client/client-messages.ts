import { isRecord, stringOf } from '../narrow.js';

/** What an editor tells, in our own words (docs/wopi-clients.md "Messages"). */
export type ClientEvent =
  | { type: 'alive' | 'loaded' | 'close' | 'edit' | 'sharing' | 'versions' }
  /** It wants to know whether the window that all of this is in belongs to the host (`sftc=1`). */
  | { type: 'asks-trust' }
  | { type: 'modified' | 'unmodified' | 'save-done' | 'nothing-to-save' }
  /** It has dimmed itself because nobody was there, or is awake again. */
  | { type: 'idle' | 'active' }
  /** `timeout`: in so many ms, where the editor says so. */
  | { type: 'token-ending'; timeout?: number }
  | { type: 'load-failed' | 'session-closed'; text: string }
  /** `isUnauthorized`: the server does not take the editor's token. */
  | { type: 'save-failed'; text: string; isUnauthorized?: true }
  | { type: 'renamed'; name: string }
  /** The views of the file, for `coAuthorsOf` to read. */
  | { type: 'views'; views: readonly unknown[] };

type Values = Record<string, unknown>;

/** As much of an editor's words as a person reads. */
const MAX_WORDS = 300;

/** The editor's own words for a failure: LibreOffice has them in `result`, and dots in `errorMsg`. */
const wordsOf = ({ errorMsg, result, errorType }: Values): string =>
  [stringOf(errorMsg).replace(/^\.+$/, '') || stringOf(result), stringOf(errorType)]
    .filter(Boolean)
    .join(' – ')
    .slice(0, MAX_WORDS);

function sessionClosed({ Reason }: Values): ClientEvent {
  // What an idle person has open is put aside: a click in the editor, which says so itself, goes on with it.
  return Reason === 'DocumentIdle'
    ? { type: 'alive' }
    : { type: 'session-closed', text: wordsOf({ result: Reason }) };
}

function loadResponse(values: Values): ClientEvent {
  // Success is told before the document is there; a cluster that grows will have room in a moment.
  const goesOn = values.success !== false || values.errorType === 'clusterscaling';
  return goesOn ? { type: 'alive' } : { type: 'load-failed', text: wordsOf(values) };
}

/** Why a save has failed where the server has answered the editor with 401: its own word, or a sentence in English. */
const UNAUTHORIZED: unknown[] = ['saveunauthorized', 'Invalid or expired access token'];

function saveResponse(values: Values): ClientEvent {
  if (values.success === false) {
    const failed = { type: 'save-failed', text: wordsOf(values) } as const;
    return UNAUTHORIZED.includes(values.result) ? { ...failed, isUnauthorized: true } : failed;
  }
  return { type: values.result === 'unmodified' ? 'nothing-to-save' : 'save-done' };
}

/** What each message means; what is not here is not ours. */
const MEANINGS: Record<string, (values: Values) => ClientEvent | undefined> = {
  App_LoadingStatus: ({ Status }) =>
    Status === 'Failed'
      ? { type: 'load-failed', text: '' }
      : { type: Status === undefined || Status === 'Document_Loaded' ? 'loaded' : 'alive' },
  Action_Load_Resp: loadResponse,
  Edit_Notification: () => ({ type: 'modified' }),
  Doc_ModifiedStatus: ({ Modified }) =>
    typeof Modified === 'boolean' ? { type: Modified ? 'modified' : 'unmodified' } : undefined,
  Action_Save_Resp: saveResponse,
  File_Rename: ({ NewName }) =>
    stringOf(NewName) ? { type: 'renamed', name: stringOf(NewName) } : undefined,
  UI_Close: () => ({ type: 'close' }),
  UI_Edit: () => ({ type: 'edit' }),
  UI_Sharing: () => ({ type: 'sharing' }),
  UI_Share: () => ({ type: 'sharing' }),
  UI_FileVersions: () => ({ type: 'versions' }),
  User_Idle: () => ({ type: 'idle' }),
  User_Active: () => ({ type: 'active' }),
  App_IsFrameTrusted: () => ({ type: 'asks-trust' }),
  App_TokenExpiring: ({ Timeout }) => ({
    type: 'token-ending',
    timeout: Number.isFinite(Timeout) ? Math.max(0, Timeout as number) : undefined,
  }),
  App_TokenExpired: () => ({ type: 'token-ending', timeout: 0 }),
  Session_Closed: sessionClosed,
  Views_List: (views) => (Array.isArray(views) ? { type: 'views', views } : undefined),
};

/** Longer than any message that means something to us: what is longer is not even parsed. */
const MAX_LENGTH = 8_192;
/** But for the list of who is there, with 150 characters or more for each. */
const MAX_LIST_LENGTH = 262_144;
const LIST = '{"MessageId":"Views_List"';

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  const limit = data.startsWith(LIST) ? MAX_LIST_LENGTH : MAX_LENGTH;
  if (data.length > limit || !data.startsWith('{')) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** Reads a message, a JSON text or an object; `undefined` for whatever is no message of an editor to its host. */
export function readMessage(data: unknown): ClientEvent | undefined {
  const message = parse(data);
  if (!isRecord(message) || typeof message.MessageId !== 'string') return undefined;
  if (!Object.hasOwn(MEANINGS, message.MessageId)) return undefined;
  return MEANINGS[message.MessageId]?.(isRecord(message.Values) ? message.Values : {});
}
