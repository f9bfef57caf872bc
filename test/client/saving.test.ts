import assert from 'node:assert/strict';
import { until, type Person } from '../e2e/stage.js';
import {
  ClientStage,
  isLoaded,
  isTold,
  tellsModified,
  types,
  type TestDocument,
  type Writer,
} from './client-stage.js';

const stage = new ClientStage();
afterEach(() => stage.reset());

const opens = (...who: Parameters<ClientStage['opens']>) => stage.opens(...who);

const ON_ITS_WAY = ': your changes are on their way to Nuxeo…';
const SAVED = ' is saved in Nuxeo.';
const COULD_NOT = ': the editor could not save the last changes. Open the file again to see what is there.';

/** No toast has called the file saved while Nuxeo did not have these words. */
async function assertNothingUntrue(
  writer: Writer,
  document: TestDocument,
  ...words: string[]
): Promise<void> {
  for (const text of await stage.textsCalledSaved(writer, document))
    for (const word of words) assert.ok(text.includes(word), `told saved without “${word}”`);
}

describe('with a real client, what alice types and closes', () => {
  for (const delay of [0, 50, 300]) {
    it(`${delay} ms after the last key is stored, she is told so, and sees it`, async () => {
      const [alice, document] = await opens();
      await types(alice, ' Zebra ');
      await new Promise((resolve) => setTimeout(resolve, delay));
      await alice.closes();
      await isTold(alice, document, SAVED);
      assert.match(await stage.text(document), /Zebra/);
      await assertNothingUntrue(alice, document, 'Zebra');
      await alice.seesStored(document.id);
      await alice.leaves();
    });
  }

  it('is not called saved before the last save is there, six seconds later', async () => {
    const [alice, document] = await opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    stage.standIn.nuxeo.faults.putFile = { delay: 6000 };
    await alice.closes();
    await isTold(alice, document, ON_ITS_WAY);
    await isTold(alice, document, SAVED);
    await assertNothingUntrue(alice, document, 'Zebra');
    await alice.seesStored(document.id);
    await alice.leaves();
  });

  it('at once is told as soon as the save is there, six seconds later', async () => {
    const [alice, document] = await opens();
    stage.standIn.nuxeo.faults.putFile = { delay: 6000 };
    await types(alice, ' Zebra ');
    await alice.closes();
    await until(async () => (await stage.text(document)).includes('Zebra'));
    await alice.seesStored(document.id);
    assert.ok(alice.toasts.length, 'nothing was told');
    await assertNothingUntrue(alice, document, 'Zebra');
    await alice.leaves();
  });

  it('is told as not saved where Nuxeo refuses the last save, though one before has arrived', async () => {
    const [alice, document] = await opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    await alice.page.keyboard.press('Control+s');
    await alice.sees(/^Saved \d/);
    await types(alice, ' Yak ');
    await tellsModified(alice, true);
    stage.standIn.nuxeo.faults.putFile = { status: 500 };
    await alice.closes();
    await isTold(alice, document, COULD_NOT);
    assert.match(await stage.text(document), /Zebra/);
    await assertNothingUntrue(alice, document, 'Zebra', 'Yak');
    await alice.leaves();
  });

  it('is saved all the same where Nuxeo has refused a save before, and does not any more', async () => {
    const [alice, document] = await opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    stage.standIn.nuxeo.faults.putFile = { status: 500 };
    await alice.page.keyboard.press('Control+s');
    await alice.frame.getByText('Document cannot be saved').waitFor();
    await alice.sees('Unsaved changes');
    delete stage.standIn.nuxeo.faults.putFile;
    await alice.closes();
    await isTold(alice, document, SAVED);
    assert.match(await stage.text(document), /Zebra/);
    await assertNothingUntrue(alice, document, 'Zebra');
    await alice.leaves();
  });

  it('is not called saved for what somebody has stored after she came to the document', async () => {
    const document = stage.newDocument();
    const alice = await stage.writer('alice');
    await alice.opensDocument(document.id);
    const bob = await opens('bob', document);
    await types(bob[0], ' Yak ');
    await bob[0].closes();
    await until(async () => (await stage.text(document)).includes('Yak'));
    await alice
      .row()
      .getByRole('link', { name: /^Edit in/ })
      .first()
      .click();
    await alice.seesEditor();
    await isLoaded(alice);
    stage.standIn.nuxeo.faults.putFile = { status: 500 };
    await types(alice, ' Zebra ');
    await alice.closes();
    await isTold(alice, document, COULD_NOT);
    await assertNothingUntrue(alice, document, 'Zebra');
    await alice.leaves();
    await bob[0].leaves();
  });
});

describe('with a real client, a version', () => {
  it('made from the menu has what alice has typed just before', async () => {
    const [alice, document] = await opens();
    await types(alice, ' Zebra ');
    await alice.editor.getByRole('button', { name: 'More', exact: true }).click();
    await alice.editor.getByRole('menuitem', { name: 'Create a version' }).click();
    await alice.page.getByText('A version has been made of what Nuxeo has stored.').waitFor();
    const [version] = stage.standIn.nuxeo.repository.versionsOf(document.id);
    assert.match(await stage.stored(version?.id ?? '', 'file:content', 'word/document.xml'), /Zebra/);
    await alice.closes();
    await assertNothingUntrue(alice, document, 'Zebra');
    await alice.leaves();
  });
});

describe('with a real client, two people', () => {
  it('see each other’s names, follow each other, and see who leaves', async () => {
    const [alice, document] = await opens();
    const [bob] = await opens('bob', document);
    const other = (person: Person, name: string) =>
      person.editor.getByRole('button', { name: `Follow ${name}`, exact: true }).first();
    await other(bob, 'Alice Archer').waitFor();
    await other(alice, 'Bob Baker').click();
    assert.equal(await other(alice, 'Bob Baker').getAttribute('aria-pressed'), 'true');
    await bob.closes();
    await other(alice, 'Bob Baker').waitFor({ state: 'detached' });
    await types(alice, ' Zebra ');
    await alice.closes();
    await isTold(alice, document, SAVED);
    await assertNothingUntrue(alice, document, 'Zebra');
    await alice.leaves();
    await bob.leaves();
  });

  it('write together; one leaves, and what she has written is saved though the other stays', async () => {
    const [alice, document] = await opens();
    const [bob] = await opens('bob', document);
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    await alice.closes();
    await isTold(alice, document, SAVED);
    await assertNothingUntrue(alice, document, 'Zebra');
    await types(bob, ' Yak ');
    await tellsModified(bob, true);
    await bob.closes();
    await isTold(bob, document, SAVED);
    await assertNothingUntrue(bob, document, 'Zebra', 'Yak');
    await alice.leaves();
    await bob.leaves();
  });

  it('the last one saves what Nuxeo has refused to who left before', async () => {
    const [alice, document] = await opens();
    const [bob] = await opens('bob', document);
    await types(alice, ' Zebra ');
    await Promise.all([alice, bob].map((writer) => tellsModified(writer, true)));
    stage.standIn.nuxeo.faults.putFile = { status: 500 };
    await alice.closes();
    await isTold(alice, document, COULD_NOT);
    delete stage.standIn.nuxeo.faults.putFile;
    await bob.closes();
    await isTold(bob, document, SAVED);
    assert.match(await stage.text(document), /Zebra/);
    await assertNothingUntrue(alice, document, 'Zebra');
    await alice.leaves();
    await bob.leaves();
  });
});
