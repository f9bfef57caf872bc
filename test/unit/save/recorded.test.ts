import { readMessage } from '../../../src/client/client-messages.js';
import { isAtRisk, isSaved } from '../../../src/save/saved-state.js';
import { SavedTracker } from '../../../src/save/saved-tracker.js';
import type { RecordedEntry } from '../../client/recording.js';
import { Clock } from '../clock.js';
import { expect } from '../expect.js';
import { UNLOCKED } from './unlocked.js';

/** What may be claimed in the end of what LibreOffice Online was recorded with, by `npm run test:client -- record`. */
const CLAIMS: Record<string, string> = {
  opened: 'clean',
  typed: 'at risk',
  saved: 'saved',
  // It tells nothing of what was typed and saved within a second.
  'saved-at-once': 'clean',
  'saved-by-itself': 'saved',
  // It has no changes any more, and has saved nothing: nobody can tell that from a save under way.
  undone: 'at risk',
  'unchanged-closed': 'clean',
  'closed-at-once': 'saved',
  closed: 'saved',
  'closed-saved-typed': 'saved',
  // It has not answered when the editor goes, so what arrives then proves nothing by itself.
  'closed-slow': 'at risk',
  'closed-refused': 'at risk',
  'saved-closed-refused': 'at risk',
  'save-refused-closed': 'saved',
  'killed-changed': 'lost',
  'killed-saved': 'clean',
  stopped: 'at risk',
  'another-saves': 'saved',
  'another-stays': 'saved',
};

interface Replay {
  /** The digest that the click handed over; what the server had when it was recorded, if not told. */
  handedOver?: string;
  /** The digest from which on the server stores nothing more. */
  storesUntil?: string;
}

/** Has a tracker hear a recording at the recorded pace. @returns it, and whether it ever claimed what was not so */
async function replay(name: string, { handedOver = 'a', storesUntil }: Replay = {}) {
  const { default: entries } = (await import(`./recorded/${name}.json`)) as { default: RecordedEntry[] };
  const clock = new Clock();
  try {
    let server = { digest: 'a', has: [] as string[] };
    const typed: string[] = [];
    let told: string[] = [];
    let wasUntrue = false;
    const tracker: SavedTracker = new SavedTracker({
      digest: handedOver,
      look: () => Promise.resolve({ ...UNLOCKED, digest: server.digest }),
      onSaved: () => (wasUntrue ||= told.some((word) => !server.has.includes(word))),
      onChange: () => undefined,
    });
    let now = 0;
    for (const entry of entries) {
      await clock.pass(entry.at - now);
      now = entry.at;
      if ('editor' in entry) {
        const event = readMessage(entry.editor);
        if (event?.type === 'modified') told = [...typed];
        if (event) tracker.hearEditor(event, true);
      } else if ('host' in entry) tracker.hear({ type: 'asked' });
      else if ('digest' in entry) {
        if (server.digest !== storesUntil) server = entry;
      } else if (entry.person.startsWith('types ')) typed.push(entry.person.slice('types '.length));
    }
    await clock.pass(60_000);
    return {
      tracker,
      wasUntrue,
      lastDigest: server.digest,
      lost: typed.filter((word) => !server.has.includes(word)),
    };
  } finally {
    clock.restore();
  }
}

/** In a word, what may be claimed. */
const claimOf = ({ state }: SavedTracker) =>
  isSaved(state) ? 'saved' : isAtRisk(state) ? 'at risk' : state.word;

const names = Object.keys(CLAIMS);

describe('with what LibreOffice Online really says,', () => {
  for (const [name, claim] of Object.entries(CLAIMS)) {
    it(`${name}: ${claim}`, async () => {
      const { tracker, wasUntrue, lost } = await replay(name);
      expect(claimOf(tracker)).to.equal(claim);
      expect(wasUntrue).to.equal(false);
      if (claim === 'saved') expect(lost).to.deep.equal([]);
    });
  }

  it('nothing is claimed of a save that does not reach the server', async () => {
    for (const name of names) {
      const { lastDigest } = await replay(name);
      // The server goes on with what it had before the last save.
      const storesUntil = String.fromCharCode(lastDigest.charCodeAt(0) - 1);
      if (lastDigest === 'a') continue;
      const { tracker, wasUntrue } = await replay(name, { storesUntil });
      expect(claimOf(tracker), name).to.not.equal('saved');
      expect(wasUntrue, name).to.equal(false);
    }
  });

  it('a click that hands over an old digest makes no save of what was there before', async () => {
    for (const name of names) {
      const { tracker } = await replay(name, { handedOver: 'stale', storesUntil: 'a' });
      expect(claimOf(tracker), name).to.not.equal('saved');
    }
  });

  it('after the end, a save is claimed where the editor has answered, and is in Nuxeo', async () => {
    for (const name of names.filter((one) => one.startsWith('closed') && CLAIMS[one] === 'saved')) {
      expect((await replay(name)).tracker.state.request, name).to.equal('answered');
    }
  });
});
