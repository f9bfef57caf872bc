import { initialToken, speechOf } from '../../../src/session/token-state.js';
import { expect } from '../expect.js';
import { denied, LIFE, MARGIN, MINUTE, reloadDenied, SECOND, Told } from './told-token.js';

describe('a token of an editor that takes no other', () => {
  it('is no news until it is due; then the time left is, to its end and after', () => {
    const told = new Told(false).until(MARGIN + 1);
    expect(told.says).to.equal('');
    expect(told.until(MARGIN).says).to.equal('ending 300');
    expect(told.until(90 * SECOND).says).to.equal('ending 90');
    expect(told.until(0).says).to.equal('ending 0');
    expect(told.until(-LIFE).says).to.equal('ending 0');
    expect(told.isToRenew).to.equal(false);
  });

  it('counts every ten seconds, and is spoken of at five minutes, at one and at the end', () => {
    const told = new Told(false);
    told.state = { ...told.state, margin: 6 * MINUTE };
    const spoken: number[] = [];
    let speech = '';
    const listen = () => {
      const now = speechOf(told.notice, told.state);
      if (now && now !== speech) spoken.push((told.state.endsAt - told.now) / SECOND);
      speech = now;
    };
    const looks = told.looks();
    expect(looks).to.have.length(37);
    for (const look of looks) {
      told.now = look;
      listen();
    }
    expect(spoken).to.deep.equal([360, 300, 60, 0]);
  });

  it('comes to its marks to the second, however odd the moment at which the clock was looked at', () => {
    const told = new Told(false).until(303_400);
    told.state = { ...told.state, margin: 6 * MINUTE };
    expect(told.looks(told.state.endsAt - 290_000)).to.deep.equal([3_300_000, 3_310_000]);
    told.until(64_300);
    expect(told.looks(told.state.endsAt - 55_000)).to.deep.equal([LIFE - MINUTE]);
  });

  it('is spoken of again where a reload was refused, each time, and where the person is asked', () => {
    const told = new Told(false).until(200 * SECOND);
    const speech = () => speechOf(told.notice, told.state);
    const spoken = [speech()];
    told.hear({ type: 'asked', question: 'unsaved' });
    spoken.push(speech());
    told.hear(reloadDenied('unavailable'));
    spoken.push(speech());
    told.hear(reloadDenied('unavailable'));
    spoken.push(speech());
    expect(new Set(spoken).size).to.equal(4);
  });

  it('says why no other was given to reload with, until one could be had', () => {
    const told = new Told(false).until(MINUTE).hear(reloadDenied('network'));
    expect(told.says).to.equal('ending 60 network');
    expect(told.hear(denied('network')).says).to.equal('ending 60 network');
    expect(told.hear({ type: 'signed-in' }).says).to.equal('ending 60');
  });

  it('asks about changes; a reload that is refused after that leaves nothing agreed to', () => {
    const told = new Told(false).until(MINUTE).hear({ type: 'asked', question: 'save-failed' });
    expect(told.says).to.equal('ending 60 save-failed');
    expect(told.hear(reloadDenied('forbidden')).says).to.equal('ending 60 forbidden');
  });

  it('is due as soon as the editor itself warns, and ends when that says', () => {
    const told = new Told(false).until(20 * MINUTE);
    told.hear({ type: 'warned', endsAt: told.now + 15 * MINUTE });
    expect(told.says).to.equal('ending 900');
    expect(told.hear({ type: 'warned', endsAt: told.now }).says).to.equal('ending 0');
  });

  it('of which nobody has said the end is left alone, until the editor warns', () => {
    const told = new Told(false);
    told.state = initialToken(0, MARGIN, false);
    expect(told.looks()).to.deep.equal([]);
    expect(told.says).to.equal('');
    expect(told.hear({ type: 'warned', endsAt: told.now + MINUTE }).says).to.equal('ending 60');
  });
});

describe('that the Nuxeo session is over', () => {
  for (const inPlace of [true, false]) {
    it(`stays the news whatever the clock says, ${inPlace ? 'renewed in place' : 'with reloads'}`, () => {
      const told = new Told(inPlace).until(200 * SECOND).hear(denied('session-expired'));
      for (const left of [190, 60, 10, 0, -600])
        expect(told.until(left * SECOND).says).to.equal('signed-out');
      expect(told.isToRenew).to.equal(false);
      expect(told.looks()).to.deep.equal([]);
    });

    for (const reason of ['network', 'timeout', 'unavailable'] as const) {
      it(`stays the news where the server can't be asked: ${reason}, ${inPlace ? 'in place' : 'with reloads'}`, () => {
        const told = new Told(inPlace).until(200 * SECOND).hear(denied('session-expired'));
        expect(told.hear(denied(reason)).says).to.equal('signed-out');
        expect(told.hear(reloadDenied(reason)).says).to.equal('signed-out');
      });
    }
  }

  it('gives way to the time left when the person has signed in', () => {
    const told = new Told(false).until(200 * SECOND).hear(reloadDenied('session-expired'));
    expect(told.says).to.equal('signed-out');
    expect(told.until(150 * SECOND).hear({ type: 'signed-in' }).says).to.equal('ending 150');
  });

  it('is no news any more when they have signed in before the token is due', () => {
    const told = new Told(false).until(20 * MINUTE).hear(denied('session-expired'));
    expect(told.says).to.equal('signed-out');
    expect(told.hear({ type: 'signed-in' }).says).to.equal('');
    expect(told.looks()[0]).to.equal(LIFE - MARGIN);
  });

  it('is over too where the server knows the person and refuses', () => {
    const told = new Told(false).until(MINUTE).hear(reloadDenied('session-expired'));
    expect(told.hear(reloadDenied('forbidden')).says).to.equal('ending 60 forbidden');
  });
});
