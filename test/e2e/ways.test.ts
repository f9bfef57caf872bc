import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const DOCUMENT = sampleIds.budget;
const EDIT = `/office-online/edit/default/${DOCUMENT}/file:content`;
const LABEL = 'Edit in Excel Online';

async function alice(): Promise<Person> {
  const person = await stage.person('alice');
  await person.opensDocument(DOCUMENT);
  await person.action(LABEL).waitFor();
  return person;
}

describe('opening', () => {
  it('by a click asks the server for one thing: the launch page', async () => {
    const person = await alice();
    await person.page.waitForLoadState('networkidle');
    const { requests } = stage.standIn.nuxeo;
    const before = requests.length;
    await person.action(LABEL).click();
    await person.seesEditor();
    const ours = requests.slice(before).filter(({ user }) => user === 'alice');
    assert.deepEqual(
      ours.map(({ method, url }) => `${method} ${url}`),
      [`GET /nuxeo/wopi/edit/default/${DOCUMENT}/file:content`],
    );
    await person.leaves();
  });

  it('asks at the page’s own address, whatever the server takes for its own', async () => {
    stage.standIn.nuxeo.faults.publicUrl = 'https://intranet.example/nuxeo/';
    const person = await alice();
    await person.action(LABEL).click();
    await person.seesEditor();
    await person.leaves();
  });

  it('is never answered from a cache, even where the server’s answer may be kept', async () => {
    // The server itself says so: a route of Playwright's would switch the browser's cache off.
    const { faults, requests } = stage.standIn.nuxeo;
    faults.launch = { headers: { 'Cache-Control': 'max-age=3600' } };
    const person = await alice();
    const before = requests.length;
    const launches = () => requests.slice(before).filter(({ url }) => url.includes('/wopi/edit/'));
    for (let round = 1; round <= 2; round += 1) {
      await person.action(LABEL).click();
      await person.seesEditor();
      await person.closes();
      assert.equal(launches().length, round);
    }
    await person.leaves();
  });

  it('works from an address typed in, after a reload, and for who may only read', async () => {
    const person = await stage.person('alice');
    await person.goes(EDIT);
    await person.seesEditor();
    await person.page.reload();
    await person.seesEditor();
    assert.equal(await person.page.locator('iframe').count(), 1);
    assert.match(await person.page.title(), /^Budget\.xlsx/);
    await person.leaves();
    // As long as alice's editor holds its lock, rita could join: nobody knows then that she may only read.
    await until(() => !stage.standIn.nuxeo.repository.locks.of(DOCUMENT));

    const rita = await stage.person('rita');
    await rita.goes(EDIT);
    await rita.seesEditor();
    assert.ok(
      stage.standIn.nuxeo.requests.some(({ user, url }) => user === 'rita' && url.includes('/wopi/view/')),
    );
    await rita.leaves();
  });

  it('passes on what a former editor left for it in the address, which then no longer stands there', async () => {
    const alice = await stage.person('alice');
    await alice.page.goto(`${stage.standIn.url}?wdPreviousSession=one&wdOrigin=two#!${EDIT}`);
    await alice.seesEditor();
    const [, frame] = alice.page.frames();
    const { searchParams } = new URL(frame?.url() ?? '');
    assert.deepEqual([searchParams.get('wdPreviousSession'), searchParams.get('wdOrigin')], ['one', 'two']);
    await alice.page.waitForURL((url) => url.search === '?wdOrigin=two');
    assert.ok(alice.page.url().endsWith(`#!${EDIT}`));
    await alice.closes();
    await alice.leaves();
  });

  it('takes the keyboard alone', async () => {
    const person = await alice();
    await person.action(LABEL).focus();
    await person.page.keyboard.press('Enter');
    await person.seesEditor();
    await person.editor.getByRole('button', { name: 'Close' }).focus();
    await person.page.keyboard.press('Escape');
    await person.editor.waitFor({ state: 'detached' });
    await person.leaves();
  });
});

describe('in a new tab or window', () => {
  it('a modifier click opens the page there', async () => {
    const person = await alice();
    const opening = person.context.waitForEvent('page');
    await person.action(LABEL).click({ modifiers: ['ControlOrMeta'] });
    const here = person.page;
    person.page = await opening;
    await person.seesEditor();
    person.page = here;
    assert.equal(await person.editor.count(), 0);
    await person.leaves();
  });

  it('the setting “tab” does so for every click', async () => {
    stage.standIn.config['officeOnline.target'] = 'tab';
    const person = await alice();
    const opening = person.context.waitForEvent('page');
    await person.action(LABEL).click();
    person.page = await opening;
    await person.seesEditor();
    assert.equal(await person.page.evaluate(() => window.opener as unknown), null);
    await person.leaves();
  });

  it('the setting “window” opens the editor without a page around it', async () => {
    stage.standIn.config['officeOnline.target'] = 'window';
    const person = await alice();
    const opening = person.context.waitForEvent('page');
    await person.action(LABEL).click();
    const opened = await opening;
    await opened.waitForURL((url) => url.origin === stage.standIn.officeUrl);
    assert.equal(await opened.evaluate(() => window.opener as unknown), null);
    await person.leaves();
  });

  it('a failure closes the window and is told', async () => {
    stage.standIn.config['officeOnline.target'] = 'window';
    stage.standIn.nuxeo.faults.launch = { status: 403 };
    const person = await alice();
    const opening = person.context.waitForEvent('page');
    await person.action(LABEL).click();
    const opened = await opening;
    if (!opened.isClosed()) await opened.waitForEvent('close');
    await person.page.getByText(/You are not allowed to open this file/).waitFor();
    await person.leaves();
  });

  it('a blocked window is told, and opens in this tab instead', async () => {
    stage.standIn.config['officeOnline.target'] = 'window';
    const person = await alice();
    await person.page.evaluate(() => {
      window.open = () => null;
    });
    await person.action(LABEL).click();
    assert.match(await person.seesNotice(), /blocked the new window/);
    await person.editor.getByRole('button', { name: 'Open in this tab' }).click();
    await person.seesEditor();
    await person.closes();
    await person.action(LABEL).waitFor();
    await person.leaves();
  });

  it('a click with Ctrl on “Open in a new tab” in the header is the browser’s: the editor stays here', async () => {
    const person = await alice();
    await person.action(LABEL).click();
    await person.seesEditor();
    const link = person.editor.getByRole('link', { name: 'Open in a new tab' });
    const other = await person.opensTab(() => link.click({ modifiers: ['ControlOrMeta'] }));
    assert.equal(await other.seesNotice(), 'You have this file open in another tab already.');
    await person.seesEditor();
    await person.leaves();
  });

  it('“Open in a new tab” in the header moves the editor there', async () => {
    const person = await alice();
    await person.action(LABEL).click();
    await person.seesEditor();
    const opening = person.context.waitForEvent('page');
    await person.editor.getByRole('link', { name: 'Open in a new tab' }).click();
    const opened = await opening;
    await person.editor.waitFor({ state: 'detached' });
    person.page = opened;
    await person.seesEditor();
    await person.leaves();
  });
});
