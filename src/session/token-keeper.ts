import type { Launch } from '../access/launch.js';
import { failureOf } from '../failure.js';
import { editorSettings } from '../settings/editor-settings.js';
import type { Session } from './session.js';
import { TokenLife, type TokenNotice } from './token-life.js';

/** Seconds by which the notice is ahead of an editor's own warning. */
const MARGIN = 60;

/** How long the editor may take to save before it is opened anew, in ms. */
const SAVE_TIMEOUT = 15_000;

export interface TokenKeeperOptions {
  session: Session;
  /** Asks the server for a new token. @throws Failure */
  requestLaunch: () => Promise<Launch>;
  /** Opens the file anew in the session's place. */
  reopen: (launch: Launch) => void;
  /** Told whenever the notice is another. */
  onNotice: () => void;
}

/** Looks after the token of one session: renews it, or leaves it to the person, who signs in again or reloads. */
export class TokenKeeper {
  /** What the person has to know, if anything. */
  notice?: TokenNotice;
  /** Whether the file is about to be opened anew. */
  isReloading = false;
  readonly #life: TokenLife;

  constructor(private readonly options: TokenKeeperOptions) {
    const { session, requestLaunch } = options;
    const renew = async () => {
      session.giveToken(await requestLaunch());
      return session.tokenEndsAt;
    };
    this.#life = new TokenLife({
      endsAt: session.tokenEndsAt,
      renewBefore: Math.max(editorSettings().renewBefore, session.warnsAhead && session.warnsAhead + MARGIN),
      renew: session.takesToken ? renew : undefined,
      onNotice: (notice) => this.#tell(notice),
    });
    this.#life.start();
  }

  stop(): void {
    this.#life.stop();
  }

  /** Tries again to renew the token, because the person asks for it. */
  renewNow(): void {
    this.#life.renewNow();
  }

  /** The editor warns of its token's end: news only where nothing is being done about it yet. */
  editorWarns(): void {
    if (!this.notice) this.renewNow();
  }

  /**
   * Gets a new token, has the editor save where it can, and opens it anew: only ever when the person asks for it.
   * Without a new token everything stays as it is, and a notice says why.
   */
  async reload(): Promise<void> {
    const { session, requestLaunch, reopen, onNotice } = this.options;
    if (this.isReloading) return;
    this.isReloading = true;
    onNotice();
    try {
      const answer = await requestLaunch();
      await session.save(SAVE_TIMEOUT);
      // The person may have closed the editor meanwhile: then nothing is opened any more.
      if (session.isOpen) reopen(answer);
    } catch (error) {
      const { reason } = failureOf(error);
      this.#tell({ kind: reason === 'session-expired' ? 'signed-out' : 'given-up', reason });
    } finally {
      this.isReloading = false;
      onNotice();
    }
  }

  /** Looks whether the Nuxeo session is over, because something says so, or back again. */
  async checkSignedIn(): Promise<void> {
    const { session, requestLaunch } = this.options;
    if (session.takesToken) return this.renewNow();
    try {
      await requestLaunch();
      if (this.notice?.kind === 'signed-out') this.#tell(undefined);
    } catch (error) {
      const { reason } = failureOf(error);
      if (reason === 'session-expired') this.#tell({ kind: 'signed-out', reason });
    }
  }

  /** The person is back at this tab, and may have signed in elsewhere. */
  personIsBack(): void {
    if (this.notice?.kind === 'signed-out') void this.checkSignedIn();
  }

  /** To sign in comes first: the time that is left is told when that is done. */
  #tell(notice: TokenNotice | undefined): void {
    if (this.notice?.kind === 'signed-out' && notice?.kind === 'ending') return;
    this.notice = notice;
    this.options.onNotice();
  }
}
