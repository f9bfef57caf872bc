import { expect } from 'chai';
import { timeLimit } from '../../../src/access/time-limit.js';

const ended = (signal: AbortSignal) =>
  new Promise<unknown>((resolve) =>
    signal.aborted ? resolve(signal.reason) : signal.addEventListener('abort', () => resolve(signal.reason)),
  );

describe('a time limit', () => {
  it('ends a request with an error that tells of the time', async () => {
    expect(await ended(timeLimit(0.01))).to.have.property('name', 'TimeoutError');
  });

  it('ends with the session it belongs to, whose reason it keeps', async () => {
    const session = new AbortController();
    const limit = timeLimit(60, session.signal);
    expect(limit.aborted).to.equal(false);
    session.abort('closed');
    expect(await ended(limit)).to.equal('closed');
  });

  it('has ended where the session has', () => {
    expect(timeLimit(60, AbortSignal.abort()).aborted).to.equal(true);
  });
});
