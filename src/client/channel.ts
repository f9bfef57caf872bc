import { isEditorOrigin } from '../access/trusted-origins.js';
import { readMessage, type ClientEvent } from './client-messages.js';

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
  /** Microsoft's id of the session, once its editor has told it; others never do. */
  userSession?: string;

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
    this.#origin = origin;
    this.userSession ??= /wdUserSession\W+([\w-]+)/.exec(JSON.stringify(data))?.[1];
    // Asked before an editor listens to anything else: it has not heard that its host is there. A page around ours could
    // lay anything over the editor.
    if (event.type === 'asks-trust')
      return this.send('Host_IsFrameTrusted', { isTopFrameTrusted: window.top === window });
    this.#heard = true;
    onEvent(event);
  };
}
