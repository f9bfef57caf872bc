import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../../demo/nuxeo/index.js';
import { until } from '../e2e/stage.js';
import {
  ClientStage,
  lastOf,
  opensToEdit,
  tellsModified,
  types,
  type TestDocument,
  type Writer,
} from './client-stage.js';
import { processOf } from './real-client.js';
import { Recording } from './recording.js';

// Not tests: each writes a file that the unit tests of src/save replay (“npm run test:client -- record”).
mkdirSync(fileURLToPath(new URL('../unit/save/recorded/', import.meta.url)), { recursive: true });

const stage = new ClientStage();
afterEach(() => stage.reset());

const REFUSED: Fault = { status: 500 };

interface Scene {
  alice: Writer;
  document: TestDocument;
  /** Types a word. */
  types: (word: string) => Promise<void>;
  /** Types a word, and waits until the editor has told of it. */
  changes: (word: string) => Promise<void>;
  /** Saves with the editor’s own key. */
  saves: () => Promise<void>;
  /** Closes the editor, and waits until it is gone. */
  closes: () => Promise<void>;
  /** Notes something else that happens. */
  note: (what: string) => void;
  waits: (seconds: number) => Promise<void>;
  /** Answers PutFile so from now on; properly without a fault. */
  putFile: (fault?: Fault) => void;
}

function records(name: string, play: (scene: Scene) => Promise<void>): void {
  it(name, async () => {
    const document = stage.newDocument();
    const alice = await stage.writer('alice');
    const recording = new Recording(stage, alice, document);
    recording.note('opens the file');
    await opensToEdit(alice, document);
    await until(() => lastOf(alice, 'Doc_ModifiedStatus') !== undefined);
    const typing = async (word: string) => {
      recording.note(`types ${word}`, word);
      await types(alice, ` ${word} `);
    };
    await play({
      alice,
      document,
      types: typing,
      changes: async (word) => {
        await typing(word);
        await tellsModified(alice, true);
      },
      saves: async () => {
        recording.note('saves');
        await alice.page.keyboard.press('Control+s');
      },
      closes: async () => {
        recording.note('closes');
        await alice.closes();
        recording.note('the editor is gone');
      },
      note: (what) => recording.note(what),
      waits: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
      putFile: (fault) => {
        recording.note(fault ? `PutFile from now on: ${JSON.stringify(fault)}` : 'PutFile works again');
        stage.standIn.nuxeo.faults.putFile = fault;
      },
    });
    await recording.write(name);
    await alice.leaves();
  });
}

function signals({ document, note }: Scene, signal: 'SIGKILL' | 'SIGSTOP'): number {
  const pid = processOf(document.fileName)!;
  note(`the editor’s process gets ${signal}`);
  process.kill(pid, signal);
  return pid;
}

/** Until the editor has told once more that the document is there. */
const loadedAgain = ({ alice }: Scene) =>
  until(() => alice.heard.filter(({ message }) => message.Values?.Status === 'Document_Loaded').length === 2);

describe('recordings', () => {
  records('opened', async ({ waits }) => waits(2));

  records('typed', async ({ changes, waits }) => {
    await changes('Apple');
    await waits(2);
  });

  records('saved', async ({ changes, saves, waits }) => {
    await changes('Apple');
    await saves();
    await waits(3);
  });

  records('saved-at-once', async ({ types: typesOnly, saves, waits }) => {
    await typesOnly('Apple');
    await saves();
    await waits(3);
  });

  records('saved-by-itself', async ({ changes, waits }) => {
    await changes('Apple');
    await waits(40);
  });

  records('undone', async ({ alice, changes, note, waits }) => {
    await changes('Apple');
    note('undoes it');
    for (let times = 0; times < 8; times += 1) await alice.page.keyboard.press('Control+z');
    await waits(3);
  });

  records('unchanged-closed', async ({ closes }) => closes());

  records('closed-at-once', async ({ types: typesOnly, closes, waits }) => {
    await typesOnly('Apple');
    await closes();
    await waits(2);
  });

  records('closed', async ({ changes, closes, waits }) => {
    await changes('Apple');
    await closes();
    await waits(2);
  });

  records('closed-saved-typed', async ({ alice, changes, types: typesOnly, saves, closes, waits }) => {
    await changes('Apple');
    await saves();
    await tellsModified(alice, false);
    await typesOnly('Banana');
    await closes();
    await waits(2);
  });

  records('closed-slow', async ({ changes, closes, putFile, waits }) => {
    await changes('Apple');
    putFile({ delay: 6000 });
    await closes();
    await waits(4);
  });

  records('closed-refused', async ({ changes, closes, putFile, waits }) => {
    await changes('Apple');
    putFile(REFUSED);
    await closes();
    await waits(2);
  });

  records('saved-closed-refused', async ({ alice, changes, saves, closes, putFile, waits }) => {
    await changes('Apple');
    await saves();
    await tellsModified(alice, false);
    await changes('Banana');
    putFile(REFUSED);
    await closes();
    await waits(2);
  });

  records('save-refused-closed', async ({ changes, saves, closes, putFile, waits }) => {
    await changes('Apple');
    putFile(REFUSED);
    await saves();
    await waits(2);
    putFile();
    await closes();
    await waits(2);
  });

  records('killed-changed', async (scene) => {
    await scene.changes('Apple');
    signals(scene, 'SIGKILL');
    await loadedAgain(scene);
    await scene.waits(2);
    await scene.closes();
  });

  records('killed-saved', async (scene) => {
    await scene.changes('Apple');
    await scene.saves();
    await tellsModified(scene.alice, false);
    signals(scene, 'SIGKILL');
    await loadedAgain(scene);
    await scene.waits(2);
    await scene.closes();
  });

  records('stopped', async (scene) => {
    await scene.changes('Apple');
    const pid = signals(scene, 'SIGSTOP');
    await scene.closes();
    scene.note('the editor’s process goes on');
    process.kill(pid, 'SIGCONT');
    await scene.waits(5);
  });

  records('another-saves', async ({ alice, document, note, closes, waits }) => {
    const bob = await stage.writer('bob');
    await opensToEdit(bob, document);
    note('bob types');
    await types(bob, ' Cherry ');
    await Promise.all([alice, bob].map((writer) => tellsModified(writer, true)));
    note('bob closes');
    await bob.closes();
    await waits(2);
    await closes();
    await bob.leaves();
  });

  records('another-stays', async ({ document, changes, closes, waits }) => {
    const bob = await stage.writer('bob');
    await opensToEdit(bob, document);
    await changes('Apple');
    await closes();
    await waits(2);
    await bob.leaves();
  });
});
