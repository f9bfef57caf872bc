import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage({ client: 'collabora' });
afterEach(() => stage.reset());

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

async function opens(name = 'alice'): Promise<Person> {
  const person = await stage.person(name);
  await person.goes(EDIT);
  await person.seesEditor();
  return person;
}

/** Alice comes to the editor by a click, as people do. */
async function opensFromDocument(): Promise<Person> {
  const person = await stage.person('alice');
  await person.opensDocument(sampleIds.budget);
  await person.action('Edit in Excel Online').click();
  await person.seesEditor();
  return person;
}

void describe('with Collabora, which tells what happens,', () => {
  void it('alice sees in the header what is not saved yet, and when it was saved', async () => {
    stage.standIn.office.faults.saveDelay = 1000;
    const alice = await opens();
    await alice.fillsCell('B2', '15001');
    await alice.sees('Unsaved changes');
    await alice.sees(/^Saved \d+:\d\d/);
    await alice.leaves();
  });

  void it('she is asked before the tab closes while something is not saved, and only then', async () => {
    stage.standIn.office.faults.saveDelay = 3_000;
    const alice = await opens();
    const asked = alice.refusesToLeave();
    await alice.fillsCell('B2', '15002');
    await alice.sees('Unsaved changes');
    await alice.page.close({ runBeforeUnload: true });
    await until(() => asked.length === 1);
    assert.deepEqual(asked, ['beforeunload']);
    await alice.sees(/^Saved/);
    await alice.page.close({ runBeforeUnload: true });
    await until(() => alice.page.isClosed());
    assert.equal(asked.length, 1);
    await alice.leaves();
  });

  void it('its own “Close” leads back, and the change is on its way until it is there', async () => {
    // Longer than anybody waits in front of a closing editor.
    stage.standIn.office.faults.saveDelay = 7000;
    const alice = await opensFromDocument();
    await alice.fillsCell('B2', '15003');
    await alice.sees('Unsaved changes');
    await alice.frame.getByRole('button', { name: 'Close' }).click();
    await alice.sees('Saving before the editor closes…');
    await alice.editor.waitFor({ state: 'detached' });
    await alice.page.getByText('Budget.xlsx: your changes are on their way to Nuxeo…').waitFor();
    await alice.page.getByText('Budget.xlsx is saved in Nuxeo.').waitFor();
    await alice.leaves();
  });

  void it('“Open in a new tab” with unsaved changes opens it there while they are saved here', async () => {
    stage.standIn.office.faults.saveDelay = 4000;
    const alice = await opensFromDocument();
    await alice.fillsCell('B2', '15007');
    await alice.sees('Unsaved changes');
    const link = alice.editor.getByRole('link', { name: 'Open in a new tab' });
    const other = await alice.opensTab(() => link.click());
    await alice.sees('Saving before the editor closes…');
    await other.seesEditor();
    await alice.editor.waitFor({ state: 'detached' });
    await alice.leaves();
  });

  void it('“Close” with unsaved changes has them saved, in sight, and only then goes', async () => {
    stage.standIn.office.faults.saveDelay = 1500;
    const alice = await opensFromDocument();
    await alice.fillsCell('B2', '15006');
    await alice.sees('Unsaved changes');
    await alice.editor.getByRole('button', { name: 'Close' }).click();
    await alice.sees('Saving before the editor closes…');
    assert.equal(await alice.page.locator('iframe').count(), 1);
    await alice.editor.waitFor({ state: 'detached' });
    assert.match(await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml'), /15006/);
    await alice.page.getByText('Budget.xlsx is saved in Nuxeo.').waitFor();
    await alice.leaves();
  });

  void it('“Close” twice goes at once, and says what is on its way', async () => {
    stage.standIn.office.faults.saveDelay = 4000;
    const alice = await opensFromDocument();
    await alice.fillsCell('B2', '15007');
    await alice.sees('Unsaved changes');
    const close = alice.editor.getByRole('button', { name: 'Close' });
    await close.click();
    await alice.sees('Saving before the editor closes…');
    await close.click();
    await alice.editor.waitFor({ state: 'detached' });
    await alice.page.getByText('Budget.xlsx: your changes are on their way to Nuxeo…').waitFor();
    await alice.page.getByText('Budget.xlsx is saved in Nuxeo.').waitFor();
    await alice.leaves();
  });

  void it('“Back” with unsaved changes has them saved while the document shows already', async () => {
    stage.standIn.office.faults.saveDelay = 1500;
    const alice = await opensFromDocument();
    await alice.fillsCell('B2', '15008');
    await alice.sees('Unsaved changes');
    await alice.page.goBack();
    await alice.sees('Saving before the editor closes…');
    await alice.editor.waitFor({ state: 'detached' });
    assert.match(await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml'), /15008/);
    await alice.leaves();
  });

  void it('a last save that fails is told as what it is, never as saved', async () => {
    const alice = await opensFromDocument();
    stage.standIn.nuxeo.faults.wopi = { status: 500 };
    stage.standIn.office.faults.saveDelay = 60_000;
    await alice.fillsCell('B2', '15009');
    await alice.sees('Unsaved changes');
    delete stage.standIn.office.faults.saveDelay;
    await alice.editor.getByRole('button', { name: 'Close' }).click();
    await alice.editor.waitFor({ state: 'detached' });
    await alice.page.getByText('Budget.xlsx: the editor could not save the last changes.').waitFor();
    assert.equal(await alice.page.getByText('is saved in Nuxeo').count(), 0);
    await alice.leaves();
  });

  void it('closing a file in which nothing was changed asks the server once, and says nothing', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.contract);
    const { requests } = stage.standIn.nuxeo;
    await alice.goes(EDIT);
    await alice.seesEditor();
    requests.length = 0;
    await alice.closes();
    await alice.row().waitFor();
    const looks = () =>
      requests.filter(({ method, url }) => method === 'GET' && url.includes('/repo/default/id/'));
    await until(() => looks().length === 1);
    await alice.page.waitForLoadState('networkidle');
    assert.equal(looks().length, 1);
    assert.equal(await alice.page.getByText(/Nuxeo[.…]$/).count(), 0);
    await alice.leaves();
  });

  void it('a file renamed in the editor has its new name in the header', async () => {
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/edit/default/${sampleIds.quarterlyReport}/files:files/0/file`);
    await alice.seesEditor();
    await alice.frame.getByRole('button', { name: 'Rename' }).click();
    await alice.frame.getByRole('textbox', { name: 'Name' }).fill('Ünï & more');
    await alice.page.keyboard.press('Enter');
    await alice.editor.getByRole('heading', { name: 'Ünï & more.xlsx' }).waitFor();
    await alice.page.waitForFunction(() => document.title.startsWith('Ünï & more.xlsx'));
    await alice.leaves();
  });

  for (const [button, tab] of [
    ['Versions', 'history'],
    ['Share', 'permissions'],
  ] as const) {
    void it(`“${button}” leads to the document’s ${tab}`, async () => {
      const alice = await opens();
      await alice.frame.getByRole('button', { name: button }).click();
      await alice.page.waitForURL(`**/#!/doc/${sampleIds.budget}?p=${tab}`);
      await alice.editor.waitFor({ state: 'detached' });
      await alice.leaves();
    });
  }

  void it('a file that it can’t load is told, and can be tried again', async () => {
    stage.standIn.office.faults.loadFails = true;
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /The editor did not open/);
    delete stage.standIn.office.faults.loadFails;
    await alice.editor.getByRole('button', { name: 'Try again' }).click();
    await alice.seesEditor();
    await alice.leaves();
  });

  void it('a session that its server ends is told, with what was saved in Nuxeo', async () => {
    const alice = await opens();
    await alice.fillsCell('B2', '15004');
    await alice.sees(/^Saved/);
    await stage.standIn.office.close('The server goes down for maintenance.');
    assert.match(await alice.seesNotice(), /What it had saved is in Nuxeo/);
    assert.match(await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml'), /15004/);
    await alice.leaves();
  });

  void it('a save that fails is told, and so is the one that works', async () => {
    const alice = await opens();
    stage.standIn.nuxeo.faults.wopi = { status: 500 };
    await alice.fillsCell('B2', '15005');
    await alice.sees(/^Not saved: .*server of the file had an error/);
    delete stage.standIn.nuxeo.faults.wopi;
    await alice.sees(/^Saved/);
    assert.match(await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml'), /15005/);
    await alice.leaves();
  });

  void it('it knows that it has lost the focus to the header, and when it has it again', async () => {
    const alice = await opens();
    await alice.editor.getByRole('button', { name: 'Close' }).focus();
    await alice.frame.locator('body[data-focus=Blur_Focus]').waitFor();
    await alice.page.locator('nuxeo-office-online-editor > iframe').focus();
    await alice.frame.locator('body[data-focus=Grab_Focus]').waitFor();
    await alice.leaves();
  });
});
