import { Session, type SessionOptions } from '../../../src/session/session.js';
import { kindOf, WOPI_CLIENTS } from '../../../src/client/wopi-clients.js';
import { EditorFrame, launchOf } from '../editor-page.js';
import { until } from '../web-ui.js';

/** A session with a real editor’s page in a frame, and all that can be seen of it. */
export class StagedSession {
  readonly session: Session;
  /** The frame, once there is one. */
  editor?: EditorFrame;
  readonly states: string[] = [];
  /** What the editor has told. */
  readonly events: string[] = [];

  /**
   * @param url the editor's address
   * @param options what is to be other than usual
   */
  constructor(
    private readonly url: string,
    options: Partial<SessionOptions> = {},
  ) {
    this.session = new Session({
      launch: () => Promise.resolve(launchOf(url)),
      mount: () => (this.editor = new EditorFrame()).element,
      trustedOrigins: [],
      loadTimeout: 20,
      settledAfter: 30,
      onState: ({ phase }) => this.states.push(phase),
      onEvent: ({ type }) => this.events.push(type),
      ...options,
    });
  }

  /** Opens it, until the editor’s page has what was posted. */
  async post(): Promise<EditorFrame> {
    await this.session.start();
    await until(() => this.editor?.posts.length);
    return this.editor!;
  }

  /** Opens it, until the editor is ready: Collabora says so. */
  async open(): Promise<EditorFrame> {
    const editor = await this.post();
    if (WOPI_CLIENTS[kindOf(this.url)].alwaysSpeaks)
      await editor.says('App_LoadingStatus', { Status: 'Document_Loaded' });
    await until(() => this.session.state.phase === 'ready');
    return editor;
  }

  end(): void {
    this.session.close();
    this.editor?.remove();
  }
}
