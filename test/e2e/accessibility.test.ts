import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { complaintsOf } from './axe.js';
import { Stage, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const EDITOR = 'nuxeo-office-online-editor';

describe('axe finds nothing', () => {
  it('at the actions', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.quarterlyReport);
    await alice.action('Edit in Word Online').waitFor();
    assert.deepEqual(await complaintsOf(alice, 'body'), []);
    await alice.leaves();
  });

  it('in the editor’s page', async () => {
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/edit/default/${sampleIds.budget}/file:content`);
    await alice.seesEditor();
    assert.deepEqual(await complaintsOf(alice, EDITOR), []);
    await alice.leaves();
  });

  it('in a notice', async () => {
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/edit/default/${sampleIds.budget}/file:content`);
    await alice.seesNotice();
    assert.deepEqual(await complaintsOf(alice, EDITOR), []);
    await alice.leaves();
  });

  it('in the notice of a token that ends', async () => {
    stage.standIn.config['officeOnline.renewBefore'] = '3590';
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/edit/default/${sampleIds.budget}/file:content`);
    await alice.banner.getByRole('button', { name: 'Reload' }).waitFor();
    assert.deepEqual(await complaintsOf(alice, EDITOR), []);
    await alice.leaves();
  });

  it('in the question before a conversion', async () => {
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/convert/default/${sampleIds.oldLetter}/file:content`);
    await alice.editor.getByRole('dialog').waitFor();
    assert.deepEqual(await complaintsOf(alice, EDITOR), []);
    await alice.leaves();
  });
});

/** What has the focus: a name in the header, the frame, or something else and where that is. */
const focused = ({ page }: Person) =>
  page.evaluate((editor) => {
    const { activeElement } = document;
    const inside = activeElement?.shadowRoot?.activeElement;
    const isOurs = activeElement?.localName === editor || activeElement?.matches(`${editor} > .menu`);
    if (!isOurs) return activeElement?.localName ?? 'nothing';
    return inside?.getAttribute('title') ?? inside?.localName ?? 'no element of the editor';
  }, EDITOR);

describe('with the keyboard', () => {
  const STOPS = ['Close', 'Full screen', 'More', 'Open in a new tab', 'iframe'];

  for (const key of ['Tab', 'Shift+Tab']) {
    it(`${key} leads to header, frame and the browser’s own, never behind them`, async () => {
      const alice = await stage.person('alice');
      // An editor with two stops of its own: the stand-in's take Tab for themselves, or have hundreds.
      await alice.context.route(`${stage.standIn.officeUrl}/**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<button>Cut</button><button>Copy</button>' }),
      );
      await alice.goes(`/office-online/edit/default/${sampleIds.budget}/file:content`);
      await alice.seesEditor();
      await alice.frame.getByRole('button', { name: 'Copy' }).waitFor();
      await alice.editor.getByRole('button', { name: 'More' }).waitFor();
      const path: string[] = [];
      while (path.filter((stop) => stop === 'Close').length < 3) {
        await alice.page.keyboard.press(key);
        const stop = await focused(alice);
        // After the last stop it is the browser's turn, which shows as the body.
        assert.ok([...STOPS, 'body'].includes(stop), `${path.join(', ')}: ${stop}`);
        path.push(stop);
        assert.ok(path.length < 50, path.join(', '));
      }
      assert.deepEqual([...new Set(path)].filter((stop) => stop !== 'body').sort(), STOPS);
      await alice.leaves();
    });
  }
});

describe('in a language that is written from right to left', () => {
  it('the header’s buttons stand on the left', async () => {
    const alice = await stage.person('alice');
    await alice.goes(`/office-online/edit/default/${sampleIds.budget}/file:content`);
    await alice.seesEditor();
    await alice.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const close = await alice.editor.getByRole('button', { name: 'Close' }).boundingBox();
    assert.ok(close && close.x < 100, `${close?.x}`);
    await alice.leaves();
  });
});
