import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { complaintsOf } from './axe.js';
import { Stage, until, type Person } from './stage.js';

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;
const SHEET = 'xl/worksheets/sheet1.xml';

const panel = ({ editor }: Person, name: string): Locator =>
  editor.getByRole('complementary', { name }).or(editor.getByRole('dialog', { name }));
const stored = (stage: Stage, id: string = sampleIds.budget) => stage.stored(id, 'file:content', SHEET);

async function opens(stage: Stage, locale?: string): Promise<Person> {
  const alice = await stage.person('alice', locale);
  await alice.goes(EDIT);
  await alice.editor.locator('.menu').getByRole('button').first().waitFor();
  return alice;
}

/** Chooses from the header's menu. */
async function chooses(alice: Person, label: string): Promise<void> {
  await alice.editor.getByRole('button', { name: 'More', exact: true }).click();
  await alice.editor.getByRole('menuitem', { name: label, exact: true }).click();
}

describe('beside Collabora', () => {
  const stage = new Stage({ client: 'collabora', permissions: true });
  beforeEach(() => (stage.standIn.nuxeo.checkFileInfo.EnableShare = true));
  afterEach(() => stage.reset());

  it('a version that is made in the panel has what was typed just before, and is in the list', async () => {
    const alice = await opens(stage);
    await alice.fillsCell('B2', '26001');
    await alice.frame.getByRole('button', { name: 'Versions' }).click();
    await panel(alice, 'Versions').getByText('There are no versions yet.').waitFor();
    await panel(alice, 'Versions').getByRole('button', { name: 'Create a version' }).click();
    await panel(alice, 'Versions').getByRole('link', { name: '0.1' }).waitFor();
    await panel(alice, 'Versions').getByText('Alice Archer').waitFor();
    const [version] = stage.standIn.nuxeo.repository.versionsOf(sampleIds.budget);
    assert.match(await stored(stage, version?.id), /26001/);
    await alice.leaves();
  });

  it('an older version is restored with one press, after the editor is closed', async () => {
    const alice = await opens(stage);
    await alice.fillsCell('B2', '26002');
    await chooses(alice, 'Create a version');
    await alice.page.getByText('A version has been made').waitFor();
    await alice.fillsCell('B2', '26003');
    await chooses(alice, 'Versions');
    const newest = panel(alice, 'Versions').getByRole('listitem').first();
    await newest.getByRole('button', { name: /^Restore/ }).click();
    await panel(alice, 'Versions').getByText('takes the place of the file as it is now').waitFor();
    await alice.page.evaluate(`
      window.heard = [];
      addEventListener('message', ({ data }) => heard.push(String(data)));
    `);
    await panel(alice, 'Versions').getByRole('button', { name: 'Close the editor and restore' }).click();
    await alice.editor.waitFor({ state: 'detached' });
    await alice.page.getByText(/Version 0\.\d has been restored/).waitFor();
    const heard = await alice.page.evaluate<string[]>('heard');
    assert.ok(heard.some((message) => /App_VersionRestore.*Pre_Restore_Ack/.test(message)));
    assert.match(await stored(stage), /26002/);
    await alice.leaves();
  });

  it('nothing is restored while somebody else has the file open, and that is told', async () => {
    const alice = await opens(stage);
    await chooses(alice, 'Create a version');
    await alice.page.getByText('A version has been made').waitFor();
    const bob = await stage.person('bob');
    await bob.goes(EDIT);
    await bob.seesEditor();
    await chooses(alice, 'Versions');
    await panel(alice, 'Versions')
      .getByRole('button', { name: /^Restore/ })
      .first()
      .click();
    await panel(alice, 'Versions').getByRole('button', { name: 'Cancel' }).click();
    await panel(alice, 'Versions')
      .getByRole('button', { name: /^Restore/ })
      .first()
      .click();
    await panel(alice, 'Versions').getByRole('button', { name: 'Close the editor and restore' }).click();
    await alice.page.getByText('is restored as soon as no editor has the document open').waitFor();
    await bob.fillsCell('B2', '26004');
    await bob.closes();
    await alice.page.getByText(/has been restored/).waitFor();
    assert.doesNotMatch(await stored(stage), /26004/);
    await alice.leaves();
    await bob.leaves();
  });

  it('“Share” shows Web UI’s own permissions, and the session goes on', async () => {
    const alice = await opens(stage);
    await alice.frame.getByRole('button', { name: 'Share' }).click();
    await panel(alice, 'Share').getByText('editors').first().waitFor();
    await alice.fillsCell('B3', '26005');
    await alice.sees(/^Saved/);
    assert.match(await stored(stage), /26005/);
    const [frame, beside] = [
      await alice.page.locator('nuxeo-office-online-editor > iframe').boundingBox(),
      await panel(alice, 'Share').boundingBox(),
    ];
    assert.ok(frame && beside && frame.x + frame.width <= beside.x + 1);
    await alice.leaves();
  });

  it('Escape closes the panel and not the editor, and the focus returns', async () => {
    const alice = await opens(stage);
    await alice.editor.getByRole('button', { name: 'More', exact: true }).focus();
    await alice.page.keyboard.press('ArrowUp');
    await alice.page.keyboard.press('Enter');
    await panel(alice, 'Versions').waitFor();
    await alice.page.keyboard.press('Tab');
    await alice.page.keyboard.press('Escape');
    await panel(alice, 'Versions').waitFor({ state: 'detached' });
    assert.equal(await alice.editor.count(), 1);
    await until(() =>
      alice.page.evaluate(() => {
        const menu = document.querySelector('nuxeo-office-online-editor > .menu');
        return menu?.shadowRoot?.activeElement?.className === 'opener';
      }),
    );
    await alice.leaves();
  });

  it('axe finds nothing in them', async () => {
    const alice = await opens(stage);
    await chooses(alice, 'Create a version');
    await chooses(alice, 'Versions');
    await panel(alice, 'Versions')
      .getByRole('button', { name: /^Restore/ })
      .first()
      .waitFor();
    assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
    await alice.leaves();
  });

  for (const locale of ['de', 'ar']) {
    it(`a panel takes the whole width of a phone of 320 px, in ${locale}`, async () => {
      const alice = await opens(stage, locale);
      await alice.page.setViewportSize({ width: 320, height: 568 });
      await alice.editor.locator('.menu').getByRole('button').first().click();
      await alice.editor.getByRole('menuitem').last().click();
      const aside = alice.editor.locator('.panel aside');
      await until(async () => (await aside.boundingBox())?.width === 320);
      assert.ok(await aside.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth));
      assert.equal(
        await aside.evaluate((element) => getComputedStyle(element).direction),
        locale === 'ar' ? 'rtl' : 'ltr',
      );
      await alice.leaves();
    });
  }
});

