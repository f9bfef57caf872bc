import type { FailureReason } from '../../../src/failure.js';
import { Clock } from '../clock.js';
import { COLLABORA, editorUrl } from '../editor-page.js';
import { expect } from '../expect.js';
import { until } from '../web-ui.js';
import { StagedSession } from './staged-session.js';

describe('an editor', () => {
  let clock: Clock;
  let stage: StagedSession;

  const begin = (url: string) => (stage = new StagedSession(url)).session;

  beforeEach(() => {
    clock = new Clock();
  });

  afterEach(() => {
    stage.end();
    clock.restore();
  });

  function expectFailed(reason: FailureReason, detail = ''): void {
    expect(stage.session.state).to.deep.equal({ phase: 'failed', reason, detail });
    expect(stage.editor?.isThere).to.equal(false);
  }

  describe('that opens', () => {
    it('is not ready by Collabora’s page, nor before Collabora says that the document is loaded', async () => {
      begin(editorUrl(COLLABORA));
      const editor = await stage.post();
      await editor.heardOf('Host_PostmessageReady');
      await editor.says('App_LoadingStatus', { Status: 'Frame_Ready' });
      await editor.says('Action_Load_Resp', { success: true });
      await editor.says('Doc_ModifiedStatus', { Modified: true });
      expect(stage.states).to.deep.equal(['posting', 'loading']);
      await editor.says('App_LoadingStatus', { Status: 'Document_Loaded' });
      expect(stage.states).to.deep.equal(['posting', 'loading', 'ready']);
    });

    it('goes by the word of an editor that may be silent, once it has spoken', async () => {
      begin(editorUrl('slow'));
      const editor = await stage.post();
      await editor.says('App_LoadingStatus', { Status: 'Initialized' });
      editor.finishes();
      await until(async () => (await editor.heardOf('Host_PostmessageReady')).length);
      expect(stage.states).to.deep.equal(['posting', 'loading']);
      await editor.says('App_LoadingStatus');
      expect(stage.states).to.deep.equal(['posting', 'loading', 'ready']);
    });

    it('is open when an editor that may be silent tells of a change', async () => {
      begin(editorUrl('slow'));
      await (await stage.post()).says('Edit_Notification');
      expect(stage.states).to.deep.equal(['posting', 'loading', 'modified']);
    });

    it('gives an editor that waits for its server all the time again with each of its words', async () => {
      const session = begin(editorUrl(COLLABORA));
      const editor = await stage.post();
      for (let i = 0; i < 4; i += 1) {
        await clock.pass(15_000);
        await editor.says('Action_Load_Resp', { success: false, errorType: 'clusterscaling' });
        expect(session.state.phase).to.equal('loading');
      }
      await clock.pass(20_000);
      expectFailed('editor-failed');
    });

    it('tells the times of its loading to Microsoft’s editors alone, and not before they speak', async () => {
      for (const [host, times] of [
        ['word.officeapps.localhost', 1],
        ['office.localhost', 0],
      ] as const) {
        begin(editorUrl('frame', host));
        const editor = await stage.open();
        expect(await editor.heardOf('Host_PerfTiming')).to.deep.equal([]);
        await editor.says('App_LoadingStatus');
        await editor.says('Edit_Notification');
        expect(await editor.heardOf('Host_PerfTiming'), host).to.have.length(times);
        stage.end();
      }
    });
  });

  describe('that does not', () => {
    for (const path of ['frame', COLLABORA]) {
      it(`fails long before its time when the server of ${path} can’t be reached`, async () => {
        await begin(editorUrl(path, 'gone.localhost')).start();
        let seconds = 0;
        await until(async () => {
          await clock.pass(100);
          seconds += 0.1;
          return stage.session.state.phase === 'failed';
        });
        expectFailed('editor-unreachable', new URL(editorUrl('', 'gone.localhost')).origin);
        expect(seconds).to.be.below(10);
        expect(stage.editor?.isThere).to.equal(false);
      });
    }

    it('fails when Collabora’s page is there and says nothing', async () => {
      begin(editorUrl(COLLABORA));
      await stage.post();
      await clock.pass(19_900);
      expect(stage.session.state.phase).to.equal('loading');
      await clock.pass(100);
      expectFailed('editor-failed');
    });

    it('goes on when the editor puts the file of an idle person aside', async () => {
      const session = begin(editorUrl(COLLABORA));
      await stage.open();
      await stage.editor?.says('Session_Closed', { Reason: 'DocumentIdle' });
      expect(session.state.phase).to.equal('ready');
      expect(stage.editor?.isThere).to.equal(true);
      expect(stage.events).not.to.include('save-done');
    });
  });
});
