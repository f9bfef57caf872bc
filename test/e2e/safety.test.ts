import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

describe('the token', () => {
  it('is posted to the editor, and is nowhere else: not in the page, an address, a storage or the console', async () => {
    const alice = await stage.person('alice');
    const texts: string[] = [];
    let token = '';
    alice.page.on('console', (message) => texts.push(message.text()));
    alice.page.on('request', (request) => {
      texts.push(request.url());
      if (request.url().startsWith(stage.standIn.officeUrl) && request.method() === 'POST') {
        token ||= new URLSearchParams(request.postData() ?? '').get('access_token') ?? '';
      }
    });
    await alice.goes(EDIT);
    await alice.seesEditor();
    assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
    texts.push(
      await alice.page.evaluate(() => {
        const roots: (Document | ShadowRoot)[] = [document];
        let html = '';
        for (const root of roots) {
          html += root instanceof Document ? root.documentElement.outerHTML : root.innerHTML;
          for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
        }
        const stores = [{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie];
        return html + location.href + JSON.stringify(stores);
      }),
    );
    assert.deepEqual(
      texts.filter((text) => text.includes(token)),
      [],
    );
    assert.equal(await alice.page.locator('form[action*="IsLicensedUser"]').count(), 0);
    await alice.leaves();
  });
});

describe('a hostile name', () => {
  it('runs no script: at the action, in the header, in a question', async () => {
    const alice = await stage.person('alice');
    alice.page.on('dialog', (dialog) => alice.complaints.push(dialog.message()));
    await alice.opensDocument(sampleIds.hostileName);
    await alice.action('Edit in Word Online').click();
    await alice.seesEditor();
    const name = `"><img src=x onerror=alert(1)> & Ünï 日本`;
    await alice.editor.getByRole('heading', { name: `${name}.docx` }).waitFor();
    assert.equal(await alice.editor.locator('.title').textContent(), name);
    assert.equal(await alice.page.locator('iframe').getAttribute('title'), `${name}.docx in Word Online`);
    assert.equal(await alice.editor.locator('img').count(), 0);
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });
});

describe('the frame', () => {
  it('has no sandbox, takes the clipboard and the full screen, and the browser warns of nothing', async () => {
    const alice = await stage.person('alice');
    const warnings: string[] = [];
    alice.page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) warnings.push(message.text());
    });
    await alice.goes(EDIT);
    await alice.seesEditor();
    const frame = alice.page.locator('iframe');
    const flagsOf = async (attribute: string, separator: string) =>
      (await frame.getAttribute(attribute))?.split(separator).sort();
    assert.equal(await frame.getAttribute('sandbox'), null);
    assert.equal(await frame.getAttribute('allowfullscreen'), null);
    assert.deepEqual(await flagsOf('allow', '; '), ['clipboard-read *', 'clipboard-write *', 'fullscreen *']);
    assert.equal(await frame.getAttribute('title'), 'Budget.xlsx in Excel Online');
    assert.deepEqual(warnings, []);
    await alice.leaves();
  });
});
