import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const word = (id: string) => stage.stored(id, 'file:content', 'word/document.xml');

async function typesIntoWord(person: Person, text: string): Promise<void> {
  await person.frame.getByRole('status').filter({ hasText: 'Ready' }).waitFor();
  await person.frame.getByRole('textbox', { name: 'Document' }).focus();
  await person.page.keyboard.press('ControlOrMeta+End');
  await person.page.keyboard.type(text);
  await person.frame
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
}

/** Has somebody who is reading a workbook write into it, as one does who may. */
async function triesToWrite({ page, frame }: Person): Promise<void> {
  await frame.getByRole('status').filter({ hasText: 'Read-only' }).waitFor();
  const cell = frame.getByLabel('B3', { exact: true });
  const before = await cell.inputValue();
  await cell.click();
  await page.keyboard.type('31337');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+s');
  assert.equal(await cell.inputValue(), before);
}

describe('alice edits', () => {
  it('a Word file, closes, and Nuxeo has the new content; her focus is back at the action', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.quarterlyReport);
    const before = await word(sampleIds.quarterlyReport);
    assert.ok(!before.includes('written by alice'));
    await alice.action('Edit in Word Online').click();
    await alice.seesEditor();
    await typesIntoWord(alice, ' written by alice');
    await alice.closes();
    await until(async () => (await word(sampleIds.quarterlyReport)).includes('written by alice'));
    await alice.seesStored(sampleIds.quarterlyReport);
    const { locks } = stage.standIn.nuxeo.repository;
    await until(() => !locks.of(sampleIds.quarterlyReport));
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });

  it('a cell of an Excel attachment, and Nuxeo has it', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.quarterlyReport);
    await alice.action('Edit in Excel Online', 1).click();
    await alice.seesEditor();
    const cell = alice.frame.getByLabel('B3', { exact: true });
    await cell.fill('4711');
    await cell.press('Enter');
    await alice.closes();
    const sheet = () =>
      stage.stored(sampleIds.quarterlyReport, 'files:files/0/file', 'xl/worksheets/sheet1.xml');
    await until(async () => (await sheet()).includes('4711'));
    await alice.leaves();
  });

  it('an empty file: the editor makes it a document', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.newMemo);
    await alice.action('Edit in Word Online').click();
    await alice.seesEditor();
    await typesIntoWord(alice, 'the first words');
    await alice.closes();
    const { repository } = stage.standIn.nuxeo;
    await until(() =>
      Boolean(repository.blobAt(repository.get(sampleIds.newMemo), 'file:content')?.bytes.length),
    );
    await until(async () => (await word(sampleIds.newMemo)).includes('the first words'));
    await alice.leaves();
  });
});

describe('two people in one document', () => {
  it('bob sees that alice edits, joins, and what both save is there', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.budget);
    await alice.action('Edit in Excel Online').click();
    await alice.seesEditor();
    await alice.frame.getByLabel('B3', { exact: true }).waitFor();

    const bob = await stage.person('bob');
    await bob.opensDocument(sampleIds.budget);
    await bob.action('alice is editing: join').click();
    await bob.seesEditor();
    await alice.frame.getByLabel('B3', { exact: true }).fill('1001');
    await alice.page.keyboard.press('Enter');
    await bob.frame.getByLabel('B4', { exact: true }).fill('2002');
    await bob.page.keyboard.press('Enter');
    await alice.closes();
    await bob.closes();
    const sheet = () => stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml');
    await until(async () => /1001/.test(await sheet()) && /2002/.test(await sheet()));
    await alice.leaves();
    await bob.leaves();
  });

  it('when bob has locked it by hand, alice learns in the header that she is reading', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.contract);
    await alice.action('bob is editing: join').click();
    await alice.editor.getByRole('status').filter({ hasText: 'You can only read this file now' }).waitFor();
    await alice.frame.getByRole('alert').filter({ hasText: 'locked by someone else' }).waitFor();
    await alice.closes();
    await alice.leaves();
  });

  it('rita, who may only read, and alice, who only views, can change nothing', async () => {
    const { requests, repository } = stage.standIn.nuxeo;
    const saves = () =>
      requests.filter(({ method, url }) => method === 'POST' && /\/contents\b/.test(url)).length;
    const stored = () => repository.blobAt(repository.get(sampleIds.budget), 'file:content')?.digest;
    await until(() => !repository.locks.of(sampleIds.budget));
    const before = [saves(), stored()];

    const rita = await stage.person('rita');
    await rita.opensDocument(sampleIds.budget);
    await rita.action('View in Excel Online').click();
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/view/default/${sampleIds.budget}/file:content`);
    const bob = await stage.person('bob');
    await bob.goes(`/office-online/edit/default/${sampleIds.budget}/file:content`);
    await bob.frame.getByLabel('B4', { exact: true }).waitFor();
    for (const reader of [rita, alice]) {
      await triesToWrite(reader);
      await reader.closes();
      await reader.leaves();
    }
    assert.deepEqual([saves(), stored()], before);

    // Had the editor's server taken anything of theirs into the workbook, it would save it with what bob writes.
    await bob.fillsCell('B4', '2718');
    await bob.closes();
    const sheet = () => stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml');
    await until(async () => (await sheet()).includes('2718'));
    assert.doesNotMatch(await sheet(), /31337/);
    await bob.leaves();
  });
});

describe('a binary file', () => {
  it('is converted only when alice says so, after she has been told what happens', async () => {
    const { repository } = stage.standIn.nuxeo;
    const nameOf = () => repository.blobAt(repository.get(sampleIds.oldLetter), 'file:content')?.name;
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.oldLetter);
    const convert = alice.action('Convert and edit in Word Online');
    await convert.click();
    const question = alice.editor.getByRole('dialog');
    await question
      .getByText(/converted to the newer Office format.*stays in the document's history/)
      .waitFor();
    assert.equal(await alice.page.locator('iframe').count(), 0);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await convert.waitFor();
    assert.equal(nameOf(), 'Letter.doc');

    await convert.click();
    await question.getByRole('button', { name: 'Convert and edit' }).click();
    // The engine takes its time to start, and may be started anew when it is stuck.
    const edit = `**/#!/office-online/edit/default/${sampleIds.oldLetter}/file:content`;
    await alice.page.waitForURL(edit, { timeout: 300_000 });
    assert.equal(nameOf(), 'Letter.docx');
    await alice.editor.getByRole('heading', { name: 'Letter.docx', exact: true }).waitFor();
    await alice.seesEditor();
    await typesIntoWord(alice, ' written after the conversion');
    await alice.closes();
    // What was converted stands in the conversion's place: one step leads to the document.
    await alice.action('Edit in Word Online').waitFor();
    await until(async () => (await word(sampleIds.oldLetter)).includes('written after the conversion'));
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });
});
