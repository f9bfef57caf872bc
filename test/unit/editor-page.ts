import type { Launch } from '../../src/access/launch.js';
import { createFrame } from '../../elements/editor/frame.js';
import { until } from './web-ui.js';

/** The token that the tests’ launches carry: nothing else in a document is like it. */
export const TOKEN = 'the-token-of-alice';

/** The address of an editor (editor-server.ts): its path tells the kind of client, its host is a loopback name. */
export const editorUrl = (path = 'frame', host = 'office.localhost'): string =>
  `http://${host}:${location.port}/wopi-editor/${path}?WOPISrc=x`;

/** Collabora by its path: the client that saves on demand and takes a new token. */
export const COLLABORA = 'cool.html';

export const launchOf = (actionUrl: string, given: Partial<Launch> = {}): Launch => ({
  actionUrl,
  accessToken: TOKEN,
  accessTokenTtl: 0,
  ...given,
});

interface Message {
  MessageId: string;
  Values: Record<string, unknown>;
}

/** What the page in the frame tells, beside what it is to say. */
interface News {
  posted?: Record<string, string>;
  heard?: Message;
  mark?: number;
}

let marks = 0;

/** A frame for an editor's page, and what that page has been given. */
export class EditorFrame {
  readonly element = createFrame('Editor');
  /** The fields of the forms that were posted to it; empty for an address that was only opened. */
  readonly posts: Record<string, string>[] = [];
  readonly #heard: Message[] = [];

  constructor() {
    window.addEventListener('message', this.#listen);
    document.body.append(this.element);
  }

  /** Whether it is in the page. */
  get isThere(): boolean {
    return this.element.isConnected;
  }

  /** Has the editor tell its host something; resolves when the host has had it. */
  says(MessageId: string, Values: object = {}): Promise<void> {
    const mark = ++marks;
    this.element.contentWindow?.postMessage({ say: { MessageId, Values, mark } }, '*');
    return new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<News | null>) => {
        if (data?.mark !== mark) return;
        window.removeEventListener('message', listen);
        resolve();
      };
      window.addEventListener('message', listen);
    });
  }

  /** Has the page at `slow` end its loading. */
  finishes(): void {
    this.element.contentWindow?.postMessage({ finish: true }, '*');
  }

  /** What the editor has been told under that id, once it has heard all that it was told so far. */
  async heardOf(messageId: string): Promise<Message['Values'][]> {
    await this.says('Mark');
    return this.#heard.filter(({ MessageId }) => MessageId === messageId).map(({ Values }) => Values);
  }

  /** All that it has heard so far under any of these ids, in its order. */
  async heardOfAny(...ids: string[]): Promise<string[]> {
    await this.says('Mark');
    return this.#heard.map(({ MessageId }) => MessageId).filter((id) => ids.includes(id));
  }

  /** Opens another address in the frame, and waits for the editor's page there. */
  async goes(url: string): Promise<void> {
    const { length } = this.posts;
    this.element.src = url;
    await until(() => this.posts.length > length);
  }

  remove(): void {
    window.removeEventListener('message', this.#listen);
    this.element.remove();
  }

  readonly #listen = ({ source, data }: MessageEvent<News>) => {
    if (source !== this.element.contentWindow) return;
    if (data.posted) this.posts.push(data.posted);
    if (data.heard) this.#heard.push(data.heard);
  };
}
