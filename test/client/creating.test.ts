import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { create, openId, opensDialog, tab, tabs, TEMPLATES, title, WORKSPACE } from '../e2e/create-tab.js';
import { until } from '../e2e/stage.js';
import { ClientStage, isLoaded, tellsModified, types, type Writer } from './client-stage.js';

const stage = new ClientStage();
afterEach(() => stage.reset());

/** Somebody who has made a document of that kind, or from that template, and sees it in the editor. */
async function creates(name: string): Promise<[Writer, id: string]> {
  const alice = await stage.writer('alice');
  await alice.goes(`/browse${WORKSPACE}`);
  await alice.page.getByText('Budget').first().waitFor();
  await opensDialog(alice);
  await tabs(alice).filter({ hasText: 'Office' }).click();
  await tab(alice).getByRole('radio', { name }).check();
  await title(alice).fill(randomUUID().slice(0, 8));
  await create(alice).click();
  await isLoaded(alice);
  await alice.seesEditor();
  return [alice, openId(alice)];
}

describe('with a real client, a new document', () => {
  for (const name of ['Excel workbook', 'PowerPoint presentation']) {
    it(`opens as ${name}`, async () => {
      const [alice] = await creates(name);
      await alice.leaves();
    });
  }

  for (const name of ['Word document', 'Business letter']) {
    it(`is written into, closed, and has what was written: ${name}`, async () => {
      Object.assign(stage.standIn.conf, TEMPLATES);
      const [alice, id] = await creates(name);
      await types(alice, 'Written at once. ');
      await tellsModified(alice, true);
      await alice.closes();
      await alice.page.waitForURL(`**/#!/doc/${id}`);
      await until(async () => (await stage.text({ id, fileName: '' })).includes('Written at once.'));
      if (name === 'Business letter')
        assert.match(await stage.text({ id, fileName: '' }), /began as a template/);
      await alice.leaves();
    });
  }
});
