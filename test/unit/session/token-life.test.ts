import { expect } from '../expect.js';
import { Failure } from '../../../src/failure.js';
import { TokenLife, type TokenLifeOptions, type TokenNotice } from '../../../src/session/token-life.js';
import { until } from '../web-ui.js';

describe('the life of a token', () => {
  let life: TokenLife | undefined;
  let notices: (TokenNotice | undefined)[];

  function begin(options: Partial<TokenLifeOptions>): void {
    notices = [];
    life = new TokenLife({
      endsAt: Date.now() + 200,
      renewBefore: 0.1,
      onNotice: (notice) => notices.push(notice),
      waits: [0.01, 0.02],
      ...options,
    });
    life.start();
  }

  afterEach(() => life?.stop());

  it('is renewed ahead of its end, without a word', async () => {
    const endsAt = Date.now() + 200;
    let renewedAt = 0;
    begin({
      endsAt,
      renewBefore: 0.15,
      renew: () => {
        renewedAt = Date.now();
        return Promise.resolve(Date.now() + 1e6);
      },
    });
    expect(renewedAt).to.equal(0);
    await until(() => notices.length === 1);
    expect(notices).to.deep.equal([undefined]);
    expect(endsAt - renewedAt).to.be.at.most(150);
  });

  it('without an end is left alone', async () => {
    begin({ endsAt: 0, renew: () => Promise.reject(new Error('renewed')) });
    window.dispatchEvent(new Event('focus'));
    await new Promise(requestAnimationFrame);
    expect(notices).to.deep.equal([]);
  });

  it('where the editor takes no new one, the time left is told, to its end', async () => {
    begin({ endsAt: Date.now() + 1500, renewBefore: 60 });
    expect(notices).to.deep.equal([{ kind: 'ending', secondsLeft: 2 }]);
    await until(() => notices.some((notice) => notice?.kind === 'ending' && notice.secondsLeft === 0));
  });

  it('that has ended while the machine slept is told on wake-up', () => {
    const { now } = Date;
    begin({ endsAt: Date.now() + 3_600_000, renewBefore: 300 });
    expect(notices).to.deep.equal([]);
    try {
      Date.now = () => now() + 7_200_000;
      window.dispatchEvent(new Event('focus'));
    } finally {
      Date.now = now;
    }
    expect(notices).to.deep.equal([{ kind: 'ending', secondsLeft: 0 }]);
  });

  it('that can’t be renewed three times in a row is given up, and told', async () => {
    let attempts = 0;
    begin({
      renewBefore: 60,
      renew: () => {
        attempts += 1;
        return Promise.reject(new Failure('unavailable'));
      },
    });
    await until(() => notices.at(-1)?.kind === 'given-up');
    expect(attempts).to.equal(3);
    expect(notices.map((notice) => notice?.kind)).to.deep.equal(['waiting', 'waiting', 'given-up']);
    window.dispatchEvent(new Event('focus'));
    await new Promise(requestAnimationFrame);
    expect(attempts).to.equal(3);
    life?.renewNow();
    await until(() => attempts === 4);
  });

  it('after signing in again it is renewed, on coming back to the tab, and nothing is asked before', async () => {
    let signedIn = false;
    let attempts = 0;
    begin({
      renewBefore: 60,
      renew: () => {
        attempts += 1;
        return signedIn ? Promise.resolve(Date.now() + 1e6) : Promise.reject(new Failure('session-expired'));
      },
    });
    await until(() => notices.at(-1)?.kind === 'signed-out');
    expect(attempts).to.equal(1);
    signedIn = true;
    window.dispatchEvent(new Event('focus'));
    await until(() => notices.length === 2 && notices[1] === undefined);
  });

  it('offline it says so, and goes on when the connection is back', async () => {
    let online = false;
    begin({
      renewBefore: 60,
      renew: () => (online ? Promise.resolve(Date.now() + 1e6) : Promise.reject(new Failure('network'))),
    });
    await until(() => notices.at(-1)?.kind === 'given-up');
    expect(notices.at(-1)).to.include({ reason: 'network' });
    online = true;
    window.dispatchEvent(new Event('online'));
    await until(() => notices.at(-1) === undefined);
  });

  it('is not looked at while the tab is hidden', async () => {
    let attempts = 0;
    begin({
      renewBefore: 60,
      renew: () => {
        attempts += 1;
        return Promise.reject(new Failure('session-expired'));
      },
    });
    await until(() => notices.at(-1)?.kind === 'signed-out');
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    try {
      window.dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange'));
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
    expect(attempts).to.equal(1);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => attempts === 2);
  });

  it('is nobody’s business after the end of the session', async () => {
    const failing = (count: () => void) => ({
      renewBefore: 60,
      renew: () => {
        count();
        return Promise.reject(new Failure('unavailable'));
      },
    });
    let attempts = 0;
    begin(failing(() => (attempts += 1)));
    life?.stop();
    const own = notices;
    // Another session of the same kind, not ended, has come to its own end meanwhile.
    begin(failing(() => undefined));
    await until(() => notices.at(-1)?.kind === 'given-up');
    window.dispatchEvent(new Event('online'));
    expect(attempts).to.equal(1);
    expect(own).to.deep.equal([]);
  });
});
