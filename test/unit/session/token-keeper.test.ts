import { Failure } from '../../../src/failure.js';
import type { Launch } from '../../../src/access/launch.js';
import { TokenKeeper } from '../../../src/session/token-keeper.js';
import { Clock } from '../clock.js';
import { COLLABORA, editorUrl, launchOf } from '../editor-page.js';
import { expect } from '../expect.js';
import { StagedSession } from './staged-session.js';

/** What a token lives, and how long before its end it is renewed by default, in ms. */
const LIFE = 3_600_000;
const RENEW_BEFORE = 300_000;

describe('the keeper of a token', () => {
  let clock: Clock;
  let stage: StagedSession;
  let keeper: TokenKeeper;
  /** How the server answers: each request takes one answer; the last one stays. */
  let answers: (() => Launch | Promise<Launch>)[];
  let asked: number;
  /** What is done, in its order. */
  let done: string[];
  let notices: (string | undefined)[];

  beforeEach(() => {
    clock = new Clock();
    asked = 0;
    done = [];
    notices = [];
  });

  afterEach(() => {
    keeper.stop();
    stage.end();
    clock.restore();
  });

  const fresh = (token = 'new') =>
    launchOf(editorUrl(COLLABORA), { accessToken: token, accessTokenTtl: Date.now() + LIFE });
  const refused =
    (...[reason]: ConstructorParameters<typeof Failure>) =>
    (): Promise<Launch> =>
      Promise.reject(new Failure(reason));

  /** A session that has just got a token for an hour, in Collabora or in an editor that takes no other token. */
  async function keep(path: string, ...given: typeof answers): Promise<void> {
    answers = given;
    const launch = launchOf(editorUrl(path), { accessTokenTtl: Date.now() + LIFE });
    stage = new StagedSession(editorUrl(path), { launch: () => Promise.resolve(launch) });
    const editor = await stage.open();
    await editor.says('App_LoadingStatus');
    keeper = new TokenKeeper({
      session: stage.session,
      requestLaunch: async () => {
        asked += 1;
        const [answer = fresh] = answers.length > 1 ? answers.splice(0, 1) : answers;
        const launched = await answer();
        done.push('launched');
        return launched;
      },
      reopen: ({ accessToken }) => done.push(`reopened with ${accessToken}`),
      onNotice: () => notices.push(keeper.notice?.kind),
    });
  }

  /** What the editor has been told under that id by all that is under way. */
  async function heardOf(id: string) {
    await clock.pass(0);
    return (await stage.editor?.heardOf(id)) ?? [];
  }

  const tokens = async () => (await heardOf('Reset_Access_Token')).map(({ token }) => token);

  describe('with an editor that takes a new token', () => {
    it('renews it five minutes before its end, again and again, without a word', async () => {
      await keep(
        COLLABORA,
        () => fresh('second'),
        () => fresh('third'),
      );
      await clock.pass(LIFE - RENEW_BEFORE - 1_000);
      expect(asked).to.equal(0);
      await clock.pass(1_000);
      expect(await tokens()).to.deep.equal(['second']);
      expect(stage.session.tokenEndsAt).to.equal(Date.now() + LIFE);
      await clock.pass(LIFE - RENEW_BEFORE);
      expect(await tokens()).to.deep.equal(['second', 'third']);
      expect(keeper.notice).to.equal(undefined);
      expect(done).to.deep.equal(['launched', 'launched']);
    });

    it('tells that it has to wait, and gives up after three attempts, until the person asks', async () => {
      await keep(COLLABORA, refused('unavailable'));
      await clock.pass(LIFE - RENEW_BEFORE + 60_000);
      expect(notices).to.deep.equal(['waiting', 'waiting', 'given-up']);
      expect(asked).to.equal(3);
      answers = [() => fresh('at last')];
      keeper.renewNow();
      expect(await tokens()).to.deep.equal(['at last']);
      expect(keeper.notice).to.equal(undefined);
    });

    it('tells the editor nothing where the server names another one', async () => {
      await keep(COLLABORA, () => launchOf(editorUrl(COLLABORA, 'other.localhost')));
      keeper.renewNow();
      expect(await tokens()).to.deep.equal([]);
      expect(keeper.notice).to.deep.equal({ kind: 'waiting', reason: 'untrusted-editor' });
    });

    it('renews it at once when the editor warns, but not while it waits for another attempt', async () => {
      await keep(
        COLLABORA,
        () => fresh('warned'),
        refused('unavailable'),
        () => fresh('new'),
      );
      keeper.editorWarns();
      expect(await tokens()).to.deep.equal(['warned']);
      await clock.pass(LIFE - RENEW_BEFORE);
      expect(keeper.notice).to.deep.equal({ kind: 'waiting', reason: 'unavailable' });
      keeper.editorWarns();
      expect(await tokens()).to.deep.equal(['warned']);
      await clock.pass(5_000);
      expect(await tokens()).to.deep.equal(['warned', 'new']);
    });

    it('goes on when the person, signed in again, is back; one who never was signed out asks nothing', async () => {
      await keep(COLLABORA, refused('session-expired'), () => fresh('new'));
      keeper.personIsBack();
      expect(asked).to.equal(0);
      await keeper.checkSignedIn();
      expect(await tokens()).to.deep.equal([]);
      expect(keeper.notice).to.deep.equal({ kind: 'signed-out', reason: 'session-expired' });
      keeper.personIsBack();
      expect(await tokens()).to.deep.equal(['new']);
      expect(keeper.notice).to.equal(undefined);
    });

    it('does nothing any more when it is stopped', async () => {
      await keep(COLLABORA, () => fresh());
      keeper.stop();
      await clock.pass(2 * LIFE);
      window.dispatchEvent(new Event('focus'));
      expect(await tokens()).to.deep.equal([]);
      expect(asked).to.equal(0);
    });
  });

  describe('with an editor that takes none', () => {
    it('tells the time left from five minutes before the end, and asks the server nothing', async () => {
      await keep('frame', () => fresh());
      await clock.pass(LIFE - RENEW_BEFORE - 1_000);
      expect(keeper.notice).to.equal(undefined);
      await clock.pass(1_000);
      expect(keeper.notice).to.deep.equal({ kind: 'ending', secondsLeft: 300 });
      await clock.pass(RENEW_BEFORE);
      expect(keeper.notice).to.deep.equal({ kind: 'ending', secondsLeft: 0 });
      expect(asked).to.equal(0);
      expect(await tokens()).to.deep.equal([]);
    });

    it('tells of the end of the Nuxeo session, and takes that back when it is there again', async () => {
      await keep('frame', refused('unavailable'), refused('session-expired'), () => fresh());
      await keeper.checkSignedIn();
      expect(keeper.notice).to.equal(undefined);
      await keeper.checkSignedIn();
      expect(keeper.notice).to.deep.equal({ kind: 'signed-out', reason: 'session-expired' });
      await keeper.checkSignedIn();
      expect(notices).to.deep.equal(['signed-out', undefined]);
    });
  });

  describe('asked by the person to reload', () => {
    it('has a new token first, then has the editor save, then opens it anew', async () => {
      await keep(COLLABORA, () => fresh('reloaded'));
      const reloading = keeper.reload();
      expect(await heardOf('Action_Save')).to.have.length(1);
      expect(done).to.deep.equal(['launched']);
      await stage.editor?.says('Action_Save_Resp', { success: true });
      await reloading;
      expect(done).to.deep.equal(['launched', 'reopened with reloaded']);
      expect(await tokens()).to.deep.equal([]);
    });

    it('opens it anew at once where the editor does not save on demand', async () => {
      await keep('frame', () => fresh('reloaded'));
      await keeper.reload();
      expect(done).to.deep.equal(['launched', 'reopened with reloaded']);
    });

    for (const [reason, kind] of [
      ['session-expired', 'signed-out'],
      ['unavailable', 'given-up'],
    ] as const) {
      it(`leaves all as it is without a new token: ${reason}`, async () => {
        await keep(COLLABORA, refused(reason));
        await keeper.reload();
        expect(keeper.notice).to.deep.equal({ kind, reason });
        expect(await heardOf('Action_Save')).to.deep.equal([]);
        expect(done).to.deep.equal([]);
        expect(stage.session.state.phase).to.equal('ready');
      });
    }
  });
});
