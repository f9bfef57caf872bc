import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

describe('the details of a failure', () => {
  it('are there for support: time, reason, status, the plugin’s version; no token and no name of a file', async () => {
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    const alice = await stage.person('alice');
    await alice.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await alice.goes(`/office-online/edit/default/${sampleIds.quarterlyReport}/file:content`);
    await alice.editor.getByText('Details', { exact: true }).click();
    const lines = await alice.editor.locator('pre').innerText();
    assert.match(
      lines,
      /^time: \d{4}-\d\d-\d\dT.*\nreason: unavailable\ndetail: HTTP 503\nversion: \d+\.\d+\.\d+/,
    );
    assert.doesNotMatch(lines, /Quarterly|token|eyJ/);
    await alice.editor.getByRole('button', { name: 'Copy', exact: true }).click();
    await alice.editor.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await alice.page.evaluate(() => navigator.clipboard.readText()), lines);
    await alice.leaves();
  });
});
