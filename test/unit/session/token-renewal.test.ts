import { initialToken, speechOf, type TokenEvent } from '../../../src/session/token-state.js';
import { expect } from '../expect.js';
import { denied, LIFE, MARGIN, MINUTE, reloadDenied, SECOND, Told } from './told-token.js';

describe('a token that is renewed in place', () => {
  it('is so when it is due, without a word, and then that one, when it is', () => {
    const told = new Told(true);
    expect(told.looks()).to.deep.equal([LIFE - MARGIN]);
    expect([told.isToRenew, told.says]).to.deep.equal([true, '']);
    told.hear({ type: 'renewed', endsAt: told.now + LIFE });
    expect([told.isToRenew, told.says]).to.deep.equal([false, '']);
    expect(told.looks()).to.deep.equal([2 * (LIFE - MARGIN)]);
  });

  it('is tried again ever more slowly until it ends, with the time left; then it is given up, and the reason told', () => {
    const told = new Told(true).until(MARGIN);
    const tries: number[] = [];
    while (told.isToRenew) {
      const wasNew = told.says === '';
      tries.push((told.state.endsAt - told.now) / SECOND);
      told.hear(denied('unavailable'));
      if (wasNew) expect(told.says).to.equal('waiting 300 unavailable');
      told.looks();
    }
    expect(tries).to.deep.equal([300, 295, 285, 265, 225, 165, 105, 45, 0]);
    expect(told.says).to.equal('given-up 0 unavailable');
    expect(told.looks()).to.deep.equal([]);
  });

  it('is spoken of at first, at one minute and at the end, however often it is tried', () => {
    const told = new Told(true).until(MARGIN).hear(denied('network'));
    const spoken: number[] = [];
    let speech = '';
    for (let left = 300; left >= 0; left -= 5) {
      told.until(left * SECOND);
      if (told.isToRenew) told.hear(denied('network'));
      const now = speechOf(told.notice, told.state);
      if (now !== speech) spoken.push(left);
      speech = now;
    }
    expect(spoken).to.deep.equal([300, 60, 0]);
  });

  it('is well again when it was renewed after all, before its end or after it', () => {
    for (const left of [MINUTE, -MINUTE]) {
      const told = new Told(true).until(left).hear(denied('unavailable'));
      told.hear({ type: 'renewed', endsAt: told.now + LIFE });
      expect(told.says).to.equal('');
      expect(told.until(MARGIN).hear(denied('timeout')).says).to.equal('waiting 300 timeout');
      expect(told.state.retryAt - told.now).to.equal(5 * SECOND);
    }
  });

  it('that is born old is not renewed in a loop', () => {
    const told = new Told(true).until(MARGIN);
    told.hear({ type: 'renewed', endsAt: told.now + MINUTE });
    expect([told.isToRenew, told.says]).to.deep.equal([false, '']);
    expect(told.looks()).to.deep.equal([LIFE - MARGIN + 10 * SECOND]);
  });

  it('is renewed at once when the editor warns, but not while it waits to try again', () => {
    const told = new Told(true).until(15 * MINUTE);
    told.hear({ type: 'warned', endsAt: told.state.endsAt });
    expect(told.isToRenew).to.equal(true);
    told.hear(denied('unavailable')).pass(SECOND).hear({ type: 'warned', endsAt: told.state.endsAt });
    expect([told.isToRenew, told.says]).to.deep.equal([false, 'waiting 899 unavailable']);
    expect(told.pass(4 * SECOND).isToRenew).to.equal(true);
  });

  it('waits for nothing of which nobody has said the end, and is tried again all the same', () => {
    const told = new Told(true);
    told.state = initialToken(0, MARGIN, true);
    told.hear(denied('unavailable'));
    expect(told.says).to.equal('');
    expect(told.looks()).to.deep.equal([5 * SECOND]);
  });
});

