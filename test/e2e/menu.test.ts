import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Locator } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { complaintsOf } from './axe.js';
import { Stage, until, type Person } from './stage.js';

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;
const LABELS = ['Copy link', 'Download', 'Download as PDF', 'Create a version', 'Share', 'Versions'];

const opener = ({ editor }: Person): Locator => editor.getByRole('button', { name: 'More', exact: true });
const item = ({ editor }: Person, label: string): Locator =>
  editor.getByRole('menuitem', { name: label, exact: true });
const focused = ({ page }: Person): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const menu = document.querySelector('nuxeo-office-online-editor > .menu')?.shadowRoot?.activeElement;
    const own = menu ?? element;
    return own?.getAttribute('title') ?? own?.textContent?.trim() ?? '';
  });

async function opens(stage: Stage, path = EDIT): Promise<Person> {
  const alice = await stage.person('alice');
  await alice.goes(path);
  await alice.seesEditor();
  await opener(alice).waitFor();
  return alice;
}

async function chooses(alice: Person, label: string): Promise<void> {
  await opener(alice).click();
  await item(alice, label).click();
}

const isTold = (alice: Person, text: string): Promise<void> => alice.page.getByText(text).waitFor();

const SHEET = 'xl/worksheets/sheet1.xml';

/** The sheet in each version of the document. */
const versionsOf = (stage: Stage): Promise<string[]> =>
  Promise.all(
    stage.standIn.nuxeo.repository
      .versionsOf(sampleIds.budget)
      .map(({ id }) => stage.stored(id, 'file:content', SHEET)),
  );

describe('the menu of an open file', () => {
  const stage = new Stage({ client: 'collabora' });
  afterEach(() => stage.reset());

  it('is for the keys, too, and Escape in it does not close the editor', async () => {
    const alice = await opens(stage);
    await opener(alice).focus();
    await alice.page.keyboard.press('ArrowUp');
    assert.equal(await focused(alice), 'Versions');
    await alice.page.keyboard.press('ArrowDown');
    assert.equal(await focused(alice), 'Copy link');
    await alice.page.keyboard.press('d');
    assert.equal(await focused(alice), 'Download');
    await alice.page.keyboard.press('d');
    assert.equal(await focused(alice), 'Download as PDF');
    await alice.page.keyboard.press('End');
    assert.equal(await focused(alice), 'Versions');
    await alice.page.keyboard.press('Home');
    assert.equal(await focused(alice), 'Copy link');
    assert.deepEqual(await alice.editor.getByRole('menuitem').allInnerTexts(), LABELS);
    assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
    await alice.page.keyboard.press('Escape');
    assert.equal(await focused(alice), 'More');
    assert.equal(await item(alice, 'Copy link').isVisible(), false);
    await alice.page.keyboard.press('Enter');
    await alice.page.keyboard.press('Tab');
    await item(alice, 'Copy link').waitFor({ state: 'hidden' });
    assert.equal(await alice.editor.count(), 1);
    await alice.leaves();
  });

  it('copies the link to the file, or says that the browser does not let it', async () => {
    const alice = await opens(stage);
    await alice.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await chooses(alice, 'Copy link');
    await isTold(alice, 'The link has been copied.');
    assert.equal(
      await alice.page.evaluate(() => navigator.clipboard.readText()),
      `${stage.standIn.url}#!${EDIT}`,
    );
    await alice.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await chooses(alice, 'Copy link');
    await isTold(alice, 'The browser did not let the link be copied. Copy it from the address bar.');
    await alice.leaves();
  });

  it('downloads what was typed just before, for the editor saves first', async () => {
    const alice = await opens(stage);
    await alice.fillsCell('B2', '61001');
    const downloading = alice.page.waitForEvent('download');
    await chooses(alice, 'Download');
    const download = await downloading;
    assert.equal(download.suggestedFilename(), 'Budget.xlsx');
    const file = await JSZip.loadAsync(await readFile(await download.path()));
    assert.match((await file.file(SHEET)?.async('string')) ?? '', /<v>61001<\/v>/);
    await isTold(alice, 'Budget.xlsx is downloaded as Nuxeo has it stored.');
    await alice.leaves();
  });

  it('downloads a PDF, which the server makes', async () => {
    const alice = await opens(stage);
    const downloading = alice.page.waitForEvent('download', { timeout: 120_000 });
    await chooses(alice, 'Download as PDF');
    const download = await downloading;
    assert.equal(download.suggestedFilename(), 'Budget.pdf');
    assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-');
    await alice.leaves();
  });

  it('keeps what was typed just before as a version', async () => {
    const alice = await opens(stage);
    const before = (await versionsOf(stage)).length;
    await alice.fillsCell('B2', '61002');
    await chooses(alice, 'Create a version');
    await isTold(alice, 'A version has been made of what Nuxeo has stored.');
    const versions = await versionsOf(stage);
    assert.equal(versions.length, before + 1);
    assert.ok(versions.some((sheet) => sheet.includes('<v>61002</v>')));
    await alice.leaves();
  });

  it('says what is not in a version, where the editor can’t save', async () => {
    const alice = await opens(stage);
    stage.standIn.nuxeo.faults.putFile = { status: 500 };
    await alice.fillsCell('B2', '61003');
    await chooses(alice, 'Create a version');
    await isTold(alice, 'Your last changes are not in it: they are not saved yet.');
    delete stage.standIn.nuxeo.faults.putFile;
    await alice.leaves();
  });

  it('says why it could not, and the editor stays', async () => {
    const alice = await opens(stage);
    stage.standIn.nuxeo.faults.rest = { status: 503 };
    await chooses(alice, 'Create a version');
    await isTold(
      alice,
      "No version could be made. Nuxeo can't answer just now. Wait a moment, then try again.",
    );
    await chooses(alice, 'Download');
    await isTold(alice, "Budget.xlsx could not be downloaded. Nuxeo can't answer just now.");
    stage.standIn.nuxeo.faults.rest = { status: 404 };
    await chooses(alice, 'Download as PDF');
    await isTold(alice, 'Budget.xlsx could not be converted to PDF.');
    await until(async () => (await opener(alice).getAttribute('aria-busy')) === 'false');
    assert.equal(await alice.page.locator('iframe').count(), 1);
    await alice.leaves();
  });

  it('has no version for who only views', async () => {
    const alice = await opens(stage, EDIT.replace('/edit/', '/view/'));
    await opener(alice).click();
    assert.deepEqual(await alice.editor.getByRole('menuitem').allInnerTexts(), [
      ...LABELS.slice(0, 3),
      ...LABELS.slice(-2),
    ]);
    await alice.leaves();
  });

  for (const locale of ['en', 'ar']) {
    it(`fits a phone of 320 px, in ${locale}, and opens a new tab there`, async () => {
      const alice = await stage.person('alice', locale);
      await alice.page.setViewportSize({ width: 320, height: 480 });
      await alice.goes(EDIT);
      const menu = alice.editor.locator('.menu');
      await menu.locator('button').first().click();
      const box = await menu.getByRole('menu').boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
      assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
      const tab = await alice.opensTab(() => menu.getByRole('menuitem').first().click());
      await tab.frame.locator('body[data-kept=true]').waitFor();
      await alice.leaves();
    });
  }
});
