import { Failure } from '../../../src/failure.js';
import { TokenLife } from '../../../src/session/token-life.js';
import { initialToken, type TokenEvent } from '../../../src/session/token-state.js';
import { Clock } from '../clock.js';
import { expect } from '../expect.js';

const LIFE = 3_600_000;
const MARGIN = 300_000;

const denied = (...[reason]: ConstructorParameters<typeof Failure>): TokenEvent => ({
  type: 'denied',
  failure: new Failure(reason),
});
const renewed = (): TokenEvent => ({ type: 'renewed', endsAt: Date.now() + LIFE });

describe('the clock of a token', () => {
  let clock: Clock;
  let life: TokenLife;
  let asked: number;
  let answer: () => TokenEvent | Promise<TokenEvent>;
  /** What was told, in short; in capitals where it is to be spoken. */
  let told: string[];

  beforeEach(() => {
    clock = new Clock();
    asked = 0;
    answer = renewed;
  });
  afterEach(() => {
    life.stop();
    clock.restore();
  });

  function begin(inPlace: boolean, endsAt = Date.now() + LIFE): TokenLife {
    told = [];
    life = new TokenLife({
      token: initialToken(endsAt, MARGIN, inPlace),
      ask: () => {
        asked += 1;
        return Promise.resolve(answer());
      },
      onNotice: () => {
        const { notice, isSpoken } = life;
        const seconds = notice && notice.kind !== 'signed-out' ? ` ${notice.secondsLeft}` : '';
        const text = `${notice?.kind ?? 'well'}${seconds}`;
        told.push(isSpoken ? text.toUpperCase() : text);
      },
    });
    life.start();
    return life;
  }

  it('has it renewed ahead of its end, again and again, without a word', async () => {
    begin(true);
    await clock.pass(LIFE - MARGIN - 1);
    expect(asked).to.equal(0);
    await clock.pass(1);
    expect(asked).to.equal(1);
    await clock.pass(LIFE - MARGIN);
    expect(asked).to.equal(2);
    expect(told).to.deep.equal([]);
  });

  it('leaves one alone of which nobody has said the end', async () => {
    begin(true, 0);
    window.dispatchEvent(new Event('focus'));
    await clock.pass(2 * LIFE);
    expect([asked, told]).to.deep.equal([0, []]);
  });

  it('counts to the end, and says where it is spoken', async () => {
    begin(false, Date.now() + 70_000);
    await clock.pass(200_000);
    expect(told).to.deep.equal([
      'ENDING 70',
      'ENDING 60',
      'ending 50',
      'ending 40',
      'ending 30',
      'ending 20',
      'ending 10',
      'ENDING 0',
    ]);
  });

  it('tells on wake-up of one that has ended while the machine slept', () => {
    begin(false);
    const { now } = Date;
    Date.now = () => now() + 2 * LIFE;
    window.dispatchEvent(new Event('focus'));
    expect(told).to.deep.equal(['ENDING 0']);
  });

  it('tries again ever more slowly until the end, and then no more by itself', async () => {
    begin(true);
    answer = () => denied('unavailable');
    await clock.pass(LIFE - MARGIN);
    expect(told).to.deep.equal(['WAITING 300']);
    await clock.pass(MARGIN - 1);
    expect([asked, told.at(-1)]).to.deep.equal([8, 'waiting 5']);
    await clock.pass(1);
    expect(told.at(-1)).to.equal('GIVEN-UP 0');
    await clock.pass(LIFE);
    expect(asked).to.equal(9);
    answer = renewed;
    await life.ask();
    expect(told.at(-1)).to.equal('WELL');
  });

  for (const type of ['online', 'focus', 'pageshow']) {
    it(`tries again at once on ${type}, in the middle of a wait and after the end`, async () => {
      begin(true);
      answer = () => denied('network');
      await clock.pass(LIFE - MARGIN + 80_000);
      expect(asked).to.equal(5);
      window.dispatchEvent(new Event(type));
      expect(asked).to.equal(6);
      await clock.pass(MARGIN);
      expect(told.at(-1)).to.equal('GIVEN-UP 0');
      answer = renewed;
      window.dispatchEvent(new Event(type));
      await clock.pass(0);
      expect(told.at(-1)).to.equal('WELL');
    });
  }

  it('asks nothing while the person is signed out, before they are back', async () => {
    begin(true);
    answer = () => denied('session-expired');
    await clock.pass(LIFE - MARGIN);
    expect([asked, told]).to.deep.equal([1, ['SIGNED-OUT']]);
    await clock.pass(LIFE);
    expect([asked, told]).to.deep.equal([1, ['SIGNED-OUT']]);
    answer = renewed;
    window.dispatchEvent(new Event('focus'));
    await clock.pass(0);
    expect([asked, told.at(-1)]).to.deep.equal([2, 'WELL']);
  });

  it('comes back to the time left when they are, also where only reloading helps', async () => {
    begin(false);
    await clock.pass(LIFE - MARGIN);
    answer = () => denied('session-expired');
    await life.ask();
    await clock.pass(200_000);
    expect(told).to.deep.equal(['ENDING 300', 'SIGNED-OUT']);
    answer = () => ({ type: 'signed-in' });
    window.dispatchEvent(new Event('focus'));
    await clock.pass(0);
    expect(told.slice(-2)).to.deep.equal(['SIGNED-OUT', 'ENDING 100']);
  });

  it('is not looked at while the tab is hidden', async () => {
    begin(true);
    answer = () => denied('session-expired');
    await clock.pass(LIFE - MARGIN);
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    try {
      window.dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange'));
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
    expect(asked).to.equal(1);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(asked).to.equal(2);
  });

  it('has the server asked once at a time, and does not turn round while that takes long', async () => {
    begin(true);
    answer = () => denied('timeout');
    await clock.pass(LIFE - MARGIN);
    let arrive: (event: TokenEvent) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    await clock.pass(45_000);
    window.dispatchEvent(new Event('online'));
    expect(asked).to.equal(2);
    // The time left goes on counting meanwhile.
    expect(told.at(-1)).to.equal('waiting 255');
    arrive(denied('timeout'));
    await clock.pass(0);
    await clock.pass(9_000);
    expect(asked).to.equal(2);
    await clock.pass(1_000);
    expect(asked).to.equal(3);
  });

  it('is nobody’s business after the end of the session', async () => {
    let arrive: (event: TokenEvent) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    begin(true);
    await clock.pass(LIFE - MARGIN);
    life.stop();
    arrive(denied('session-expired'));
    await clock.pass(2 * LIFE);
    window.dispatchEvent(new Event('online'));
    life.hear(denied('unavailable'));
    await life.ask();
    expect([asked, told]).to.deep.equal([1, []]);
  });
});
