import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

/** Seconds that a token lives, and before its end at which it is renewed. */
const LIFE = 12;
const RENEW_BEFORE = 3;

const options = { tokenTtl: LIFE };
const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

const launches = (stage: Stage) =>
  stage.standIn.nuxeo.requests.filter(({ url }) => url.includes('/wopi/edit/')).length;

async function opens(stage: Stage): Promise<Person> {
  stage.standIn.config['officeOnline.renewBefore'] = String(RENEW_BEFORE);
  const alice = await stage.person('alice');
  stage.standIn.nuxeo.requests.length = 0;
  await alice.goes(EDIT);
  await alice.seesEditor();
  return alice;
}

const sheet = (stage: Stage) => stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml');

async function isStored(stage: Stage, ...values: string[]): Promise<void> {
  await until(async () => {
    const text = await sheet(stage);
    return values.every((value) => text.includes(`<v>${value}</v>`));
  });
}

void describe('a session that outlives three tokens', () => {
  const collabora = new Stage({ client: 'collabora', ...options });
  const microsoft = new Stage({ client: 'microsoft', ...options });
  afterEach(() => [collabora, microsoft].forEach((stage) => stage.reset()));

  void it('with Collabora goes on without alice doing anything, and all she types is stored', async () => {
    const alice = await opens(collabora);
    const end = Date.now() + 3 * LIFE * 1000;
    await alice.fillsCell('B2', '30001');
    await until(() => launches(collabora) === 2, 2 * LIFE);
    await alice.fillsCell('B3', '30002');
    await until(() => launches(collabora) === 3, 2 * LIFE);
    await alice.fillsCell('B4', '30003');
    await until(() => Date.now() > end, 4 * LIFE);
    await alice.fillsCell('B5', '30004');
    await alice.sees(/^Saved/);
    await isStored(collabora, '30001', '30002', '30003', '30004');
    assert.equal(await alice.editor.getByRole('alert').count(), 0);
    assert.equal(await alice.page.locator('iframe').count(), 1);
    assert.ok(launches(collabora) <= 6, `${launches(collabora)} launches`);
    await alice.leaves();
  });

  void it('with Microsoft’s editors takes one click each, and all she types is stored', async () => {
    const alice = await opens(microsoft);
    const end = Date.now() + 3 * LIFE * 1000;
    const values = ['31001', '31002', '31003'];
    for (const [index, value] of values.entries()) {
      await alice.fillsCell(`B${index + 2}`, value);
      await alice.editor.getByText(/^Your access to this file ends in \d+ seconds?\./).waitFor();
      // Nothing is loaded anew before she says so.
      assert.equal(launches(microsoft), index + 1);
      await alice.editor.getByRole('button', { name: 'Save and reload' }).click();
      await alice.editor.getByRole('alert').waitFor({ state: 'detached' });
      await alice.seesEditor();
    }
    await until(() => Date.now() > end, 4 * LIFE);
    assert.equal(launches(microsoft), 4);
    await alice.editor.getByRole('button', { name: 'Save and reload' }).click();
    await alice.seesEditor();
    await alice.fillsCell('B5', '31004');
    await isStored(microsoft, ...values, '31004');
    await alice.leaves();
  });

  void it('with Microsoft’s editors that has ended can still be saved and reloaded', async () => {
    const alice = await opens(microsoft);
    await alice.editor.getByText('Your access to this file has ended.').waitFor();
    await alice.fillsCell('B6', '32001');
    await alice.editor.getByRole('button', { name: 'Save and reload' }).click();
    await alice.seesEditor();
    await alice.fillsCell('B5', '32002');
    await isStored(microsoft, '32001', '32002');
    await alice.leaves();
  });
});

void describe('“Save and reload” on a server that takes its time', () => {
  const stage = new Stage({ client: 'microsoft', ...options });
  afterEach(() => stage.reset());

  /** Alice’s token is about to end; the server takes two seconds to hand out another. */
  async function hasToReload(): Promise<Person> {
    const alice = await opens(stage);
    await alice.editor.getByText(/^Your access to this file ends/).waitFor();
    stage.standIn.nuxeo.faults.launch = { delay: 2_000 };
    return alice;
  }

  void it('clicked twice, asks once and opens once', async () => {
    const alice = await hasToReload();
    let frames = 0;
    alice.page.on('frameattached', () => (frames += 1));
    const reload = alice.editor.getByRole('button', { name: 'Save and reload' });
    await reload.click();
    await reload.click({ force: true });
    assert.equal(await reload.isDisabled(), true);
    await alice.editor.getByRole('alert').waitFor({ state: 'detached' });
    await alice.seesEditor();
    assert.deepEqual([launches(stage), frames], [2, 1]);
    await alice.leaves();
  });

  void it('closed before the answer, opens nothing: the token goes nowhere', async () => {
    const alice = await hasToReload();
    const posted: string[] = [];
    alice.context.on('request', (request) => {
      if (request.method() === 'POST' && request.url().startsWith(stage.standIn.officeUrl))
        posted.push(request.url());
    });
    const answered = alice.page.waitForResponse((response) => response.url().includes('/wopi/edit/'));
    await alice.editor.getByRole('button', { name: 'Save and reload' }).click();
    await alice.closes();
    await answered;
    await alice.page.waitForLoadState('networkidle');
    assert.equal(alice.context.pages().length, 1);
    assert.deepEqual(
      posted.filter((url) => url.includes('WOPISrc')),
      [],
    );
    await alice.leaves();
  });
});

void describe('a Nuxeo session that ends while the editor is open', () => {
  const stage = new Stage({ client: 'collabora', ...options });
  afterEach(() => stage.reset());

  void it('is told; alice signs in again in a new tab, and it goes on', async () => {
    const alice = await opens(stage);
    stage.standIn.nuxeo.endSessions();
    await alice.editor.getByText('Your Nuxeo session is over.').waitFor();
    const signIn = alice.editor.getByRole('button', { name: 'Sign in again' });
    const other = await alice.opensTab(() => signIn.click());
    await other.page.locator('input[name=user_name]').waitFor();
    const asked = launches(stage);
    await other.signsIn();
    await other.page.waitForURL('**/nuxeo/ui/**');
    // Nothing is asked before she is back.
    assert.equal(launches(stage), asked);
    await other.page.close();
    await alice.page.bringToFront();
    await alice.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await alice.editor.getByText('Your Nuxeo session is over.').waitFor({ state: 'detached' });
    await alice.fillsCell('B6', '33001');
    await alice.sees(/^Saved/);
    await isStored(stage, '33001');
    await alice.leaves();
  });

  void it('a server that does not answer is asked three times, then alice is told and can try again', async () => {
    const alice = await opens(stage);
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    await alice.editor.getByText('could not be renewed yet').waitFor();
    await alice.editor.getByText('could not be renewed. Try again').waitFor({ timeout: 60_000 });
    assert.equal(launches(stage), 4);
    delete stage.standIn.nuxeo.faults.launch;
    await alice.editor.getByRole('button', { name: 'Try again' }).click();
    await alice.editor.getByRole('alert').waitFor({ state: 'detached' });
    await alice.leaves();
  });
});
