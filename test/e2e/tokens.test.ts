import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

/** Seconds that a token lives, and before its end at which it is renewed. */
const LIFE = 12;
const RENEW_BEFORE = 3;

const options = { tokenTtl: LIFE };
const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

const launches = (stage: Stage) =>
  stage.standIn.nuxeo.requests.filter(({ url }) => url.includes('/wopi/edit/')).length;

async function opens(stage: Stage, renewBefore = RENEW_BEFORE): Promise<Person> {
  stage.standIn.config['officeOnline.renewBefore'] = String(renewBefore);
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

const reload = (alice: Person) => alice.editor.getByRole('button', { name: 'Reload', exact: true });

describe('a session that outlives three tokens', () => {
  const collabora = new Stage({ client: 'collabora', ...options });
  const microsoft = new Stage({ client: 'microsoft', ...options });
  afterEach(() => [collabora, microsoft].forEach((stage) => stage.reset()));

  it('with Collabora goes on without alice doing anything, and all she types is stored', async () => {
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
    assert.equal(await alice.banner.count(), 0);
    assert.equal(await alice.page.locator('iframe').count(), 1);
    assert.ok(launches(collabora) <= 9, `${launches(collabora)} launches`);
    await alice.leaves();
  });

  it('with Microsoft’s editors takes one click each, and all she types is stored', async () => {
    const alice = await opens(microsoft);
    const end = Date.now() + 3 * LIFE * 1000;
    const values = ['31001', '31002', '31003'];
    for (const [index, value] of values.entries()) {
      await alice.fillsCell(`B${index + 2}`, value);
      await alice.banner.getByText(/^Your access to this file ends in \d+ seconds?\.$/).waitFor();
      await alice.banner.getByText('Save in the editor, then reload to go on.').waitFor();
      // Nothing is loaded anew before she says so.
      assert.equal(launches(microsoft), index + 1);
      await reload(alice).click();
      await alice.banner.waitFor({ state: 'detached' });
      await alice.seesEditor();
    }
    await until(() => Date.now() > end, 4 * LIFE);
    assert.equal(launches(microsoft), 4);
    await reload(alice).click();
    await alice.seesEditor();
    await alice.fillsCell('B5', '31004');
    await isStored(microsoft, ...values, '31004');
    await alice.leaves();
  });

  it('with Microsoft’s editors that has ended can still be reloaded', async () => {
    const alice = await opens(microsoft);
    await alice.banner.getByText('Your access to this file has ended.').waitFor();
    await alice.fillsCell('B6', '32001');
    await reload(alice).click();
    await alice.seesEditor();
    await alice.fillsCell('B5', '32002');
    await isStored(microsoft, '32001', '32002');
    await alice.leaves();
  });
});

describe('a token that can’t be renewed', () => {
  // It is due so long after the click that no opening takes, and what is read until it ends is there for long enough.
  const stage = new Stage({ client: 'collabora', tokenTtl: 20 });
  afterEach(() => stage.reset());

  it('is tried again until it ends; alice reads how long it lasts, and then that it has ended and why', async () => {
    const alice = await opens(stage, 8);
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    await alice.banner
      .getByText(
        /^Your access to this file ends in \d seconds\. It can't be renewed yet, which is tried again/,
      )
      .waitFor();
    await alice.banner.getByText('Your access to this file could not be renewed and has ended.').waitFor();
    await alice.banner.getByText("Nuxeo can't answer just now.").waitFor();
    const asked = launches(stage);
    assert.ok(asked >= 3, `${asked} launches`);
    await alice.fillsCell('B6', '33002');
    // The editor tells late that something has changed, and not at all what is saved by then: nothing would be told of it.
    await alice.sees(/^(Unsaved changes|Not saved)/);
    delete stage.standIn.nuxeo.faults.launch;
    await alice.banner.getByRole('button', { name: 'Try again' }).click();
    await alice.banner.waitFor({ state: 'detached' });
    await alice.sees(/^Saved/);
    await isStored(stage, '33002');
    await alice.leaves();
  });

  it('is tried again at once when the network is back', async () => {
    const alice = await opens(stage);
    stage.standIn.nuxeo.faults.launch = { drop: true };
    await alice.banner.getByText('could not be renewed and has ended.').waitFor();
    await alice.banner.getByText("Nuxeo can't be reached.").waitFor();
    delete stage.standIn.nuxeo.faults.launch;
    await alice.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await alice.banner.waitFor({ state: 'detached' });
    await alice.leaves();
  });
});

describe('a Nuxeo session that ends while the editor is open', () => {
  const collabora = new Stage({ client: 'collabora', ...options });
  const microsoft = new Stage({ client: 'microsoft', ...options });
  afterEach(() => [collabora, microsoft].forEach((stage) => stage.reset()));

  /** Signs in again in a new tab, and comes back. */
  async function signsInAgain(alice: Person, stage: Stage): Promise<void> {
    const other = await alice.opensTab(() =>
      alice.banner.getByRole('button', { name: 'Sign in again' }).click(),
    );
    await other.page.locator('input[name=user_name]').waitFor();
    const asked = launches(stage);
    await other.signsIn();
    await other.page.waitForURL('**/nuxeo/ui/**');
    // Nothing is asked before she is back.
    assert.equal(launches(stage), asked);
    await other.page.close();
    await alice.page.bringToFront();
    await alice.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  }

  it('is told; alice signs in again in a new tab, and it goes on', async () => {
    const alice = await opens(collabora);
    collabora.standIn.nuxeo.endSessions();
    await alice.banner.getByText('Your Nuxeo session is over.').waitFor();
    await signsInAgain(alice, collabora);
    await alice.banner.waitFor({ state: 'detached' });
    await alice.fillsCell('B6', '33001');
    await alice.sees(/^Saved/);
    await isStored(collabora, '33001');
    await alice.leaves();
  });

  it('stays the news while the token runs out; then the time left is, and reloading works', async () => {
    const alice = await opens(microsoft);
    const end = Date.now() + LIFE * 1000;
    await reload(alice).waitFor();
    microsoft.standIn.nuxeo.endSessions();
    await reload(alice).click();
    await alice.banner.getByText('Your Nuxeo session is over.').waitFor();
    await alice.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('nuxeo-office-online-editor')!;
      const read: string[] = [];
      new MutationObserver(() => {
        read.push(shadowRoot!.querySelector('[part=banner]')?.textContent ?? '');
      }).observe(shadowRoot!, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { read });
    });
    // Longer than the time left is told anew, and past the end.
    await until(() => Date.now() > end + 11_000, 30);
    const read = await alice.page.evaluate(() => (window as unknown as { read: string[] }).read);
    assert.deepEqual(
      read.filter((text) => !text.includes('Your Nuxeo session is over.')),
      [],
    );
    await signsInAgain(alice, microsoft);
    await alice.banner.getByText('Your access to this file has ended.').waitFor();
    await reload(alice).click();
    await alice.banner.waitFor({ state: 'detached' });
    await alice.seesEditor();
    await alice.leaves();
  });
});

