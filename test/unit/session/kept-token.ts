import type { Launch } from '../../../src/access/launch.js';
import { Failure } from '../../../src/failure.js';
import { afterWitness, initialState, type SavedState } from '../../../src/save/saved-state.js';
import { TokenKeeper } from '../../../src/session/token-keeper.js';
import { Clock } from '../clock.js';
import { COLLABORA, editorUrl, launchOf } from '../editor-page.js';
import { StagedSession } from './staged-session.js';
import { inShort } from './told-token.js';

/** The older client, which saves on demand and takes no new token; it warns of its end 15 minutes ahead. */
export const LIBREOFFICE = 'loleaflet.html';
/** One that does neither. */
export const OTHER = 'frame';

export const SECOND = 1_000;
export const MINUTE = 60_000;
/** What a token lives, and how long before its end it is due by default: the setting, and ahead of a warning. */
export const LIFE = 60 * MINUTE;
export const MARGIN = 5 * MINUTE;
export const AHEAD = 16 * MINUTE;

export const fresh = (token = 'new'): Launch =>
  launchOf(editorUrl(COLLABORA), { accessToken: token, accessTokenTtl: Date.now() + LIFE });

export const refused =
  (...[reason]: ConstructorParameters<typeof Failure>) =>
  (): Promise<Launch> =>
    Promise.reject(new Failure(reason));

/** How the server answers: each request takes one answer; the last one stays. */
export type Answers = (() => Launch | Promise<Launch>)[];

/** The keeper of a token of a real session, on a clock that the test drives. */
export class KeptToken {
  readonly clock = new Clock();
  keeper!: TokenKeeper;
  #isKept = false;
  stage!: StagedSession;
  changes: SavedState | undefined = initialState('digest');
  answers: Answers = [];
  asked = 0;
  /** What is done, in its order. */
  readonly done: string[] = [];

  /** A session that has just got a token for an hour. @param isSilent whether the editor says nothing */
  async keep(path: string, answers: Answers, isSilent = false): Promise<void> {
    this.answers = answers;
    const launch = launchOf(editorUrl(path), { accessTokenTtl: Date.now() + LIFE });
    this.stage = new StagedSession(editorUrl(path), {
      launch: () => Promise.resolve(launch),
      onEvent: (event) => {
        if (event.type === 'save-failed' || event.type === 'save-done')
          this.changes &&= afterWitness(this.changes, event);
        if (this.#isKept) this.keeper.hearEditor(event);
      },
    });
    const editor = await (isSilent ? this.stage.post() : this.stage.open());
    this.keeper = new TokenKeeper({
      session: this.stage.session,
      changes: () => this.changes,
      requestLaunch: (signal) => this.#answer(signal),
      prepareReload: async (signal) => {
        const { accessToken } = await this.#answer(signal);
        return () => void this.done.push(`reopened with ${accessToken}`);
      },
      onNotice: () => undefined,
    });
    this.#isKept = true;
    if (!isSilent) await editor.says('App_LoadingStatus');
  }

  end(): void {
    this.keeper.stop();
    this.stage.end();
    this.clock.restore();
  }

  /** The notice in short. */
  get notice(): string {
    return inShort(this.keeper.notice);
  }

  /** What the editor has been told under that id by all that is under way. */
  async heardOf(id: string) {
    await this.clock.pass(0);
    return (await this.stage.editor?.heardOf(id)) ?? [];
  }

  /** The editor tells its host something. */
  async says(id: string, values?: object): Promise<void> {
    await this.stage.editor?.says(id, values);
    await this.clock.pass(0);
  }

  /** The tokens that the editor was given in place. */
  async tokens() {
    return (await this.heardOf('Reset_Access_Token')).map(({ token }) => token);
  }

  /** The person changes something. */
  modify(): void {
    this.changes &&= afterWitness(this.changes, { type: 'modified' });
  }

  async #answer(signal: AbortSignal): Promise<Launch> {
    if (signal.aborted) throw new Failure('network');
    this.asked += 1;
    const { answers } = this;
    const [next = fresh] = answers.length > 1 ? answers.splice(0, 1) : answers;
    const launch = await next();
    this.done.push('launched');
    return launch;
  }
}
