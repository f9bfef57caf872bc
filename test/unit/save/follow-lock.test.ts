import { followLock } from '../../../src/save/follow-lock.js';
import type { Look } from '../../../src/save/look.js';
import { expect } from '../expect.js';
import { UNLOCKED } from './unlocked.js';

const forever = new AbortController().signal;

describe('the lock of a document whose editor is closed', () => {
  /** What each look shows: who has it locked. The last one for good. */
  function server(...owners: string[]) {
    let looks = 0;
    const look = (): Promise<Look> => {
      const lockOwner = owners[Math.min(looks, owners.length - 1)] ?? '';
      looks += 1;
      return Promise.resolve({ ...UNLOCKED, lockOwner });
    };
    return { look, count: () => looks };
  }

  it('is looked at once more after it has gone: Web UI may just be showing what it loaded before', async () => {
    const { look, count } = server('');
    await followLock(look, forever);
    expect(count()).to.equal(2);
  });

  it('is looked at until it has gone', async () => {
    const { look, count } = server('alice', '');
    await followLock(look, forever);
    expect(count()).to.equal(3);
  });

  it('is looked at no more when the file is opened again', async () => {
    const abort = new AbortController();
    const { look, count } = server('alice');
    const following = followLock(look, abort.signal);
    abort.abort();
    await following;
    expect(count()).to.equal(1);
  });
});