describe('the last five minutes of a token', () => {
  const stage = new Stage({ client: 'microsoft' });
  afterEach(() => stage.reset());

  /** Keeps what a screen reader would speak at once, and what can be read. */
  const listen = ({ page }: Person) =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('nuxeo-office-online-editor')!;
      const heard = { spoken: [] as string[], read: [] as string[] };
      const places = { spoken: '[part=banner] [role=alert]', read: '[part=banner] p' };
      new MutationObserver(() => {
        for (const place of ['spoken', 'read'] as const) {
          const text = shadowRoot!.querySelector<HTMLElement>(places[place])?.innerText.replace(/\s+/g, ' ');
          if (text && text !== heard[place].at(-1)) heard[place].push(text);
        }
      }).observe(shadowRoot!, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { heard });
    });

  const heard = ({ page }: Person) =>
    page.evaluate(() => (window as unknown as { heard: { spoken: string[]; read: string[] } }).heard);

  /** The notice as the browser tells it to screen readers. */
  const accessible = (alice: Person) => alice.banner.ariaSnapshot();

  it('count where they can be seen; they are spoken at five minutes, at one and at the end', async () => {
    const alice = await stage.person('alice');
    const { clock } = alice.page;
    await clock.install();
    await alice.goes(EDIT);
    await alice.seesEditor();
    await listen(alice);
    await clock.fastForward('54:50');
    await clock.runFor(12_000);
    assert.match(await accessible(alice), /^- alert:/);
    await clock.runFor(30_000);
    assert.match(await accessible(alice), /^- timer:/);
    await clock.runFor(300_000);
    const { spoken, read } = await heard(alice);
    const advice = 'Save in the editor, then reload to go on.';
    assert.deepEqual(spoken, [
      `Your access to this file ends in 5 minutes. ${advice}`,
      `Your access to this file ends in 1 minute. ${advice}`,
      `Your access to this file has ended. ${advice}`,
    ]);
    const times = ['5 minutes', '4 minutes', '3 minutes', '2 minutes', '1 minute'];
    const seconds = [50, 40, 30, 20, 10].map((left) => `${left} seconds`);
    assert.deepEqual(read, [
      ...[...times, ...seconds].map((time) => `Your access to this file ends in ${time}.`),
      'Your access to this file has ended.',
    ]);
    await alice.leaves();
  });
});
