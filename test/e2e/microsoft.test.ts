import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const editAddress = (action = 'edit') => `/office-online/${action}/default/${sampleIds.budget}/file:content`;

/** Somebody with the workbook open, and the messages that the editor has posted to their page. */
async function opens(stage: Stage, action = 'edit'): Promise<Person> {
  const alice = await stage.person('alice');
  await alice.page.addInitScript(() => {
    window.addEventListener('message', ({ data }) => {
      const heard = ((window as unknown as { heard?: unknown[] }).heard ??= []);
      heard.push(data);
    });
  });
  await alice.goes(editAddress(action));
  await alice.seesEditor();
  return alice;
}

const heard = ({ page }: Person) =>
  page.evaluate(() => (window as unknown as { heard?: unknown[] }).heard?.length ?? 0);

for (const client of ['microsoft', 'onlyoffice'] as const) {
  describe(`where the server names the page for messages, with ${client}`, () => {
    const stage = new Stage({ client });
    beforeEach(() => stage.standIn.speakWithHost());
    afterEach(() => stage.reset());

    it('a change shows in the header, and alice is asked before the tab closes', async () => {
      const alice = await opens(stage);
      const asked = alice.refusesToLeave();
      await alice.fillsCell('B2', '21001');
      await alice.sees('Unsaved changes');
      await alice.page.close({ runBeforeUnload: true });
      await until(() => asked.length === 1);
      assert.deepEqual(asked, ['beforeunload']);
      await alice.leaves();
    });

    it('its own “Close” leads back, and what was changed arrives', async () => {
      const alice = await opens(stage);
      // Later than the first look after closing: what that one finds proves nothing of the last change. That holds for a
      // save that the editor begins by itself before it is closed too.
      stage.standIn.office.faults.saveDelay = 5_000;
      await alice.fillsCell('B2', '21002');
      await alice.frame.getByRole('button', { name: 'Close' }).click();
      await alice.editor.waitFor({ state: 'detached' });
      await alice.page.getByText('Budget.xlsx is saved in Nuxeo.').waitFor();
      await alice.leaves();
    });

    it('“Edit” in the viewer leads to the editor', async () => {
      const alice = await opens(stage, 'view');
      await alice.frame.getByRole('button', { name: 'Edit' }).click();
      await alice.page.waitForURL(`**/#!${editAddress()}`);
      await alice.seesEditor();
      await alice.fillsCell('B2', '21003');
      await alice.leaves();
    });

    it('a file renamed in the editor keeps its extension in the header', async () => {
      const alice = await opens(stage);
      await alice.frame.getByRole('button', { name: 'Rename' }).click();
      await alice.frame.getByRole('textbox', { name: 'Name' }).fill('Budget 2');
      await alice.page.keyboard.press('Enter');
      await alice.editor.getByRole('heading', { name: 'Budget 2.xlsx', exact: true }).waitFor();
      await alice.leaves();
    });
  });
}

describe('with Microsoft’s editors and a stock server', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());

  it('no message comes at all, and alice edits, closes and sees what was saved', async () => {
    const alice = await opens(stage);
    await alice.fillsCell('B2', '22001');
    assert.equal(await heard(alice), 0);
    await alice.sees(/^Opened in/);
    await alice.closes();
    await alice.page.getByText(/what you changed shows here|has new content in Nuxeo/).waitFor();
    await until(async () =>
      (await stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml')).includes('22001'),
    );
    await alice.seesStored(sampleIds.budget);
    assert.equal(await alice.page.getByText('is saved in Nuxeo').count(), 0);
    await alice.leaves();
  });

  it('an editor that never answers is told in time; it can be tried again, or opened in a new tab', async () => {
    stage.standIn.config['officeOnline.loadTimeout'] = '2';
    stage.standIn.office.faults.hang = true;
    const alice = await stage.person('alice');
    await alice.goes(editAddress());
    assert.match(await alice.seesNotice(), /The editor did not open/);
    const buttons = alice.editor.getByRole('alert').getByRole('button');
    assert.deepEqual(
      (await buttons.allTextContents()).map((text) => text.trim()),
      ['Try again', 'Open in a new tab'],
    );
    await buttons.first().click();
    await alice.editor.getByRole('alert').waitFor({ state: 'detached' });
    assert.match(await alice.seesNotice(), /The editor did not open/);
    delete stage.standIn.office.faults.hang;
    stage.standIn.config['officeOnline.loadTimeout'] = '45';
    const other = await alice.opensTab(() => buttons.last().click());
    await other.seesEditor();
    await alice.editor.waitFor({ state: 'detached' });
    await alice.leaves();
  });
});