describe('in a Web UI without an element for permissions', () => {
  const stage = new Stage({ client: 'collabora' });
  beforeEach(() => (stage.standIn.nuxeo.checkFileInfo.EnableShare = true));

  it('“Share” leads to the document’s permissions', async () => {
    const alice = await stage.person('alice');
    await alice.goes(EDIT);
    await alice.seesEditor();
    await alice.frame.getByRole('button', { name: 'Share' }).click();
    await alice.page.waitForURL(`**/#!/doc/${sampleIds.budget}?p=permissions`);
    await alice.editor.waitFor({ state: 'detached' });
    await alice.leaves();
  });
});

for (const client of ['microsoft', 'onlyoffice'] as const) {
  describe(`over ${client}`, () => {
    const stage = new Stage({ client });
    beforeEach(() => stage.standIn.speakWithHost());
    afterEach(() => stage.reset());

    it(`a panel is ${client === 'microsoft' ? 'a dialog that closes' : 'beside the editor'}`, async () => {
      const alice = await opens(stage);
      await alice.frame.getByRole('button', { name: 'Versions' }).click();
      await panel(alice, 'Versions').waitFor();
      const role = await panel(alice, 'Versions').getAttribute('role');
      const inert = () =>
        alice.page
          .locator('nuxeo-office-online-editor > iframe, nuxeo-office-online-editor header')
          .evaluateAll((parts: HTMLElement[]) => parts.map((part) => part.inert));
      assert.deepEqual(
        [role, ...(await inert())],
        client === 'microsoft' ? ['dialog', true, true] : ['complementary', false, false],
      );
      await panel(alice, 'Versions').getByRole('button', { name: 'Close' }).click();
      await panel(alice, 'Versions').waitFor({ state: 'detached' });
      assert.deepEqual(await inert(), [false, false]);
      await alice.leaves();
    });
  });
}
