import { Failure, failureOfRequest, type FailureReason } from '../../../src/failure.js';
import type { SessionOptions } from '../../../src/session/session.js';
import { Clock } from '../clock.js';
import { COLLABORA, editorUrl, launchOf, TOKEN } from '../editor-page.js';
import { expect, reasonOf } from '../expect.js';
import { until } from '../web-ui.js';
import { StagedSession } from './staged-session.js';

const OTHER_TOKEN = 'another-token-of-alice';

describe('a session', () => {
  let clock: Clock;
  let stage: StagedSession;
  /** What has come into the page, be it only for a moment. */
  let added: string[];
  const see = (changes: MutationRecord[]) =>
    added.push(...changes.flatMap(({ addedNodes }) => [...addedNodes].map(({ nodeName }) => nodeName)));
  const page = new MutationObserver(see);

  const begin = (url: string, options?: Partial<SessionOptions>) =>
    (stage = new StagedSession(url, options)).session;

  async function open(url: string): Promise<StagedSession> {
    begin(url);
    await stage.open();
    return stage;
  }

  beforeEach(() => {
    clock = new Clock();
    added = [];
    page.observe(document, { childList: true, subtree: true });
  });

  afterEach(() => {
    stage.end();
    page.disconnect();
    clock.restore();
  });

  function expectNothingPosted(): void {
    see(page.takeRecords());
    expect(added).to.deep.equal([]);
  }

  function expectFailed(reason: FailureReason, detail = ''): void {
    expect(stage.session.state).to.deep.equal({ phase: 'failed', reason, detail });
    expect(stage.session.isOpen).to.equal(false);
  }

  describe('that opens', () => {
    it('posts the token, and is ready when the editor’s page is there, though it says nothing', async () => {
      const launch = launchOf(editorUrl(), { accessTokenTtl: 1795387640361, clockAhead: 5_000 });
      const session = begin(editorUrl(), { launch: () => Promise.resolve(launch) });
      const { posts } = await stage.open();
      expect(posts).to.deep.equal([{ access_token: TOKEN, access_token_ttl: '1795387640361' }]);
      expect(stage.states).to.deep.equal(['posting', 'loading', 'ready']);
      expect(session.tokenEndsAt).to.equal(1795387645361);
    });

    it('is ready when the editor says so, though its page still loads', async () => {
      const session = begin(editorUrl('slow'));
      await session.start();
      await until(() => stage.editor?.posts.length);
      await stage.editor?.says('App_LoadingStatus', { Status: 'Frame_Ready' });
      expect(session.state.phase).to.equal('loading');
      await stage.editor?.says('App_LoadingStatus', { Status: 'Document_Loaded' });
      expect(stage.states).to.deep.equal(['posting', 'loading', 'ready']);
      expect(stage.events).to.deep.equal(['alive', 'loaded']);
    });

    it('leaves no form and no token in the page', async () => {
      await begin(editorUrl()).start();
      see(page.takeRecords());
      expect(added).to.include('FORM');
      expect(document.forms).to.have.length(0);
      expect(document.documentElement.outerHTML).not.to.include(TOKEN);
    });

    it('tells an editor that listens late again that its host does, until the editor speaks', async () => {
      await open(editorUrl());
      expect(await stage.editor?.heardOf('Host_PostmessageReady')).to.have.length(1);
      await clock.pass(2_000);
      expect(await stage.editor?.heardOf('Host_PostmessageReady')).to.have.length(3);
      await stage.editor?.says('App_LoadingStatus');
      await clock.pass(5_000);
      expect(await stage.editor?.heardOf('Host_PostmessageReady')).to.have.length(3);
    });

    it('but is closed before the server answers posts nothing, and drops the request', async () => {
      let answer = () => {};
      let request: AbortSignal | undefined;
      const session = begin(editorUrl(), {
        launch: (signal) => {
          request = signal;
          return new Promise((resolve) => (answer = () => resolve(launchOf(editorUrl()))));
        },
      });
      const starting = session.start();
      session.close();
      expect(request?.aborted).to.equal(true);
      answer();
      await starting;
      expectNothingPosted();
      expect(stage.states).to.deep.equal(['closing', 'closed']);
    });

    it('takes its frame away at the end, and ends once', async () => {
      const { editor, session, states } = await open(editorUrl());
      session.close();
      session.close();
      expect(editor?.isThere).to.equal(false);
      expect(states).to.deep.equal(['posting', 'loading', 'ready', 'closing', 'closed']);
    });
  });

  describe('that can’t go on', () => {
    it('posts nothing to an editor that is not trusted', async () => {
      await begin(editorUrl(), { trustedOrigins: ['https://office.example.com'] }).start();
      expectNothingPosted();
      expectFailed('untrusted-editor', new URL(editorUrl()).origin);
    });

    it('posts nothing over http to another machine', async () => {
      await begin('http://office.example.com/we/frame').start();
      expectNothingPosted();
      expectFailed('insecure-editor', 'http://office.example.com');
    });

    it('fails with what the server says, and posts nothing', async () => {
      await begin(editorUrl(), { launch: () => Promise.reject(new Failure('forbidden')) }).start();
      expectNothingPosted();
      expectFailed('forbidden');
      expect(stage.states).to.deep.equal(['failed']);
    });

    it('fails when the server takes too long to answer, and posts nothing', async () => {
      const launch = (signal: AbortSignal) =>
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(failureOfRequest(signal.reason)));
        });
      const started = begin(editorUrl(), { launch, loadTimeout: 20 }).start();
      await clock.pass(20_000);
      await started;
      expectNothingPosted();
      expectFailed('timeout');
    });

    it('fails when the editor never comes, and takes its frame away', async () => {
      await begin(editorUrl('never')).start();
      await clock.pass(19_000);
      expect(stage.session.state.phase).to.equal('loading');
      expect(stage.editor?.isThere).to.equal(true);
      await clock.pass(1_000);
      expectFailed('editor-failed');
      expect(stage.editor?.isThere).to.equal(false);
    });

    for (const [id, values, detail] of [
      ['App_LoadingStatus', { Status: 'Failed' }, ''],
      ['Action_Load_Resp', { success: false, errorMsg: 'no' }, 'no'],
      ['Session_Closed', {}, ''],
      ['Session_Closed', { Reason: 'OwnerTermination' }, 'OwnerTermination'],
    ] as const) {
      it(`fails when the editor gives up with ${id} ${JSON.stringify(values)}, and takes its frame away`, async () => {
        await open(editorUrl());
        await stage.editor?.says(id, values);
        expectFailed('editor-failed', detail);
        expect(stage.editor?.isThere).to.equal(false);
      });
    }
  });

  describe('in which something is changed', () => {
    it('is ready again when the editor tells that it has saved', async () => {
      const { session } = await open(editorUrl(COLLABORA));
      await stage.editor?.says('Doc_ModifiedStatus', { Modified: true });
      expect(session.state.phase).to.equal('modified');
      await stage.editor?.says('Doc_ModifiedStatus', { Modified: false });
      expect(session.state.phase).to.equal('ready');
    });

    for (const [path, client, after] of [
      ['frame', 'an editor that saves without a word', 'ready'],
      [COLLABORA, 'Collabora, which would tell of it', 'modified'],
    ] as const) {
      it(`is ${after} thirty seconds after the last change in ${client}`, async () => {
        const { session } = await open(editorUrl(path));
        await stage.editor?.says('Edit_Notification');
        await clock.pass(20_000);
        await stage.editor?.says('Edit_Notification');
        await clock.pass(29_000);
        expect(session.state.phase).to.equal('modified');
        await clock.pass(1_000);
        expect(session.state.phase).to.equal(after);
      });
    }
  });

  describe('that gets a new token', () => {
    const give = (url: string) =>
      reasonOf(() =>
        stage.session.giveToken(
          launchOf(url, { accessToken: OTHER_TOKEN, accessTokenTtl: 1795387640361, clockAhead: 5_000 }),
        ),
      );

    it('gives it to the editor in place', async () => {
      const { session } = await open(editorUrl(COLLABORA));
      expect(session.client.takesToken).to.equal(true);
      expect(give(editorUrl(COLLABORA))).to.equal('none');
      expect(await stage.editor?.heardOf('Reset_Access_Token')).to.deep.equal([
        { token: OTHER_TOKEN, ttl: 1795387640361 },
      ]);
      expect(session.tokenEndsAt).to.equal(1795387645361);
      expect(document.documentElement.outerHTML).not.to.include(OTHER_TOKEN);
    });

    it('takes it from a sibling host of the editor’s where those are trusted', async () => {
      begin(editorUrl(COLLABORA, 'a.office.localhost'), {
        trustedOrigins: [`http://*.office.localhost:${location.port}`],
      });
      await stage.open();
      expect(give(editorUrl(COLLABORA, 'b.office.localhost'))).to.equal('none');
      expect(await stage.editor?.heardOf('Reset_Access_Token')).to.have.length(1);
    });

    it('refuses it where the server names another editor, and tells neither', async () => {
      const { session } = await open(editorUrl(COLLABORA));
      for (const host of ['other.localhost', 'office.localhost.evil.example']) {
        expect(give(editorUrl(COLLABORA, host)), host).to.equal('untrusted-editor');
      }
      expect(await stage.editor?.heardOf('Reset_Access_Token')).to.deep.equal([]);
      expect(session.tokenEndsAt).to.equal(0);
    });

    it('knows the editors that take none while they are open', async () => {
      const { session } = await open(editorUrl());
      expect(session.client.takesToken).to.equal(undefined);
    });
  });
});
