import { followSave, type Outcome } from '../../../src/save/follow-save.js';
import { initialState, type SavedState } from '../../../src/save/saved-state.js';
import { expect } from '../expect.js';
import { installWebUi, until } from '../web-ui.js';

const forever = new AbortController().signal;

/** What was known when the editor was closed; the server had the digest `old` at the last look. */
const known = (given: Partial<SavedState>): SavedState => ({ ...initialState('old'), ...given });
const SILENT = known({});
const CLEAN = known({ word: 'clean' });
const CHANGED = known({ word: 'changed', everChanged: true });
const SAVED = known({ word: 'saved', everChanged: true });
const OWED = known({ word: 'saved', owed: 1, everChanged: true });
const FAILED = known({ word: 'failed', failure: 'Disk full', everChanged: true });
const LOST = known({ word: 'lost', everChanged: true });

const SOON = 'Report.docx: what you changed shows here as soon as it has reached Nuxeo.';
const ON_ITS_WAY = 'Report.docx: your changes are on their way to Nuxeo…';
const ARRIVED = 'Report.docx is saved in Nuxeo.';
const UPDATED = 'Report.docx has new content in Nuxeo.';
const COULD_NOT =
  'Report.docx: the editor could not save the last changes. Open the file again to see what is there.';
const MISSING =
  'Report.docx: no change has arrived in Nuxeo yet. Open the file again to see whether your changes are there.';
const UNSURE =
  'Report.docx has new content in Nuxeo. It is not known whether your last changes are in it: open the file again to see.';

interface Toast {
  message?: string;
  commandId?: string;
  duration?: number;
  close?: boolean;
}

describe('after closing', () => {
  let told: Toast[];
  let refreshed: number;

  before(() => installWebUi());
  beforeEach(() => {
    told = [];
    refreshed = 0;
    const app = Object.assign(document.createElement('div'), {
      page: 'browse',
      currentDocument: { uid: '1' },
    });
    app.addEventListener('notify', (event) => told.push((event as CustomEvent<Toast>).detail));
    app.addEventListener('document-updated', () => (refreshed += 1));
    (window as unknown as { Nuxeo: { UI: { app: unknown } } }).Nuxeo.UI.app = app;
  });

  const outcome = (saved: SavedState, given: Partial<Outcome> = {}): Outcome => ({
    route: { repository: 'default', documentId: '1', xpath: 'file:content' },
    fileName: 'Report.docx',
    saved,
    isSure: true,
    patience: 0.2,
    ...given,
  });

  /** The server's digest at each look, the last one for good. */
  const server = (...digests: string[]) => {
    return () => Promise.resolve((digests.length > 1 ? digests.shift() : digests[0]) ?? '');
  };

  const words = () => told.map(({ message }) => message);

  const cases: [what: string, known: Outcome, digests: string[], words: string[], refreshed: number][] = [
    ['changes that were not saved, and nothing arrives', outcome(CHANGED), ['old'], [ON_ITS_WAY, MISSING], 0],
    [
      'changes after which a save was made that may not have had them',
      outcome(CHANGED),
      ['mid-session'],
      [ON_ITS_WAY, UNSURE],
      1,
    ],
    ['a save that was told of, and does not arrive', outcome(OWED), ['old'], [ON_ITS_WAY, MISSING], 0],
    ['a save that was told of, and is there', outcome(OWED), ['new'], [ON_ITS_WAY, ARRIVED], 1],
    [
      'two saves that were told of, and one is there',
      outcome({ ...OWED, owed: 2 }),
      ['new'],
      [ON_ITS_WAY, UNSURE],
      1,
    ],
    ['all saved, as the editor has said at the end', outcome(SAVED), ['old'], [ARRIVED], 0],
    ['all saved, but the editor was not asked at the end', outcome(SAVED, { isSure: false }), ['old'], [], 0],
    ['a save that failed', outcome(FAILED), ['old'], [COULD_NOT], 0],
    ['an editor that was started anew', outcome(LOST), ['mid-session'], [COULD_NOT], 1],
    ['nothing changed', outcome(CLEAN), ['old'], [], 0],
    ['an editor that says nothing', outcome(SILENT), ['mid-session'], [SOON], 1],
  ];
  for (const [what, known, digests, expected, times] of cases) {
    it(`${what}: ${expected.length ? expected.join(' ') : 'no word'}`, async () => {
      await followSave(known, forever, server(...digests));
      expect(words()).to.deep.equal(expected);
      expect(refreshed).to.equal(times);
    });
  }

  const late: [what: string, known: SavedState, word: string][] = [
    ['changes that were not saved', CHANGED, ARRIVED],
    ['a save that was told of', OWED, ARRIVED],
    ['a save that failed, and was tried again', FAILED, ARRIVED],
    ['what was typed in the last moment', CLEAN, UPDATED],
    ['somebody’s work, with an editor that says nothing', SILENT, UPDATED],
  ];
  for (const [what, known, word] of late) {
    it(`${what} arrive later: ${word}`, async () => {
      await followSave(outcome(known, { patience: 2, isSure: false }), forever, server('old', 'old', 'new'));
      expect(words().at(-1)).to.equal(word);
      expect(refreshed).to.equal(1);
    });
  }

  it('what is on its way is told until there is more to tell, in one toast', async () => {
    await followSave(outcome(OWED), forever, server('new'));
    expect(told.map(({ duration }) => duration)).to.deep.equal([0, undefined]);
    expect(new Set(told.map(({ commandId }) => commandId)).size).to.equal(1);
  });

  it('that toast goes when the file is opened again', async () => {
    const abort = new AbortController();
    const following = followSave(outcome(CHANGED, { patience: 60 }), abort.signal, server('old'));
    abort.abort();
    await following;
    expect(words()).to.deep.equal([ON_ITS_WAY, undefined]);
    expect(told.at(-1)?.close).to.equal(true);
  });

  it('a server that can’t be reached at first proves nothing by what it has then', async () => {
    const answers = [() => Promise.reject(new Error('503')), () => Promise.resolve('mid-session')];
    const look = () => (answers.length > 1 ? answers.shift() : answers[0])!();
    await followSave(outcome(CHANGED, { patience: 1.5 }), forever, look);
    expect(words().at(-1)).to.equal(UNSURE);
  });

  it('a document that is not shown is not touched', async () => {
    const { Nuxeo } = window as unknown as { Nuxeo: { UI: { app: { currentDocument: unknown } } } };
    Nuxeo.UI.app.currentDocument = { uid: '2' };
    await followSave(outcome(OWED), forever, server('new'));
    await until(() => words().at(-1) === ARRIVED);
    expect(refreshed).to.equal(0);
  });
});
