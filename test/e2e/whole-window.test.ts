import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { complaintsOf } from './axe.js';
import { CloudStage } from './cloud.js';
import { Stage, until, type Person } from './stage.js';

const DOCUMENT = sampleIds.budget;
const address = (action = 'edit') => `/office-online/${action}/default/${DOCUMENT}/file:content`;
const SHEET = 'xl/worksheets/sheet1.xml';

const dialog = ({ editor }: Person): Locator => editor.getByRole('dialog', { name: 'Budget.xlsx' });
const header = ({ editor }: Person): Locator => editor.locator('header');

/** Waits until the editor itself shows the workbook. */
const seesWorkbook = ({ frame }: Person) => frame.getByLabel('B2', { exact: true }).waitFor();

/** Opens the workbook from its document's page. */
async function opens(stage: Stage, prepare?: (person: Person) => Promise<void>): Promise<Person> {
  const alice = await stage.person('alice');
  await alice.opensDocument(DOCUMENT);
  await prepare?.(alice);
  await alice.action('Edit in Excel Online').click();
  await seesWorkbook(alice);
  return alice;
}

const isAtDocument = async (alice: Person) => {
  await alice.editor.waitFor({ state: 'detached' });
  await alice.page.waitForURL(`**/#!/doc/**${DOCUMENT}*`);
  await alice.row().waitFor();
};

/** What stands at a point of the window, looked at through shadow trees. */
const elementAt = ({ page }: Person, x: number, y: number) =>
  page.evaluate(
    ([left, top]) => {
      let found = document.elementFromPoint(left, top);
      while (found?.shadowRoot) {
        const inner = found.shadowRoot.elementFromPoint(left, top);
        if (!inner || inner === found) break;
        found = inner;
      }
      return found?.localName;
    },
    [x, y] as const,
  );

async function fillsWindow(alice: Person): Promise<void> {
  await header(alice).waitFor({ state: 'hidden' });
  const frame = alice.page.locator('nuxeo-office-online-editor > iframe');
  const { width = 0, height = 0 } = alice.page.viewportSize() ?? {};
  await until(async () => {
    const box = await frame.boundingBox();
    return box?.x === 0 && box.y === 0 && box.width === width && box.height === height;
  });
  for (const x of [1, width / 2, width - 2])
    for (const y of [1, height / 2, height - 2]) assert.equal(await elementAt(alice, x, y), 'iframe');
}

describe('over Microsoft’s own service', () => {
  const stage = new CloudStage();
  afterEach(() => stage.reset());

  it('the editor fills the window, with nothing on it or around it, on a phone too', async () => {
    const alice = await opens(stage);
    await fillsWindow(alice);
    await alice.page.setViewportSize({ width: 320, height: 568 });
    await fillsWindow(alice);
    assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
    await alice.leaves();
  });

  it('its own “Close” leads back to the document, and what was changed arrives', async () => {
    const alice = await opens(stage);
    await alice.fillsCell('B2', '41001');
    await alice.frame.getByRole('link', { name: 'Close' }).click();
    await isAtDocument(alice);
    await until(async () => (await stage.stored(DOCUMENT, 'file:content', SHEET)).includes('41001'));
    await alice.seesStored(DOCUMENT);
    await alice.leaves();
  });

  it('its breadcrumbs lead to the folder', async () => {
    const alice = await opens(stage);
    await alice.frame.getByRole('link', { name: 'Workspace' }).last().click();
    await alice.editor.waitFor({ state: 'detached' });
    await alice.page.waitForURL(`**/#!/doc/**${sampleIds.workspace}*`);
    await alice.leaves();
  });

  it('“Back” leads to the document, and so does Escape while the editor is on its way', async () => {
    const alice = await opens(stage);
    await fillsWindow(alice);
    await alice.page.goBack();
    await isAtDocument(alice);
    stage.standIn.office.faults.hang = true;
    await alice.action('Edit in Excel Online').click();
    await header(alice).waitFor({ state: 'hidden' });
    await alice.page.keyboard.press('Escape');
    await isAtDocument(alice);
    await alice.leaves();
  });

  it('a viewer has the header, and the setting gives it to the editor', async () => {
    const alice = await stage.person('alice');
    await alice.goes(address('view'));
    await alice.seesEditor();
    stage.standIn.conf['nuxeo.office.online.header'] = 'always';
    await alice.goes(address());
    await alice.seesEditor();
    await seesWorkbook(alice);
    assert.ok(await header(alice).isVisible());
    await alice.leaves();
  });

  it('is told by the form whose file it is and who opens it, and has an id for support', async () => {
    let posted: URL | undefined;
    let form = new URLSearchParams();
    const alice = await opens(stage, async ({ page }) => {
      page.on('request', (request) => {
        if (request.method() !== 'POST' || !request.url().includes('WOPISrc=')) return;
        posted = new URL(request.url());
        form = new URLSearchParams(request.postData() ?? '');
      });
      return Promise.resolve();
    });
    const { repository } = stage.standIn.nuxeo;
    const owner = repository.get(DOCUMENT).properties['dc:creator'];
    assert.deepEqual([form.get('user_id'), form.get('owner_id')], ['alice', owner]);
    assert.equal(posted?.searchParams.get('sftc'), '1');
    assert.match(posted?.searchParams.get('hid') ?? '', /^[\da-f]{32}$/);
    await alice.leaves();
  });

  it('an editor that has failed is told in a dialog, with what support asks for; Escape leads to the document', async () => {
    stage.standIn.config['officeOnline.loadTimeout'] = '2';
    stage.standIn.office.faults.hang = true;
    const alice = await stage.person('alice');
    await alice.opensDocument(DOCUMENT);
    await alice.action('Edit in Excel Online').click();
    await dialog(alice).getByText('The editor did not open').waitFor();
    await dialog(alice).getByText('Details').click();
    await dialog(alice)
      .getByText(/^hid: [\da-f]{32}$/m)
      .waitFor();
    assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
    await alice.page.keyboard.press('Escape');
    await isAtDocument(alice);
    delete stage.standIn.office.faults.hang;
    await alice.action('Edit in Excel Online').click();
    await seesWorkbook(alice);
    await fillsWindow(alice);
    await alice.leaves();
  });

  it('an editor that has failed is left by “Close” too, where there is no key for it', async () => {
    stage.standIn.config['officeOnline.loadTimeout'] = '2';
    stage.standIn.office.faults.hang = true;
    const alice = await stage.person('alice');
    await alice.opensDocument(DOCUMENT);
    await alice.action('Edit in Excel Online').click();
    await dialog(alice).getByRole('button', { name: 'Close', exact: true }).click();
    await isAtDocument(alice);
    await alice.leaves();
  });
});

