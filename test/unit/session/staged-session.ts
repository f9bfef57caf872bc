import { Session, type SessionOptions } from '../../../src/session/session.js';
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
  constructor(url: string, options: Partial<SessionOptions> = {}) {
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

  /** Opens it, until the editor is ready. */
  async open(): Promise<EditorFrame> {
    await this.session.start();
    await until(() => this.session.state.phase === 'ready' && this.editor?.posts.length);
    return this.editor!;
  }

  end(): void {
    this.session.close();
    this.editor?.remove();
  }
}