describe('an editor that was given another token', () => {
  /** Given one for another hour, 300 s before the end of the first. */
  const given = () => {
    const told = new Told(true).until(MARGIN);
    return told.hear({ type: 'renewed', endsAt: told.now + LIFE });
  };

  it('and warns again of the end of the first has not taken it: the person reloads, and it is given no more', () => {
    const told = given().pass(2 * MINUTE);
    told.hear({ type: 'warned', endsAt: told.now + 3 * MINUTE });
    expect([told.isToRenew, told.says]).to.deep.equal([false, 'ending 180']);
    expect(told.until(0).says).to.equal('ending 0');
    expect(told.isToRenew).to.equal(false);
  });

  it('and could not save with it has not taken it: its access has ended', () => {
    const told = given().pass(6 * MINUTE);
    told.hear({ type: 'warned', endsAt: told.now });
    expect(told.says).to.equal('ending 0');
  });

  it('and has warned at the same moment is not taken for one that refuses', () => {
    const told = given().pass(SECOND);
    told.hear({ type: 'warned', endsAt: told.now + MARGIN });
    expect(told.says).to.equal('');
    expect(told.looks()[0]).to.equal(told.state.endsAt - MARGIN);
  });

  it('and warns when that one comes to its end is given the next', () => {
    const told = given().until(15 * MINUTE);
    told.hear({ type: 'warned', endsAt: told.state.endsAt });
    expect(told.isToRenew).to.equal(true);
    told.hear({ type: 'renewed', endsAt: told.now + LIFE });
    expect(told.says).to.equal('');
  });

  it('is left to the person where it can’t be given any', () => {
    const told = new Told(true).until(MARGIN).hear({ type: 'refused' });
    expect([told.isToRenew, told.says]).to.deep.equal([false, 'ending 300']);
  });
});

describe('whatever comes, in whatever order', () => {
  /** Numbers that look like chance and are the same each time (mulberry32). */
  function* chance(seed: number): Generator<number, never> {
    for (;;) {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      yield ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    }
  }

  it('the notice is true, and the clock is not looked at in a loop', () => {
    const dice = chance(9);
    const roll = () => dice.next().value;
    const reasons = ['session-expired', 'network', 'unavailable', 'forbidden'] as const;
    const questions = ['unsaved', 'save-failed', 'save-unanswered'] as const;
    for (let run = 0; run < 300; run++) {
      const told = new Told(roll() < 0.5);
      const events: (() => TokenEvent)[] = [
        () => ({ type: 'renewed', endsAt: told.now + roll() * LIFE }),
        () => ({ type: 'warned', endsAt: roll() < 0.5 ? undefined : told.now + roll() * 15 * MINUTE }),
        () => ({ type: 'refused' }),
        () => ({ type: 'signed-in' }),
        () => denied(reasons[Math.floor(roll() * reasons.length)]!),
        () => reloadDenied(reasons[Math.floor(roll() * reasons.length)]!),
        () => ({ type: 'asked', question: questions[Math.floor(roll() * questions.length)]! }),
      ];
      for (let step = 0; step < 40; step++) {
        told.hear(events[Math.floor(roll() * events.length)]!()).pass(roll() * 20 * MINUTE);
        const { state, notice, now } = told;
        const hasEnded = state.endsAt > 0 && now >= state.endsAt;
        expect(notice?.kind === 'signed-out').to.equal(state.isSignedOut);
        if (notice?.kind === 'ending') expect(state.inPlace).to.equal(false);
        if (notice?.kind === 'waiting') expect([state.inPlace, hasEnded]).to.deep.equal([true, false]);
        if (notice?.kind === 'given-up') expect([state.inPlace, hasEnded]).to.deep.equal([true, true]);
        if (notice && notice.kind !== 'signed-out') expect(notice.secondsLeft === 0).to.equal(hasEnded);
        // Until it is asked something of the server, the clock is looked at every ten seconds at most, and at three marks.
        const later = now + 10 * MINUTE;
        const looks = told.isToRenew ? [] : told.looks(later);
        expect(looks.length).to.be.at.most(64);
        told.now = now;
      }
    }
  });
});
