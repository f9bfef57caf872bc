import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until } from './stage.js';
import { seesInSlot } from './status-page.js';

declare const Nuxeo: { UI: { app: HTMLElement } };

const stage = new Stage({ client: 'collabora' });
afterEach(() => stage.reset());

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

/** Web UI brings the pages of addons when the browser is idle, and a slow one is not for a while. */
const WITHOUT_TIME = `
  if (window === top) {
    const request = window.requestIdleCallback;
    window.requestIdleCallback = (callback, options) => setTimeout(() => request(callback, options), 1500);
  }`;

describe('an editor’s own address', () => {
  it('is found by a browser that has no time to spare, after Web UI has said “not found”', async () => {
    const alice = await stage.person('alice');
    await alice.page.addInitScript(WITHOUT_TIME);
    await alice.goes(EDIT);
    await seesInSlot(alice, alice.editor, true);
    await alice.seesEditor();
    await alice.closes();
    await alice.leaves();
  });

  it('that leads nowhere is told as that', async () => {
    const alice = await stage.person('alice');
    for (const address of ['/office-online/', '/office-online/foo']) {
      await alice.goes(address);
      await alice.page.getByRole('alert').filter({ hasText: "Nuxeo can't open this file here" }).waitFor();
    }
    await alice.page.evaluate((path) => (location.hash = `#!${path}`), EDIT);
    await alice.seesEditor();
    await alice.leaves();
  });

  it('keeps the file’s name in the tab while Web UI loads the document anew, and gives Web UI its own back', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.budget);
    const title = () => alice.page.title();
    await until(async () => (await title()).startsWith('Budget - '));
    await alice.action('Edit in Excel Online').click();
    await alice.seesEditor();
    await alice.frame.getByLabel('B2', { exact: true }).fill('27001');
    await alice.page.keyboard.press('Enter');
    await alice.sees('Unsaved changes');
    assert.match(await title(), /^• Budget\.xlsx - /);
    const loaded = alice.page.waitForResponse(/\/api\/v1\/(path|id)\//);
    await alice.page.evaluate(() => void Nuxeo.UI.app.dispatchEvent(new CustomEvent('document-updated')));
    await loaded;
    await alice.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    assert.match(await title(), /Budget\.xlsx - /);
    await alice.closes();
    await until(async () => (await title()).startsWith('Budget - '));
    await alice.leaves();
  });
});
