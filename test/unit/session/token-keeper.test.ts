import { COLLABORA, editorUrl, launchOf } from '../editor-page.js';
import { expect } from '../expect.js';
import {
  AHEAD,
  fresh,
  KeptToken,
  LIBREOFFICE,
  LIFE,
  MARGIN,
  MINUTE,
  OTHER,
  refused,
  SECOND,
} from './kept-token.js';

describe('the keeper of a token', () => {
  let kept: KeptToken;
  beforeEach(() => (kept = new KeptToken()));
  afterEach(() => kept.end());

  describe('with an editor that takes a new token', () => {
    it('renews it ahead of the editor’s own warning, again and again, without a word', async () => {
      await kept.keep(COLLABORA, [() => fresh('second'), () => fresh('third')]);
      await kept.clock.pass(LIFE - AHEAD - SECOND);
      expect(kept.asked).to.equal(0);
      await kept.clock.pass(SECOND);
      expect(await kept.tokens()).to.deep.equal(['second']);
      expect(kept.stage.session.tokenEndsAt).to.equal(Date.now() + LIFE);
      await kept.clock.pass(LIFE - AHEAD);
      expect(await kept.tokens()).to.deep.equal(['second', 'third']);
      expect(kept.notice).to.equal('');
      expect(kept.done).to.deep.equal(['launched', 'launched']);
    });

    it('tells how long the access lasts while it can’t, until it can', async () => {
      await kept.keep(COLLABORA, [refused('unavailable'), refused('unavailable'), () => fresh('at last')]);
      await kept.clock.pass(LIFE - AHEAD);
      expect(kept.notice).to.equal('waiting 960 unavailable');
      await kept.clock.pass(5 * SECOND);
      expect(await kept.tokens()).to.deep.equal([]);
      await kept.clock.pass(10 * SECOND);
      expect(await kept.tokens()).to.deep.equal(['at last']);
      expect(kept.notice).to.equal('');
    });

    it('renews it when the person asks, also after its end', async () => {
      await kept.keep(COLLABORA, [refused('unavailable')]);
      await kept.clock.pass(LIFE);
      expect(kept.notice).to.equal('given-up 0 unavailable');
      kept.answers = [() => fresh('asked for')];
      kept.keeper.askNow();
      expect(await kept.tokens()).to.deep.equal(['asked for']);
      expect(kept.notice).to.equal('');
    });

    it('tells the editor nothing where the server names another one', async () => {
      await kept.keep(COLLABORA, [() => launchOf(editorUrl(COLLABORA, 'other.localhost'))]);
      await kept.clock.pass(LIFE - AHEAD);
      expect(await kept.tokens()).to.deep.equal([]);
      expect(kept.notice).to.equal('waiting 960 untrusted-editor');
    });

    it('renews it at once when the editor warns, or could not save with it', async () => {
      await kept.keep(COLLABORA, [() => fresh('warned'), () => fresh('unauthorized')]);
      await kept.says('App_TokenExpiring', { Timeout: 900_000 });
      expect(await kept.tokens()).to.deep.equal(['warned']);
      await kept.clock.pass(LIFE / 2);
      await kept.says('Action_Save_Resp', { success: false, result: 'saveunauthorized', errorMsg: 'No.' });
      expect(await kept.tokens()).to.deep.equal(['warned', 'unauthorized']);
      expect(kept.notice).to.equal('');
    });

    for (const [what, id, values, seconds] of [
      ['warns of the end all the same', 'App_TokenExpiring', { Timeout: 720_000 }, 720],
      ['says that it has ended', 'App_TokenExpired', {}, 0],
      ['can’t save with it', 'Action_Save_Resp', { success: false, result: 'saveunauthorized' }, 0],
    ] as const) {
      it(`gives it no more, and asks to reload, where the editor ${what}`, async () => {
        await kept.keep(COLLABORA, [() => fresh('second')]);
        await kept.says('App_TokenExpiring', { Timeout: 900_000 });
        await kept.clock.pass(2 * MINUTE);
        await kept.says(id, values);
        expect(kept.notice).to.equal(`ending ${seconds}`);
        await kept.clock.pass(2 * LIFE);
        expect(await kept.tokens()).to.deep.equal(['second']);
        expect(kept.asked).to.equal(1);
      });
    }

    it('asks to reload, and nothing of the server, where the editor has never said a word', async () => {
      await kept.keep(COLLABORA, [() => fresh()], true);
      await kept.clock.pass(LIFE - AHEAD);
      expect(kept.notice).to.equal('ending 960');
      expect([kept.asked, kept.keeper.savedBy]).to.deep.equal([0, 'person']);
    });

    it('wakes an editor that has dimmed itself before it gives it one, and no other', async () => {
      await kept.keep(COLLABORA, [() => fresh('second'), () => fresh('third'), () => fresh('fourth')]);
      const heard = () => kept.stage.editor?.heardOfAny('Grab_Focus', 'Reset_Access_Token');
      await kept.says('User_Idle');
      await kept.clock.pass(LIFE - AHEAD);
      expect(await heard()).to.deep.equal(['Grab_Focus', 'Reset_Access_Token']);
      await kept.clock.pass(LIFE - AHEAD);
      expect((await heard())?.slice(2)).to.deep.equal(['Reset_Access_Token']);
      await kept.says('User_Idle');
      await kept.says('Doc_ModifiedStatus', { Modified: true });
      await kept.clock.pass(LIFE - AHEAD);
      expect((await heard())?.slice(3)).to.deep.equal(['Reset_Access_Token']);
    });

    it('goes on when the person has signed in again; one who never was signed out asks nothing', async () => {
      await kept.keep(COLLABORA, [refused('session-expired'), () => fresh('new')]);
      window.dispatchEvent(new Event('focus'));
      expect(kept.asked).to.equal(0);
      kept.keeper.askNow();
      await kept.clock.pass(0);
      expect(kept.notice).to.equal('signed-out');
      window.dispatchEvent(new Event('focus'));
      expect(await kept.tokens()).to.deep.equal(['new']);
      expect(kept.notice).to.equal('');
    });

    it('does nothing any more when it is stopped, and has what it asked for dropped', async () => {
      await kept.keep(COLLABORA, [() => fresh()]);
      kept.keeper.stop();
      await kept.clock.pass(2 * LIFE);
      window.dispatchEvent(new Event('focus'));
      await kept.keeper.reload();
      expect(await kept.tokens()).to.deep.equal([]);
      expect(kept.asked).to.equal(0);
    });
  });

  describe('with an editor that takes none', () => {
    it('tells the time left, and asks the server nothing', async () => {
      await kept.keep(OTHER, [() => fresh()]);
      await kept.clock.pass(LIFE - MARGIN - SECOND);
      expect(kept.notice).to.equal('');
      await kept.clock.pass(SECOND);
      expect(kept.notice).to.equal('ending 300');
      await kept.clock.pass(MARGIN);
      expect(kept.notice).to.equal('ending 0');
      expect(kept.asked).to.equal(0);
      expect(await kept.tokens()).to.deep.equal([]);
    });

    it('is ahead of an editor’s own warning', async () => {
      await kept.keep(LIBREOFFICE, [() => fresh()]);
      await kept.clock.pass(LIFE - AHEAD - SECOND);
      expect(kept.notice).to.equal('');
      await kept.clock.pass(SECOND);
      expect(kept.notice).to.equal('ending 960');
    });

    it('tells of the end of the Nuxeo session, and comes back to the time left when it is there again', async () => {
      await kept.keep(OTHER, [refused('unavailable'), refused('session-expired'), () => fresh()]);
      const look = async () => {
        kept.keeper.askNow();
        await kept.clock.pass(0);
        return kept.notice;
      };
      expect(await look()).to.equal('');
      expect(await look()).to.equal('signed-out');
      await kept.clock.pass(LIFE - 2 * MINUTE);
      expect(kept.notice).to.equal('signed-out');
      expect(await look()).to.equal('ending 120');
    });
  });
});
