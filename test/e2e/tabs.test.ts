import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());
const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

/** Alice sees the document in one tab and has its file open in another. */
async function openInTwoTabs(): Promise<[Person, Person]> {
  const first = await stage.person('alice');
  await first.opensDocument(sampleIds.budget);
  const edit = first.action('Edit in Excel Online');
  const second = await first.opensTab(() => edit.click({ modifiers: ['ControlOrMeta'] }));
  await second.seesEditor();
  return [first, second];
}

const seesSaved = (person: Person) =>
  person.page.getByText('Budget.xlsx has new content in Nuxeo.').waitFor();

describe('a file that alice has open in another tab', () => {
  it('says so, and “Go there” leaves it to that tab', async () => {
    const first = await stage.person('alice');
    await first.goes(EDIT);
    await first.seesEditor();
    const second = await first.opensTab();
    await second.goes(EDIT);
    assert.equal(await second.seesNotice(), 'You have this file open in another tab already.');
    assert.equal(await second.page.locator('iframe').count(), 0);
    await second.editor.getByRole('button', { name: 'Go there' }).click();
    await second.row().waitFor();
    await second.editor.waitFor({ state: 'detached' });
    await first.seesEditor();
    await first.leaves();
  });

  it('can be opened here too', async () => {
    const first = await stage.person('alice');
    await first.goes(EDIT);
    await first.seesEditor();
    const second = await first.opensTab();
    await second.goes(EDIT);
    await second.editor.getByRole('button', { name: 'Open here too' }).click();
    await second.seesEditor();
    await first.leaves();
  });

  it('is free again when that tab has closed it', async () => {
    const first = await stage.person('alice');
    await first.goes(EDIT);
    await first.seesEditor();
    await first.closes();
    const second = await first.opensTab();
    await second.goes(EDIT);
    await second.seesEditor();
    await first.leaves();
  });
});

describe('the tab that shows the document', () => {
  it('hears that the other one has closed the editor, and shows what was saved', async () => {
    const [first, second] = await openInTwoTabs();
    stage.standIn.office.faults.saveDelay = 4_000;
    await second.fillsCell('B5', '777');
    await second.closes();
    await seesSaved(first);
    await first.seesStored(sampleIds.budget);
    await first.leaves();
  });

  it('looks for itself when the other one just vanishes', async () => {
    const [first, second] = await openInTwoTabs();
    stage.standIn.office.faults.saveDelay = 4_000;
    await second.fillsCell('B6', '888');
    await second.page.close();
    await seesSaved(first);
    await first.seesStored(sampleIds.budget);
    await first.leaves();
  });
});