describe('over Microsoft’s own service, where the server names the page for messages,', () => {
  const stage = new CloudStage({ tokenTtl: 16 });
  beforeEach(() => {
    stage.standIn.speakWithHost();
    stage.standIn.config['officeOnline.renewBefore'] = '8';
  });
  afterEach(() => stage.reset());

  const focusOf = ({ frame }: Person) => frame.locator('body').getAttribute('data-focus');

  it('a token that ends is told in a dialog, which no key that is being typed answers', async () => {
    const alice = await opens(stage);
    assert.equal(await alice.frame.locator('body').getAttribute('data-trusted'), 'true');
    await alice.frame.getByLabel('B2', { exact: true }).fill('42001');
    await dialog(alice)
      .getByText(/^Your access to this file ends in \d seconds?\.$/)
      .waitFor();
    assert.equal(await focusOf(alice), 'Blur_Focus');
    await alice.page.keyboard.press('Enter');
    await alice.page.keyboard.press('Space');
    assert.ok(await dialog(alice).isVisible());
    assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
    await dialog(alice).getByRole('button', { name: 'Not now' }).click();
    await dialog(alice).waitFor({ state: 'detached' });
    await until(async () => (await focusOf(alice)) === 'Grab_Focus');
    await alice.page.keyboard.press('Enter');
    await dialog(alice).getByText('Your access to this file has ended.').waitFor();
    await dialog(alice).getByRole('button', { name: 'Reload', exact: true }).click();
    await dialog(alice).getByRole('button', { name: 'Reload all the same' }).click();
    await dialog(alice).waitFor({ state: 'detached' });
    await seesWorkbook(alice);
    await fillsWindow(alice);
    await until(async () => (await stage.stored(DOCUMENT, 'file:content', SHEET)).includes('42001'));
    await alice.leaves();
  });

  it('the end of the Nuxeo session is told in a dialog', async () => {
    const alice = await opens(stage);
    stage.standIn.nuxeo.endSessions();
    await alice.page.evaluate(() => document.dispatchEvent(new CustomEvent('unauthorized-request')));
    await dialog(alice).getByRole('button', { name: 'Sign in again' }).waitFor();
    await alice.page.keyboard.press('Escape');
    await dialog(alice).waitFor({ state: 'detached' });
    await fillsWindow(alice);
    await alice.leaves();
  });

  it('when she has signed in again, the dialog goes, and the keys are the editor’s', async () => {
    const alice = await opens(stage);
    stage.standIn.nuxeo.endSessions();
    await alice.page.evaluate(() => document.dispatchEvent(new CustomEvent('unauthorized-request')));
    const signIn = dialog(alice).getByRole('button', { name: 'Sign in again' });
    const other = await alice.opensTab(() => signIn.click());
    await other.signsIn();
    await other.page.locator('nuxeo-app').waitFor();
    await alice.page.bringToFront();
    await alice.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await dialog(alice).waitFor({ state: 'detached' });
    await until(async () => (await focusOf(alice)) === 'Grab_Focus');
    await alice.leaves();
  });
});

describe('the setting “header”', () => {
  const stage = new Stage({ client: 'collabora' });
  afterEach(() => stage.reset());

  it('takes it away over any editor with “never”; by itself it is there', async () => {
    const alice = await stage.person('alice');
    await alice.goes(address());
    await alice.seesEditor();
    stage.standIn.conf['nuxeo.office.online.header'] = 'never';
    await alice.goes(address());
    await seesWorkbook(alice);
    await fillsWindow(alice);
    await alice.frame.getByRole('button', { name: 'Close' }).click();
    await isAtDocument(alice);
    await alice.leaves();
  });
});
