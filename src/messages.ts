import { isRecord, stringOf } from './narrow.js';
import { isEditorOrigin } from './origins.js';

/** What an editor tells, in our own words (wopi-clients.md "Messages, common form"). */
export type ClientEvent =
  | { type: 'alive' | 'loaded' | 'modified' | 'saved' | 'close' | 'edit' | 'sharing' | 'versions' }
  | { type: 'token-ending' | 'session-closed' }
  | { type: 'load-failed' | 'save-failed'; text: string }
  | { type: 'renamed'; name: string };

type Values = Record<string, unknown>;

const failedOr = (values: Values, type: 'load-failed' | 'save-failed', done: ClientEvent): ClientEvent =>
  values.success === false ? { type, text: stringOf(values.errorMsg) } : done;

/** What each message means; what is not here is not ours. */
const MEANINGS: Record<string, (values: Values) => ClientEvent | undefined> = {
  App_LoadingStatus: ({ Status }) =>
    Status === 'Failed'
      ? { type: 'load-failed', text: '' }
      : { type: Status === undefined || Status === 'Document_Loaded' ? 'loaded' : 'alive' },
  Action_Load_Resp: (values) => failedOr(values, 'load-failed', { type: 'loaded' }),
  Edit_Notification: () => ({ type: 'modified' }),
  Doc_ModifiedStatus: ({ Modified }) =>
    typeof Modified === 'boolean' ? { type: Modified ? 'modified' : 'saved' } : undefined,
  Action_Save_Resp: (values) => failedOr(values, 'save-failed', { type: 'saved' }),
  File_Rename: ({ NewName }) =>
    stringOf(NewName) ? { type: 'renamed', name: stringOf(NewName) } : undefined,
  UI_Close: () => ({ type: 'close' }),
  UI_Edit: () => ({ type: 'edit' }),
  UI_Sharing: () => ({ type: 'sharing' }),
  UI_Share: () => ({ type: 'sharing' }),
  UI_FileVersions: () => ({ type: 'versions' }),
  App_TokenExpiring: () => ({ type: 'token-ending' }),
  App_TokenExpired: () => ({ type: 'token-ending' }),
  Session_Closed: () => ({ type: 'session-closed' }),
};

/** Longer than any message that means something to us: what is longer is not even parsed. */
const MAX_LENGTH = 8_192;

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  if (data.length > MAX_LENGTH || !data.startsWith('{')) return undefined;
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

/** What a channel needs of the frame that it goes to. */
export interface ChannelOptions {
  frame: HTMLIFrameElement;
  /** The action URL's origin. */
  editorOrigin: string;
  trustedOrigins: readonly string[];
  onEvent: (event: ClientEvent) => void;
}

/**
 * The channel to the editor in a frame. Only that frame's window is heard, and only from the editor's origin; the
 * first message that is accepted fixes the origin, for a service may have moved the session to a sibling host.
 * Nothing is ever sent to any origin but that one.
 */
export class Channel {
  #origin: string;
  #heard = false;

  constructor(private readonly options: ChannelOptions) {
    this.#origin = options.editorOrigin;
    window.addEventListener('message', this.#handleMessage);
  }

  /** Whether the editor has said anything yet. */
  get heard(): boolean {
    return this.#heard;
  }

  /** Tells the editor something; it is lost where the editor does not listen. */
  send(messageId: string, values: Record<string, unknown> = {}): void {
    const message = JSON.stringify({ MessageId: messageId, SendTime: Date.now(), Values: values });
    this.options.frame.contentWindow?.postMessage(message, this.#origin);
  }

  /** Hears and says nothing any more. */
  close(): void {
    window.removeEventListener('message', this.#handleMessage);
  }

  readonly #handleMessage = ({ source, origin, data }: MessageEvent<unknown>) => {
    const { frame, editorOrigin, trustedOrigins, onEvent } = this.options;
    if (!source || source !== frame.contentWindow) return;
    const isEditor = this.#heard
      ? origin === this.#origin
      : isEditorOrigin(origin, editorOrigin, trustedOrigins);
    const event = isEditor ? readMessage(data) : undefined;
    if (!event) return;
    this.#heard = true;
    this.#origin = origin;
    onEvent(event);
  };
}
