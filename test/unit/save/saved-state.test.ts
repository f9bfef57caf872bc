import {
  afterWitness,
  initialState,
  isAtRisk,
  isSaved,
  type SavedState,
  type SaveWitness,
} from '../../../src/save/saved-state.js';
import { expect } from '../expect.js';

const loaded: SaveWitness = { type: 'loaded', tellsSaved: true };
const modified: SaveWitness = { type: 'modified' };
const unmodified: SaveWitness = { type: 'unmodified' };
const asked: SaveWitness = { type: 'asked' };
const saveDone: SaveWitness = { type: 'save-done' };
const nothingToSave: SaveWitness = { type: 'nothing-to-save' };
const saveFailed: SaveWitness = { type: 'save-failed', text: 'Save failed' };
const replaced: SaveWitness = { type: 'replaced' };
const settled: SaveWitness = { type: 'settled' };
const seen = (digest: string): SaveWitness => ({ type: 'seen', digest });

/** What is known after all of it, of a file that had the digest `a` when it opened. */
const after = (...witnesses: SaveWitness[]): SavedState => witnesses.reduce(afterWitness, initialState('a'));

/** In a word, what may be claimed. */
function claim(...witnesses: SaveWitness[]): string {
  const state = after(...witnesses);
  return isSaved(state) ? 'saved' : isAtRisk(state) ? 'at risk' : state.word;
}

describe('what is known of changes, beside what was recorded', () => {
  const sequences: [name: string, claim: string, ...SaveWitness[]][] = [
    ['saved and arrived, then typed again', 'at risk', loaded, modified, unmodified, seen('b'), modified],
    [
      'saved twice, only the first one has arrived',
      'at risk',
      loaded,
      modified,
      unmodified,
      modified,
      unmodified,
      seen('b'),
    ],
    [
      'saved twice, both have arrived',
      'saved',
      loaded,
      modified,
      unmodified,
      modified,
      unmodified,
      seen('b'),
      seen('c'),
    ],
    [
      'it says that nothing is to be saved, of a save that Nuxeo has refused',
      'at risk',
      loaded,
      modified,
      asked,
      nothingToSave,
    ],
    ['one save told of twice, and arrived', 'saved', loaded, modified, unmodified, saveDone, seen('b')],
    ['the same, first by its answer', 'saved', loaded, modified, asked, saveDone, unmodified, seen('b')],
    [
      'asked when all was saved: what it saves then was not told of',
      'at risk',
      loaded,
      modified,
      unmodified,
      seen('b'),
      asked,
      saveDone,
    ],
    ['asked to save with nothing to save', 'clean', loaded, unmodified, asked, nothingToSave],
    ['its save on demand failed', 'at risk', loaded, unmodified, modified, asked, saveFailed],
    ['a save failed, more was typed', 'at risk', loaded, modified, saveFailed, modified],
    ['a save failed, then one did not', 'saved', loaded, modified, saveFailed, saveDone, seen('b')],
    [
      'its process crashed after a save that has not arrived',
      'at risk',
      loaded,
      modified,
      unmodified,
      loaded,
    ],
    [
      'its process crashed with changes, after a save that has not arrived',
      'lost',
      loaded,
      modified,
      unmodified,
      modified,
      loaded,
      seen('b'),
    ],
    [
      'crashed, typed again and saved',
      'saved',
      loaded,
      modified,
      loaded,
      unmodified,
      modified,
      unmodified,
      seen('b'),
    ],
    ['somebody else saved while nothing was changed here', 'clean', loaded, unmodified, seen('b')],
    ['reloaded by the person while it had changes', 'clean', loaded, modified, replaced, loaded, unmodified],
    ['reloaded with a save still on its way', 'at risk', loaded, modified, unmodified, replaced, loaded],
  ];
  for (const [name, expected, ...witnesses] of sequences) {
    it(`${name}: ${expected}`, () => expect(claim(...witnesses)).to.equal(expected));
  }
});

describe('a request to save', () => {
  const requests: [name: string, request: SavedState['request'], ...SaveWitness[]][] = [
    ['is answered by a save', 'answered', asked, saveDone],
    ['is answered by a save that failed', 'answered', asked, saveFailed],
    ['is answered by there being nothing to save', 'answered', asked, nothingToSave],
    ['is answered by there being no changes any more', 'answered', modified, asked, unmodified],
    ['is not answered by another change', 'waiting', asked, modified],
    ['says nothing of a change after its answer', 'none', asked, saveDone, modified],
    ['says nothing of an editor that is started anew', 'none', asked, nothingToSave, modified, loaded],
    ['is none where nobody has asked', 'none', modified, saveDone],
  ];
  for (const [name, expected, ...witnesses] of requests) {
    it(name, () => expect(after(loaded, ...witnesses).request).to.equal(expected));
  }
});

describe('what is known of changes, with Microsoft’s editors', () => {
  it('is nothing where the editor says nothing, whatever the server has', () => {
    expect(claim()).to.equal('silent');
    expect(claim({ type: 'loaded', tellsSaved: false }, seen('b'))).to.equal('silent');
  });

  it('is a risk from the first notice of changes until so long after the last one that all must be saved', () => {
    expect(claim(modified)).to.equal('at risk');
    expect(claim(modified, seen('b'))).to.equal('at risk');
    expect(claim(modified, modified, settled)).to.equal('silent');
    expect(claim(modified, replaced, { type: 'loaded', tellsSaved: false })).to.equal('silent');
  });
});

describe('a word that brings nothing new', () => {
  it('is no change at all', () => {
    const state = after(loaded, modified);
    for (const witness of [modified, seen('a')]) expect(afterWitness(state, witness)).to.deep.equal(state);
    const clean = after(loaded);
    for (const witness of [loaded, unmodified, nothingToSave, settled])
      expect(afterWitness(clean, witness)).to.equal(clean);
  });

  it('keeps the editor’s own words for a failure', () => {
    expect(after(loaded, modified, saveFailed, modified).failure).to.equal('Save failed');
    expect(after(loaded, modified, saveFailed, saveDone).failure).to.equal('');
  });
});
