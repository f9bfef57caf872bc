import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const collabora = new Stage({ client: 'collabora', tokenTtl: 3600 });
const microsoft = new Stage({ client: 'microsoft', tokenTtl: 3600 });
afterEach(() => {
  for (const stage of [collabora, microsoft]) {
    stage.reset();
    // A killed editor leaves its lock, which Nuxeo ends after half an hour.
    stage.standIn.nuxeo.repository.locks.unlock(sampleIds.budget);
  }
});

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

async function opens(stage: Stage, before?: (person: Person) => Promise<void>): Promise<Person> {
  const alice = await stage.person('alice');
  await before?.(alice);
  await alice.goes(EDIT);
  await alice.seesEditor();
  return alice;
}

const sheet = (stage: Stage) => stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml');
const isStored = (stage: Stage, value: string) =>
  until(async () => (await sheet(stage)).includes(`<v>${value}</v>`));

/** Waits until the editor has told the person that it could not save by itself: nobody else hears of it. */
const saveFails = (alice: Person, why: string) =>
  alice.frame.getByRole('alert').filter({ hasText: why }).waitFor();

const launches = (stage: Stage) =>
  stage.standIn.nuxeo.requests.filter(({ url }) => url.includes('/wopi/edit/')).length;

describe('while alice edits,', () => {
  it('the editor is killed: what it had saved is in Nuxeo, and she sees what was not', async () => {
    const alice = await opens(collabora);
    await alice.fillsCell('B2', '41001');
    await alice.sees(/^Saved/);
    collabora.standIn.office.faults.saveDelay = 60_000;
    await alice.fillsCell('B3', '41002');
    await alice.sees('Unsaved changes');
    collabora.standIn.office.vanish();
    await alice.frame.getByText('This session has ended').waitFor();
    // The header does not claim a save that there was not.
    await alice.sees('Unsaved changes');
    const stored = await sheet(collabora);
    assert.ok(stored.includes('<v>41001</v>'));
    assert.ok(!stored.includes('<v>41002</v>'));
    await alice.leaves();
  });

  it('Nuxeo is restarted: nobody tells, but what is not saved is not told as saved, and it is when Nuxeo is back', async () => {
    const alice = await opens(collabora);
    const { faults } = collabora.standIn.nuxeo;
    for (const kind of ['wopi', 'launch', 'rest'] as const) faults[kind] = { drop: true };
    await alice.fillsCell('B2', '42001');
    await saveFails(alice, "can't be reached");
    await alice.sees('Unsaved changes');
    for (const kind of ['wopi', 'launch', 'rest'] as const) delete faults[kind];
    await alice.sees(/^Saved/);
    await isStored(collabora, '42001');
    await alice.closes();
    await alice.page.getByText('Budget.xlsx is saved in Nuxeo.').waitFor();
    await alice.leaves();
  });

  it('Nuxeo is restarted just as she closes: she is told that it will show, and nothing is claimed', async () => {
    const alice = await opens(microsoft);
    await alice.fillsCell('B2', '42002');
    microsoft.standIn.nuxeo.faults.rest = { drop: true };
    await alice.closes();
    await alice.page.getByText('what you changed shows here as soon as it has reached Nuxeo').waitFor();
    delete microsoft.standIn.nuxeo.faults.rest;
    await isStored(microsoft, '42002');
    // What the server has when it is back may have been saved before the last change: nothing is claimed of it.
    assert.equal(await alice.page.getByText('is saved in Nuxeo').count(), 0);
    await alice.opensDocument(sampleIds.budget);
    await alice.seesStored(sampleIds.budget);
    await alice.leaves();
  });

  for (const stage of [collabora, microsoft]) {
    const name = stage === collabora ? 'Collabora' : 'Microsoft';
    it(`the network is cut for 20 s, with ${name}: she is told, and what she typed arrives`, async () => {
      const alice = await opens(stage);
      await alice.context.setOffline(true);
      const back = Date.now() + 20_000;
      await alice.sees(/^You are offline/);
      await alice.frame.getByLabel('B4', { exact: true }).fill('43001');
      await alice.page.keyboard.press('Enter');
      await until(() => Date.now() > back);
      await alice.sees(/^You are offline/);
      assert.ok(!(await sheet(stage)).includes('<v>43001</v>'));
      await alice.context.setOffline(false);
      await alice.editor.getByText(/^You are offline/).waitFor({ state: 'detached' });
      await isStored(stage, '43001');
      await alice.fillsCell('B4', '43002');
      await isStored(stage, '43002');
      await alice.leaves();
    });
  }

  it('the laptop sleeps for two hours: Collabora has a new token at once, and it goes on', async () => {
    const alice = await opens(collabora, ({ page }) => page.clock.install());
    const { requests } = collabora.standIn.nuxeo;
    requests.length = 0;
    await alice.page.clock.fastForward('02:00:00');
    await alice.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await until(() => launches(collabora) === 1);
    await alice.fillsCell('B5', '44001');
    await alice.sees(/^Saved/);
    await isStored(collabora, '44001');
    assert.equal(await alice.editor.getByRole('alert').count(), 0);
    // The new token's end is reckoned from the server's clock: it is not taken for one that has ended.
    await alice.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await alice.page.clock.runFor(60_000);
    assert.equal(launches(collabora), 1);
    await alice.leaves();
  });

  it('the laptop sleeps for two hours: Microsoft’s editor is not reloaded before she says so', async () => {
    const alice = await opens(microsoft, ({ page }) => page.clock.install());
    await alice.fillsCell('B5', '44002');
    microsoft.standIn.nuxeo.requests.length = 0;
    await alice.page.clock.fastForward('02:00:00');
    await alice.editor.getByText('Your access to this file has ended.').waitFor();
    assert.equal(launches(microsoft), 0);
    await alice.editor.getByRole('button', { name: 'Reload' }).click();
    await alice.banner.waitFor({ state: 'detached' });
    await alice.seesEditor();
    assert.equal(launches(microsoft), 1);
    await isStored(microsoft, '44002');
    await alice.leaves();
  });

  it('the editor is refused by Nuxeo in mid-session: she sees that it is not saved', async () => {
    const alice = await opens(collabora);
    collabora.standIn.nuxeo.faults.wopi = { status: 401 };
    await alice.fillsCell('B2', '45001');
    await saveFails(alice, 'session is over');
    await alice.sees('Unsaved changes');
    await alice.leaves();
  });

  it('somebody takes her lock away: she sees that it is not saved, and is told when she leaves', async () => {
    const alice = await opens(collabora);
    const { locks } = collabora.standIn.nuxeo.repository;
    locks.unlock(sampleIds.budget);
    locks.lock(sampleIds.budget, 'bob');
    await alice.fillsCell('B2', '46001');
    await saveFails(alice, 'locked');
    await alice.sees('Unsaved changes');
    await alice.closes();
    await alice.page.getByText('Budget.xlsx: the editor could not save the last changes.').waitFor();
    assert.ok(!(await sheet(collabora)).includes('<v>46001</v>'));
    locks.unlock(sampleIds.budget);
    await alice.leaves();
  });
});
