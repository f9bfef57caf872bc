import type { Launch } from '../access/launch.js';
import type { ClientEvent } from '../client/client-messages.js';
import { failureOf } from '../failure.js';
import { isAtRisk, type SavedState } from '../save/saved-state.js';
import { editorSettings } from '../settings/editor-settings.js';
import type { Session } from './session.js';
import { TokenLife } from './token-life.js';
import { initialToken, type ReloadQuestion, type TokenEvent, type TokenNotice } from './token-state.js';

export { launchAnew, prepareReload } from './launch-anew.js';

/** Seconds by which the addon is ahead of an editor's own warning. */
const AHEAD = 60;

/** How long the editor may take to save before it is opened anew, in ms. */
const SAVE_TIMEOUT = 15_000;

export interface TokenKeeperOptions {
  session: Session;
  /** What is known of the file's changes; `undefined` where the person can make none. */
  changes: () => SavedState | undefined;
  /** Asks the server for a new token. @throws Failure */
  requestLaunch: (signal: AbortSignal) => Promise<Launch>;
  /**
   * Asks the server for all that opens the file anew, with what is on offer by then.
   * @returns what does so in the session's place
   * @throws Failure
   */
  prepareReload: (signal: AbortSignal) => Promise<() => void>;
  /** Told whenever the notice is another. */
  onNotice: () => void;
}

/** Looks after the token of one session: renews it, or leaves it to the person, who signs in again or reloads. */
export class TokenKeeper {
  /** Whether the file is about to be opened anew. */
  isReloading = false;
  readonly #life: TokenLife;
  readonly #abort = new AbortController();

  constructor(private readonly options: TokenKeeperOptions) {
    const { session, onNotice } = options;
    const { tokenEndsAt: endsAt, client } = session;
    const { takesToken = false, warnsAhead = 0 } = client;
    // Ahead of the editor's own warning, but for a token that hardly lives longer than that.
    const ahead = Math.min((warnsAhead && warnsAhead + AHEAD) * 1000, (endsAt - Date.now()) / 2);
    const margin = Math.max(editorSettings().renewBefore * 1000, ahead);
    this.#life = new TokenLife({
      token: initialToken(endsAt, margin, takesToken),
      ask: () => this.#ask(),
      onNotice,
    });
    this.#life.start();
  }

  stop(): void {
    this.#life.stop();
    this.#abort.abort();
  }

  /** What the person has to know, if anything. */
  get notice(): TokenNotice | undefined {
    const { notice } = this.#life;
    if (notice?.kind !== 'ending' || !notice.question) return notice;
    const { question, ...rest } = notice;
    // What is saved by now is asked about no more; an editor that has not answered may have changes it tells nobody of.
    return question === 'save-unanswered' || this.#isAtRisk ? notice : rest;
  }

  /** Another text whenever there is something else to say. */
  get speech(): string {
    return this.#life.speech;
  }

  /** Whether it is to be spoken, or only shows. */
  get isSpoken(): boolean {
    return this.#life.isSpoken;
  }

  /** How changes get saved before a reload: by the editor, which is asked to; by the person; where there are none, not at all. */
  get savedBy(): 'editor' | 'person' | 'nobody' {
    if (!this.options.changes()) return 'nobody';
    return this.options.session.savesOnDemand ? 'editor' : 'person';
  }

  /** Takes what the editor says of its token, by a failed save too. */
  hearEditor(event: ClientEvent): void {
    if (event.type === 'token-ending') {
      const endsAt = event.timeout === undefined ? undefined : Date.now() + event.timeout;
      this.#life.hear({ type: 'warned', endsAt });
    } else if (event.type === 'save-failed' && event.isUnauthorized) {
      this.#life.hear({ type: 'warned', endsAt: Date.now() });
    }
  }

  /** Looks whether the server hands out a token now: something says that the session is over, or the person asks. */
  askNow(): void {
    void this.#life.ask();
  }

  /**
   * Opens the file anew with a new token: only ever when the person asks for it. What the editor can save it saves
   * before; where changes may be lost all the same, the person is asked once more. Without a new token everything stays
   * as it is, and the notice says why.
   */
  async reload(): Promise<void> {
    if (this.isReloading) return;
    const isAnswered = this.notice?.kind === 'ending' && this.notice.question !== undefined;
    if (!isAnswered && this.savedBy === 'person' && this.#isAtRisk)
      return this.#life.hear({ type: 'asked', question: 'unsaved' });
    this.isReloading = true;
    this.options.onNotice();
    try {
      // The token comes first: whoever waits for it types on, and what they type is saved after that.
      const reopen = await this.options.prepareReload(this.#abort.signal);
      const question = isAnswered || this.savedBy !== 'editor' ? undefined : await this.#save();
      // The person may have closed the editor meanwhile: then nothing is opened any more.
      if (!this.options.session.isOpen) return;
      if (question) this.#life.hear({ type: 'asked', question });
      else reopen();
    } catch (error) {
      this.#life.hear({ type: 'reload-denied', failure: failureOf(error) });
    } finally {
      this.isReloading = false;
      this.options.onNotice();
    }
  }

  get #isAtRisk(): boolean {
    const changes = this.options.changes();
    return changes !== undefined && isAtRisk(changes);
  }

  /** Has the editor save. @returns what the person is to be asked, where that has not worked */
  async #save(): Promise<ReloadQuestion | undefined> {
    const isAnswered = await this.options.session.save(SAVE_TIMEOUT, this.#isAtRisk);
    if (!isAnswered) return 'save-unanswered';
    return this.options.changes()?.word === 'failed' ? 'save-failed' : undefined;
  }

  async #ask(): Promise<TokenEvent> {
    const { session, requestLaunch } = this.options;
    const { inPlace } = this.#life.state;
    // An editor that has never been heard may not listen either.
    if (inPlace && !session.isHeard) return { type: 'refused' };
    try {
      const launch = await requestLaunch(this.#abort.signal);
      if (!inPlace) return { type: 'signed-in' };
      session.giveToken(launch);
      return { type: 'renewed', endsAt: session.tokenEndsAt };
    } catch (error) {
      return { type: 'denied', failure: failureOf(error) };
    }
  }
}
