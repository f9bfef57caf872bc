import assert from 'node:assert/strict';
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

describe('with Collabora, which tells what happens,', () => {
  it('alice sees in the header what is not saved yet, and when it was saved', async () => {
    stage.standIn.office.faults.saveDelay = 1000;
    const alice = await opens();
    await alice.fillsCell('B2', '15001');
    await alice.sees('Unsaved changes');
    assert.match(await alice.page.title(), /^• Budget\.xlsx/);
    await alice.sees(/^Saved \d+:\d\d/);
    assert.match(await alice.page.title(), /^Budget\.xlsx/);
    await alice.leaves();
  });

  it('she is asked before the tab closes while something is not saved, and only then', async () => {
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

  it('its own “Close” leads back, and the change is on its way until it is there', async () => {
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

  it('“Open in a new tab” with unsaved changes opens it there while they are saved here', async () => {
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

  it('“Close” with unsaved changes has them saved, in sight, and only then goes', async () => {
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

  it('“Close” twice goes at once, and says what is on its way', async () => {
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

  it('“Back” with unsaved changes has them saved while the document shows already', async () => {
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

  it('a last save that fails is told as what it is, never as saved', async () => {
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

  it('closing a file in which nothing was changed asks the server for its lock alone, and says nothing', async () => {
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
    // Once, and once more when the lock has gone: follow-lock.test.ts has the rest.
    await until(() => !stage.standIn.nuxeo.repository.locks.of(sampleIds.budget) && looks().length > 1);
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await alice.page.getByText(/Nuxeo[.…]$/).count(), 0);
    await alice.leaves();
  });

  it('a file renamed in the editor is renamed, and the editor goes on', async () => {
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/edit/default/${sampleIds.quarterlyReport}/files:files/0/file`);
    await alice.seesEditor();
    await alice.frame.getByRole('button', { name: 'Rename' }).click();
    await alice.frame.getByRole('textbox', { name: 'Name' }).fill('Ünï & more');
    // A named function would need tsx's helper, which the page does not have.
    const again = alice.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.addEventListener('message', ({ data }) => {
            if (String(data).includes('Document_Loaded')) resolve();
          });
        }),
    );
    await alice.page.keyboard.press('Enter');
    const { repository } = stage.standIn.nuxeo;
    const name = () =>
      repository.blobAt(repository.get(sampleIds.quarterlyReport), 'files:files/0/file')?.name;
    await until(() => name() === 'Ünï & more.xlsx');
    await again;
    await alice.fillsCell('B3', '15010');
    await alice.sees(/^Saved/);
    await alice.leaves();
  });

  it('a file that it is refused is told, and can be tried again', async () => {
    stage.standIn.nuxeo.faults.wopi = { status: 401 };
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    assert.match(await alice.seesNotice(), /The editor did not open/);
    delete stage.standIn.nuxeo.faults.wopi;
    await alice.editor.getByRole('button', { name: 'Try again' }).click();
    await alice.seesEditor();
    await alice.leaves();
  });

  it('a session that its server ends is told, with what was saved in Nuxeo', async () => {
    const alice = await opens();
    await alice.fillsCell('B2', '15004');
    await alice.sees(/^Saved/);
    await stage.standIn.office.close('The server goes down for maintenance.');
    assert.match(await alice.seesNotice(), /What it had saved is in Nuxeo/);
    assert.match(await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml'), /15004/);
    await alice.leaves();
  });

  it('a save of its own that fails is told by nobody, and never as saved; the one that works is', async () => {
    const alice = await opens();
    stage.standIn.nuxeo.faults.wopi = { status: 500 };
    await alice.fillsCell('B2', '15005');
    await alice.frame.getByRole('alert').filter({ hasText: 'server of the file had an error' }).waitFor();
    await alice.sees('Unsaved changes');
    delete stage.standIn.nuxeo.faults.wopi;
    await alice.sees(/^Saved/);
    assert.match(await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml'), /15005/);
    await alice.leaves();
  });

  it('it knows when it has the focus again', async () => {
    const alice = await opens();
    await alice.editor.getByRole('button', { name: 'Close' }).focus();
    await alice.page.locator('nuxeo-office-online-editor > iframe').focus();
    await alice.frame.locator('body[data-focus=Grab_Focus]').waitFor();
    await alice.leaves();
  });
});

describe('with LibreOffice Online, from which it has grown,', () => {
  // So slow that nothing is saved by itself.
  const slow = new Stage({ client: 'libreoffice', autoSaveFactor: 1, tokenTtl: 7200 });
  afterEach(() => slow.reset());
  const stored = () => slow.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml');

  async function opensSlowly(): Promise<Person> {
    const alice = await slow.person('alice');
    await alice.opensDocument(sampleIds.budget);
    await alice.action('Edit in Excel Online').click();
    await alice.seesEditor();
    return alice;
  }

  it('what is typed and closed at once is stored, and told as saved', async () => {
    const alice = await opensSlowly();
    await alice.fillsCell('B2', '16001');
    await alice.closes();
    await until(async () => (await stored()).includes('16001'));
    await alice.page.getByText('Budget.xlsx is saved in Nuxeo.').waitFor();
    await alice.leaves();
  });

  it('an engine that crashes loses what was not saved, and nothing says that it is saved', async () => {
    const alice = await opensSlowly();
    await alice.fillsCell('B2', '16002');
    await alice.sees('Unsaved changes');
    await slow.standIn.office.crash();
    await alice.sees(/changes .*lost/);
    assert.doesNotMatch(await stored(), /16002/);
    await alice.leaves();
  });

  it('its two entries in the history do not keep “Close” from leading back to the document', async () => {
    const alice = await opensSlowly();
    await alice.closes();
    await alice.page.waitForURL(`**/#!/doc/${sampleIds.budget}`);
    await alice.action('Edit in Excel Online').waitFor();
    await alice.leaves();
  });
});
