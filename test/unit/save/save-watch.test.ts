import type { Look } from '../../../src/save/look.js';
import { firstLook, watchForSave } from '../../../src/save/save-watch.js';
import { expect } from '../expect.js';
import { UNLOCKED } from './unlocked.js';

const seen = (digest: string): Promise<Look> => Promise.resolve({ ...UNLOCKED, digest });

describe('watching for a save', () => {
  it('is one look where nothing is expected', async () => {
    let looks = 0;
    const look = () => {
      looks += 1;
      return seen('old');
    };
    expect(await watchForSave({ digest: 'old', look, patience: 0 })).to.equal(undefined);
    expect(looks).to.equal(1);
  });

  it('sees the change, though a look in between fails', async () => {
    const answers = [() => Promise.reject(new Error('503')), () => seen('new')];
    const look = () => (answers.shift() ?? (() => seen('late')))();
    expect(await watchForSave({ digest: 'old', look, patience: 30 })).to.include({ digest: 'new' });
  });

  it('ends with its patience', async () => {
    const start = performance.now();
    expect(await watchForSave({ digest: 'old', look: () => seen('old'), patience: 0.2 })).to.equal(undefined);
    expect(performance.now() - start).to.be.within(190, 5000);
  });

  it('ends when it is told to', async () => {
    const abort = new AbortController();
    abort.abort();
    const look = () => seen('new');
    expect(await watchForSave({ digest: 'old', look, patience: 30, signal: abort.signal })).to.equal(
      undefined,
    );
  });

  it('ends at once when it is told to while it waits', async () => {
    const abort = new AbortController();
    const start = performance.now();
    const watching = watchForSave({
      digest: 'old',
      look: () => seen('old'),
      patience: 60,
      signal: abort.signal,
    });
    await new Promise(requestAnimationFrame);
    abort.abort();
    expect(await watching).to.equal(undefined);
    expect(performance.now() - start).to.be.below(900);
  });
});

describe('the first look', () => {
  const { signal } = new AbortController();

  it('is the first that succeeds', async () => {
    const answers = [() => Promise.reject(new Error('503')), () => seen('new')];
    const look = () => (answers.shift() ?? (() => seen('late')))();
    expect(await firstLook(look, 30, signal)).to.include({ digest: 'new' });
  });

  it('is none where none succeeds in time, or nobody waits any more', async () => {
    const look = () => Promise.reject(new Error('503'));
    expect(await firstLook(look, 0.1, signal)).to.equal(undefined);
    expect(await firstLook(look, 60, AbortSignal.abort())).to.equal(undefined);
  });
});
