import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const DOCUMENT = sampleIds.budget;
const LABEL = 'Edit in Excel Online';

/** Fills in the description in the form for the document's metadata, and leaves that open. */
async function describesDocument({ page }: Person): Promise<void> {
  await page.locator('nuxeo-document-edit-button').getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Description').fill('For the board');
}

const seesSaved = (person: Person) =>
  person.page.getByText('Budget.xlsx has new content in Nuxeo.').waitFor();

/** How often Web UI has loaded the document anew since `watch` was called. */
async function watchRefreshes({ page }: Person): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { refreshes: number };
    counted.refreshes = 0;
    document.addEventListener('document-updated', () => (counted.refreshes += 1));
  });
  return () => page.evaluate(() => (window as unknown as { refreshes: number }).refreshes);
}

/** Edits a cell and closes the editor; the save arrives later. */
async function editsAndCloses(person: Person, cell: string): Promise<void> {
  stage.standIn.office.faults.saveDelay = 4_000;
  await person.fillsCell(cell, String(Math.random()));
  await person.closes();
}

describe('a save that arrives while the document’s form is open', () => {
  it('is told at once, and leaves alone what is being typed there', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(DOCUMENT);
    await alice.action(LABEL).click();
    await alice.seesEditor();
    await editsAndCloses(alice, 'B2');
    await alice.action(LABEL).waitFor();
    await describesDocument(alice);
    const refreshes = await watchRefreshes(alice);
    await seesSaved(alice);
    assert.equal(await alice.page.getByLabel('Description').inputValue(), 'For the board');
    assert.equal(await refreshes(), 0);
    await alice.page.getByRole('button', { name: 'Save' }).click();
    await alice.seesStored(DOCUMENT);
    const { properties } = stage.standIn.nuxeo.repository.get(DOCUMENT);
    assert.equal(properties['dc:description'], 'For the board');
    await alice.leaves();
  });

  it('does so in another tab, too', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(DOCUMENT);
    const edit = alice.action(LABEL);
    const second = await alice.opensTab(() => edit.click({ modifiers: ['ControlOrMeta'] }));
    await second.seesEditor();
    await describesDocument(alice);
    await editsAndCloses(second, 'B3');
    await seesSaved(alice);
    assert.equal(await alice.page.getByLabel('Description').inputValue(), 'For the board');
    await alice.page.getByRole('button', { name: 'Cancel' }).click();
    await alice.seesStored(DOCUMENT);
    await alice.leaves();
  });
});

describe('a dialog of another addon with a field', () => {
  it('is waited for as well: the document is fresh when it is closed, once', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(DOCUMENT);
    await alice.action(LABEL).click();
    await alice.seesEditor();
    await editsAndCloses(alice, 'B4');
    await alice.action(LABEL).waitFor();
    await alice.page.evaluate(() => {
      const app = document.querySelector('nuxeo-app')!.shadowRoot!;
      const dialog = document.createElement('nuxeo-dialog') as HTMLElement & { open(): void };
      dialog.id = 'note';
      dialog.innerHTML = '<label>A note <textarea></textarea></label>';
      app.append(dialog);
      dialog.open();
    });
    await alice.page.getByLabel('A note').fill('Look at B4');
    const refreshes = await watchRefreshes(alice);
    await seesSaved(alice);
    assert.equal(await refreshes(), 0);
    await alice.page.evaluate(() => {
      const app = document.querySelector('nuxeo-app')!.shadowRoot!;
      app.querySelector<HTMLElement & { close(): void }>('#note')!.close();
    });
    await alice.seesStored(DOCUMENT);
    assert.equal(await refreshes(), 1);
    await alice.leaves();
  });
});
