import type { Launch } from '../../../src/access/launch.js';
import { initialState } from '../../../src/save/saved-state.js';
import { expect } from '../expect.js';
import { fresh, KeptToken, LIBREOFFICE, LIFE, MINUTE, OTHER, refused, SECOND } from './kept-token.js';

describe('a person who reloads for a new token', () => {
  let kept: KeptToken;
  beforeEach(() => (kept = new KeptToken()));
  afterEach(() => kept.end());

  it('opens it anew at once where no change is known of', async () => {
    await kept.keep(OTHER, [() => fresh('reloaded')]);
    expect(kept.keeper.savedBy).to.equal('person');
    await kept.keeper.reload();
    expect(kept.done).to.deep.equal(['launched', 'reopened with reloaded']);
  });

  it('asks once more while changes are open, and does it when pressed again', async () => {
    await kept.keep(OTHER, [() => fresh('reloaded')]);
    await kept.clock.pass(LIFE - MINUTE);
    kept.modify();
    await kept.keeper.reload();
    expect(kept.notice).to.equal('ending 60 unsaved');
    expect([kept.asked, kept.keeper.isReloading]).to.deep.equal([0, false]);
    await kept.keeper.reload();
    expect(kept.done).to.deep.equal(['launched', 'reopened with reloaded']);
  });

  it('asks no more when they are saved by then', async () => {
    await kept.keep(OTHER, [() => fresh('reloaded')]);
    await kept.clock.pass(LIFE - MINUTE);
    kept.modify();
    await kept.keeper.reload();
    kept.changes = initialState('digest');
    expect(kept.notice).to.equal('ending 60');
  });

  it('asks again about changes where the server gave no token meanwhile', async () => {
    await kept.keep(OTHER, [refused('unavailable')]);
    await kept.clock.pass(LIFE - MINUTE);
    kept.modify();
    await kept.keeper.reload();
    await kept.keeper.reload();
    expect(kept.notice).to.equal('ending 60 unavailable');
    await kept.keeper.reload();
    expect(kept.notice).to.equal('ending 60 unsaved');
  });

  it('has a new token first, then has the editor save, then opens it anew', async () => {
    await kept.keep(LIBREOFFICE, [() => fresh('reloaded')]);
    expect(kept.keeper.savedBy).to.equal('editor');
    kept.modify();
    const reloading = kept.keeper.reload();
    expect(await kept.heardOf('Action_Save')).to.have.length(1);
    expect(kept.done).to.deep.equal(['launched']);
    await kept.stage.editor?.says('Action_Save_Resp', { success: true });
    await reloading;
    expect(kept.done).to.deep.equal(['launched', 'reopened with reloaded']);
    expect(await kept.tokens()).to.deep.equal([]);
  });

  it('has even that saved which the editor takes for saved, where it is known not to be', async () => {
    await kept.keep(LIBREOFFICE, [() => fresh('reloaded')]);
    const hasSaved = async () => {
      const reloading = kept.keeper.reload();
      const [heard] = (await kept.heardOf('Action_Save')).slice(-1);
      await kept.stage.editor?.says('Action_Save_Resp', { success: true });
      await reloading;
      return heard?.DontSaveIfUnmodified === false;
    };
    expect(await hasSaved()).to.equal(false);
    kept.modify();
    expect(await hasSaved()).to.equal(true);
  });

  it('wakes an editor that has dimmed itself before it is to save', async () => {
    await kept.keep(LIBREOFFICE, [() => fresh('reloaded')]);
    await kept.says('User_Idle');
    const reloading = kept.keeper.reload();
    await kept.clock.pass(0);
    expect(await kept.stage.editor?.heardOfAny('Grab_Focus', 'Action_Save')).to.deep.equal([
      'Grab_Focus',
      'Action_Save',
    ]);
    await kept.stage.editor?.says('Action_Save_Resp', { success: true });
    await reloading;
  });

  it('has nothing saved for who can only read', async () => {
    await kept.keep(LIBREOFFICE, [() => fresh('reloaded')]);
    kept.changes = undefined;
    expect(kept.keeper.savedBy).to.equal('nobody');
    await kept.keeper.reload();
    expect(await kept.heardOf('Action_Save')).to.deep.equal([]);
    expect(kept.done).to.deep.equal(['launched', 'reopened with reloaded']);
  });

  for (const [question, isAnswered] of [
    ['save-failed', true],
    ['save-unanswered', false],
  ] as const) {
    it(`asks before anything is thrown away where saving has not worked: ${question}`, async () => {
      await kept.keep(LIBREOFFICE, [() => fresh('reloaded')]);
      await kept.clock.pass(LIFE - MINUTE);
      const reloading = kept.keeper.reload();
      expect(await kept.heardOf('Action_Save')).to.have.length(1);
      if (isAnswered)
        await kept.stage.editor?.says('Action_Save_Resp', { success: false, result: 'Save failed' });
      else await kept.clock.pass(15 * SECOND);
      await reloading;
      expect(kept.notice).to.match(new RegExp(`^ending .* ${question}$`));
      expect(kept.done).to.deep.equal(['launched']);
      expect(kept.stage.session.isOpen).to.equal(true);
      await kept.keeper.reload();
      expect(await kept.heardOf('Action_Save')).to.have.length(1);
      expect(kept.done.at(-1)).to.equal('reopened with reloaded');
    });
  }

  it('opens nothing where the session has ended meanwhile', async () => {
    let arrive: (launch: Launch) => void = () => undefined;
    await kept.keep(OTHER, [() => new Promise((resolve) => (arrive = resolve))]);
    const reloading = kept.keeper.reload();
    await kept.clock.pass(0);
    kept.stage.session.close();
    arrive(fresh());
    await reloading;
    expect(kept.done).to.deep.equal(['launched']);
  });

  for (const reason of ['session-expired', 'unavailable', 'forbidden'] as const) {
    it(`leaves all as it is without a new token: ${reason}`, async () => {
      await kept.keep(LIBREOFFICE, [refused(reason)]);
      await kept.clock.pass(LIFE - MINUTE);
      await kept.keeper.reload();
      expect(kept.notice).to.equal(reason === 'session-expired' ? 'signed-out' : `ending 60 ${reason}`);
      expect(await kept.heardOf('Action_Save')).to.deep.equal([]);
      expect(kept.done).to.deep.equal([]);
      expect(kept.stage.session.state.phase).to.equal('ready');
    });
  }

  it('does so once at a time', async () => {
    await kept.keep(OTHER, [() => fresh('reloaded')]);
    await Promise.all([kept.keeper.reload(), kept.keeper.reload()]);
    expect(kept.done).to.deep.equal(['launched', 'reopened with reloaded']);
  });
});
