import { AUTO_SAVE } from './auto-save.js';
import { failureOf } from './failure.js';
import type { Launch } from './launch.js';
import type { ClientEvent } from './messages.js';
import { settings } from './nuxeo.js';
import { launch, type OpenFile } from './open.js';
import { Session, type SessionState } from './session.js';
import type { TokenLife, TokenNotice } from './token-life.js';

/** Needed only once there is a token, so it comes beside what opens a file. */
const tokenLife = import('./token-life.js');

export interface EditingOptions {
  /** Makes a frame for a session. */
  mount: () => HTMLIFrameElement;
  /** Told of every change of what can be read here. */
  onChange: (before: SessionState) => void;
  /** Told of what the editor says. */
  onEvent: (event: ClientEvent) => void;
}

/**
 * One file that is open: its session, the life of its token, and the session that follows when the person has to
 * save and reload.
 */
export class Editing {
  state: SessionState = { phase: 'requesting' };
  tokenNotice?: TokenNotice;
  /** When the editor last told that all is saved. */
  savedAt?: Date;
  /** Why the last save failed, as the editor says it; empty when it did not. */
  saveFailure = '';
  /** Whether the person can only read, though they came to join somebody. */
  isReading = false;
  #everModified?: boolean;
  #session: Session;
  #token?: TokenLife;
  #launch?: Launch;

  constructor(
    private readonly file: OpenFile,
    private readonly options: EditingOptions,
  ) {
    this.#session = this.#makeSession((signal) => launch(file.offer, signal));
  }

  /** Whether the file has been changed: `undefined` when the editor has said nothing at all. */
  get everModified(): boolean | undefined {
    return this.#everModified || this.#session.everModified;
  }

  start(): void {
    void this.#session.start();
  }

  end(): void {
    this.#token?.stop();
    this.#session.close();
  }

  /** Tells the editor something. */
  send(messageId: string): void {
    this.#session.send(messageId);
  }

  /** Tries again to renew the token, because the editor or the person asks for it. */
  renewToken(): void {
    this.#token?.renewNow();
  }

  /**
   * Gets a new token, has the editor save where it can, and opens it anew: only ever when the person asks for it.
   * Without a new token everything stays as it is, and a notice says why.
   */
  async reload(): Promise<void> {
    try {
      const answer = await launch(this.file.offer, this.#timeout);
      await this.#session.save();
      this.#everModified = this.everModified;
      this.end();
      this.#notice(undefined);
      this.#session = this.#makeSession(() => Promise.resolve(answer));
      this.#change({ phase: 'requesting' });
      this.start();
    } catch (error) {
      const { reason } = failureOf(error);
      this.#notice({ kind: reason === 'session-expired' ? 'signed-out' : 'given-up', reason });
    }
  }

  /** Looks whether the Nuxeo session is over, because something says so, or back again. */
  async checkSession(): Promise<void> {
    if (this.#session.takesToken) return this.renewToken();
    try {
      await launch(this.file.offer, this.#timeout);
      if (this.tokenNotice?.kind === 'signed-out') this.#notice(undefined);
    } catch (error) {
      const { reason } = failureOf(error);
      if (reason === 'session-expired') this.#notice({ kind: 'signed-out', reason });
    }
  }

  /** The person is back at this tab, and may have signed in elsewhere. */
  lookForSession(): void {
    if (this.tokenNotice?.kind === 'signed-out') void this.checkSession();
  }

  get #timeout(): AbortSignal {
    return AbortSignal.timeout(settings().loadTimeout * 1000);
  }

  #makeSession(getLaunch: (signal: AbortSignal) => Promise<Launch>): Session {
    const { trustedOrigins, loadTimeout } = settings();
    const session: Session = new Session({
      launch: async (signal) => (this.#launch = await getLaunch(signal)),
      mount: this.options.mount,
      trustedOrigins,
      loadTimeout,
      autoSave: AUTO_SAVE[this.file.offer.app],
      onState: (state) => {
        // The end of a session that another one follows is nobody's business.
        if (session === this.#session) this.#handleState(state);
      },
      onEvent: (event) => this.#handleEvent(event),
    });
    return session;
  }

  #handleState(state: SessionState): void {
    if (state.phase === 'loading') void this.#watchToken();
    if (state.phase === 'ready' && this.state.phase === 'loading' && this.file.offer.intent === 'join') {
      this.#askWhetherReading().catch(() => undefined);
    }
    if (state.phase === 'failed') {
      this.#token?.stop();
      this.tokenNotice = undefined;
    }
    this.#change(state);
  }

  #handleEvent(event: ClientEvent): void {
    if (event.type !== 'alive') this.saveFailure = event.type === 'save-failed' ? event.text || '?' : '';
    if (event.type === 'saved' && this.everModified) this.savedAt = new Date();
    // Where it is being seen to already, or needs the person, the editor's word changes nothing.
    if (event.type === 'token-ending' && !this.tokenNotice) this.renewToken();
    this.options.onEvent(event);
  }

  async #watchToken(): Promise<void> {
    const session = this.#session;
    const { TokenLife } = await tokenLife;
    if (!session.isOpen) return;
    const renew = async () => {
      session.giveToken(await launch(this.file.offer, this.#timeout));
      return session.tokenEndsAt;
    };
    this.#token?.stop();
    this.#token = new TokenLife({
      endsAt: session.tokenEndsAt,
      renewBefore: settings().renewBefore,
      renew: session.takesToken ? renew : undefined,
      onNotice: (notice) => this.#notice(notice),
    });
    this.#token.start();
  }

  #notice(notice: TokenNotice | undefined): void {
    this.tokenNotice = notice;
    this.options.onChange(this.state);
  }

  /** A lock that somebody has set by hand keeps from writing who came to join them; only the server can tell. */
  async #askWhetherReading(): Promise<void> {
    const { isReadOnly } = await import('./file-info.js');
    this.isReading = this.#launch !== undefined && (await isReadOnly(this.#launch));
    this.options.onChange(this.state);
  }

  #change(state: SessionState): void {
    const before = this.state;
    this.state = state;
    this.options.onChange(before);
  }
}
