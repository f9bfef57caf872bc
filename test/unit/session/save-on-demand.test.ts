import { Clock } from '../clock.js';
import { COLLABORA, editorUrl } from '../editor-page.js';
import { expect } from '../expect.js';
import { StagedSession } from './staged-session.js';

describe('a session that is to save now', () => {
  let clock: Clock;
  let stage: StagedSession;

  async function open(url: string): Promise<void> {
    stage = new StagedSession(url);
    await stage.open();
  }

  beforeEach(() => {
    clock = new Clock();
  });

  afterEach(() => {
    stage.end();
    clock.restore();
  });

  const FIVE_SECONDS = 5_000;

  /** Asks Collabora, which has spoken before, to save; `save` tells whether it has answered. */
  async function askToSave(): Promise<{ save: Promise<boolean> }> {
    await open(editorUrl(COLLABORA));
    await stage.editor?.says('App_LoadingStatus');
    const save = stage.session.save(FIVE_SECONDS, true);
    expect(await stage.editor?.heardOf('Action_Save')).to.deep.equal([
      { DontTerminateEdit: true, DontSaveIfUnmodified: false, Notify: true },
    ]);
    return { save };
  }

  it('wakes the editor first: one that is dimmed, or asks something itself, hears nothing else', async () => {
    await askToSave();
    const heard = (await stage.editor?.heardOf('Grab_Focus')) ?? [];
    expect(heard.length).to.equal(1);
  });

  it('has been told to stay when the person closes it by itself: it is asked to save first', async () => {
    await open(editorUrl(COLLABORA));
    expect(await stage.editor?.heardOf('Disable_Default_UIAction')).to.deep.equal([
      { action: 'UI_Close', disable: true },
    ]);
  });

  it('leaves alone what is not changed, where it is told to', async () => {
    await open(editorUrl(COLLABORA));
    await stage.editor?.says('App_LoadingStatus');
    void stage.session.save(FIVE_SECONDS, false);
    const [values] = (await stage.editor?.heardOf('Action_Save')) ?? [];
    expect(values).to.include({ DontSaveIfUnmodified: true });
  });

  for (const [answer, values] of [
    ['yes', { success: true }],
    ['no', { success: false, errorMsg: 'full' }],
    ['that nothing was to be saved', { success: true, result: 'unmodified' }],
  ] as const) {
    it(`hears the editor’s answer: ${answer}; what it says has been told by then`, async () => {
      const { save } = await askToSave();
      const told = save.then(() => [...stage.events]);
      await stage.editor?.says('Action_Save_Resp', values);
      expect(await save).to.equal(true);
      expect((await told).at(-1)).to.be.oneOf(['save-done', 'save-failed', 'nothing-to-save']);
    });
  }

  it('waits as long as it may for an answer that never comes', async () => {
    const { save } = await askToSave();
    let isAnswered: boolean | undefined;
    void save.then((answer) => (isAnswered = answer));
    await clock.pass(4_000);
    expect(isAnswered).to.equal(undefined);
    await clock.pass(1_000);
    expect(isAnswered).to.equal(false);
  });

  it('waits no longer when it is closed', async () => {
    const { save } = await askToSave();
    stage.session.close();
    expect(await save).to.equal(false);
  });

  it('asks only an editor that takes the message, and has spoken', async () => {
    for (const [path, speaks] of [
      ['frame', true],
      [COLLABORA, false],
    ] as const) {
      stage = new StagedSession(editorUrl(path));
      if (speaks) await stage.open();
      else await stage.post();
      if (speaks) await stage.editor?.says('App_LoadingStatus');
      expect(await stage.session.save(FIVE_SECONDS, true)).to.equal(false);
      expect(await stage.editor?.heardOf('Action_Save')).to.deep.equal([]);
      stage.end();
    }
  });
});
