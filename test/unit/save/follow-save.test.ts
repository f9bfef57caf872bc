import { followSave, type Outcome } from '../../../src/save/follow-save.js';
import type { Look } from '../../../src/save/look.js';
import { initialState, type SavedState } from '../../../src/save/saved-state.js';
import { expect } from '../expect.js';
import { installWebUi, until } from '../web-ui.js';
import { UNLOCKED } from './unlocked.js';

const forever = new AbortController().signal;

/** What was known when the editor was closed; the server had the digest `old` at the last look. */
const known = (given: Partial<SavedState>): SavedState => ({
  ...initialState('old'),
  request: 'answered',
  ...given,
});
const SILENT = known({});
const CLEAN = known({ word: 'clean' });
const CHANGED = known({ word: 'changed' });
const SAVED = known({ word: 'saved' });
const OWED = known({ word: 'saved', owed: 1 });
const FAILED = known({ word: 'failed', failure: 'Disk full' });
const LOST = known({ word: 'lost' });

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
    patience: 0.2,
    ...given,
  });

  /** The server's digest at each look, the last one for good; `bob:new` where Bob was the last to change the document. */
  const server =
    (...looks: string[]) =>
    (): Promise<Look> => {
      const look = (looks.length > 1 ? looks.shift() : looks[0]) ?? '';
      return Promise.resolve({
        ...UNLOCKED,
        digest: look.replace('bob:', ''),
        isOwn: !look.startsWith('bob:'),
      });
    };

  const words = () => told.map(({ message }) => message);

  const cases: [what: string, known: SavedState, looks: string[], words: string[], refreshed: number][] = [
    ['changes that were not saved, and nothing arrives', CHANGED, ['old'], [ON_ITS_WAY, MISSING], 0],
    ['changes after a save that may not have them', CHANGED, ['mid-session'], [ON_ITS_WAY, UNSURE], 1],
    ['changes, and somebody else’s save arrives', CHANGED, ['old', 'bob:new'], [ON_ITS_WAY, UNSURE], 1],
    ['changes, and this person’s save arrives', CHANGED, ['old', 'new'], [ON_ITS_WAY, ARRIVED], 1],
    ['a save that was told of, and does not arrive', OWED, ['old'], [ON_ITS_WAY, MISSING], 0],
    ['a save that was told of, and is there', OWED, ['new'], [ON_ITS_WAY, ARRIVED], 1],
    [
      'two saves that were told of, and one is there',
      known({ ...OWED, owed: 2 }),
      ['new'],
      [ON_ITS_WAY, UNSURE],
      1,
    ],
    [
      'two saves that were told of, and both are there',
      known({ ...OWED, owed: 2 }),
      ['new', 'newer'],
      [ON_ITS_WAY, ARRIVED],
      2,
    ],
    ['all saved, as the editor has said at the end', SAVED, ['old'], [ARRIVED], 0],
    [
      'all saved, but the editor was not asked at the end',
      known({ ...SAVED, request: 'none' }),
      ['old'],
      [],
      0,
    ],
    [
      'all saved, and an editor that did not answer at the end',
      known({ ...SAVED, request: 'waiting' }),
      ['old'],
      [SOON, MISSING],
      0,
    ],
    ['a save that failed', FAILED, ['old'], [COULD_NOT], 0],
    ['a save that failed, and somebody else’s arrives', FAILED, ['old', 'bob:new'], [COULD_NOT, UNSURE], 1],
    ['an editor that was started anew', LOST, ['mid-session'], [COULD_NOT], 1],
    ['nothing changed', CLEAN, ['old'], [], 0],
    ['nothing changed here, and somebody else has saved', CLEAN, ['bob:new'], [], 1],
    [
      'nothing changed that is known of, and the editor was not asked',
      known({ ...CLEAN, request: 'none' }),
      ['old'],
      [],
      0,
    ],
    [
      'nothing changed that is known of, and the editor did not answer',
      known({ ...CLEAN, request: 'waiting' }),
      ['old'],
      [SOON, MISSING],
      0,
    ],
    [
      'what was typed in the last second, and is there',
      known({ ...CLEAN, request: 'waiting' }),
      ['new'],
      [SOON, UPDATED],
      1,
    ],
    ['an editor that says nothing', SILENT, ['mid-session'], [SOON], 1],
  ];
  for (const [what, state, looks, expected, times] of cases) {
    it(`${what}: ${expected.length ? expected.join(' ') : 'no word'}`, async () => {
      await followSave(outcome(state), forever, server(...looks));
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
      await followSave(
        outcome({ ...known, request: 'none' }, { patience: 2 }),
        forever,
        server('old', 'old', 'new'),
      );
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
    const answers = [() => Promise.reject(new Error('503')), server('mid-session')];
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
