import assert from 'node:assert/strict';
import { addTemplates, sampleIds } from '../../demo/nuxeo/index.js';
import {
  alert,
  atFolder,
  atTab,
  create,
  openId,
  opensDialog,
  tab,
  tabs,
  TEMPLATES,
  title,
  WORKSPACE,
} from './create-tab.js';
import { Stage, until, type Person } from './stage.js';

async function writes(person: Person, kind: string, text: string): Promise<void> {
  if (kind === 'Excel workbook') return person.fillsCell('A1', text);
  await person.frame.getByRole('status').filter({ hasText: 'Ready' }).waitFor();
  await person.frame.getByRole('textbox', { name: 'Document' }).focus();
  await person.page.keyboard.type(text);
  await person.frame
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
}

const PARTS: Record<string, string> = {
  'Word document': 'word/document.xml',
  'Excel workbook': 'xl/worksheets/sheet1.xml',
};

for (const client of ['microsoft', 'onlyoffice', 'collabora'] as const) {
  describe(`a new document, with ${client}`, () => {
    const stage = new Stage({ client });
    afterEach(() => stage.reset());

    for (const [kind, extension] of [
      ['Word document', 'docx'],
      ['Excel workbook', 'xlsx'],
    ] as const) {
      it(`${kind}: one press, and alice writes; after closing, what she wrote is there`, async () => {
        const alice = await atTab(stage);
        await tab(alice).getByRole('radio', { name: kind }).check();
        await title(alice).fill(`New ${extension}`);
        await create(alice).click();
        await alice.seesEditor();
        const id = openId(alice);
        await writes(alice, kind, '4711');
        await alice.closes();
        await alice.page.waitForURL(`**/#!/doc/${id}`);
        await until(async () => (await stage.stored(id, 'file:content', PARTS[kind]!)).includes('4711'));
        const { repository } = stage.standIn.nuxeo;
        assert.equal(repository.get(id).properties['dc:title'], `New ${extension}`);
        assert.equal(
          repository.blobAt(repository.get(id), 'file:content')?.name,
          `New ${extension}.${extension}`,
        );
        await alice.page.getByText(`New ${extension}.${extension}`).first().waitFor();
        await alice.leaves();
      });
    }

    it('PowerPoint presentation: its file is one; that no editor of it is there is told, with a link', async () => {
      const alice = await atTab(stage);
      await tab(alice).getByRole('radio', { name: 'PowerPoint presentation' }).check();
      await title(alice).fill('Slides');
      await create(alice).click();
      await until(async () => /Slides was created, but no editor can open it here/.test(await alert(alice)));
      const link = tab(alice).getByRole('link', { name: 'Show the document' });
      const [id = ''] = /[^/]+$/.exec((await link.getAttribute('href')) ?? '') ?? [];
      const { repository } = stage.standIn.nuxeo;
      const blob = repository.blobAt(repository.get(id), 'file:content');
      assert.equal(blob?.name, 'Slides.pptx');
      assert.equal(
        blob.mimeType,
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      );
      assert.match(await stage.stored(id, 'file:content', 'ppt/slides/slide1.xml'), /type="title"/);
      await alice.leaves();
    });
  });
}

describe('a new document', () => {
  const stage = new Stage({ client: 'collabora' });
  afterEach(() => stage.reset());

  it('from a template has its content and the title’s name', async () => {
    Object.assign(stage.standIn.conf, TEMPLATES);
    const alice = await atTab(stage);
    await tab(alice).getByRole('radio', { name: 'Business letter' }).check();
    assert.equal(await title(alice).inputValue(), 'Business letter');
    await title(alice).fill('To the bank');
    await alice.page.keyboard.press('Enter');
    await alice.seesEditor();
    const id = openId(alice);
    const { repository } = stage.standIn.nuxeo;
    assert.equal(repository.blobAt(repository.get(id), 'file:content')?.name, 'To the bank.docx');
    assert.match(await stage.stored(id, 'file:content', 'word/document.xml'), /began as a template/);
    await alice.leaves();
  });

  it('begins with none of the templates that others keep, and twelve of many until one is searched', async () => {
    Object.assign(stage.standIn.conf, TEMPLATES);
    addTemplates(stage.standIn.nuxeo.repository, 13);
    const alice = await atTab(stage);
    const cards = tab(alice).locator('fieldset').nth(1).getByRole('radio');
    await until(async () => (await cards.count()) === 12);
    await tab(alice).getByRole('button', { name: 'Show more' }).click();
    await until(async () => (await cards.count()) === 15);
    assert.equal(await tab(alice).getByText('Minutes').count(), 0);
    await tab(alice).getByRole('searchbox').fill('letter');
    await until(async () => (await cards.count()) === 1);
    await alice.leaves();
  });

  for (const [given, name] of [
    ['Q3/Q4 "plan" 🎉', 'Q3-Q4 -plan- 🎉.docx'],
    ['تقرير <عاجل>', 'تقرير -عاجل-.docx'],
    ['x'.repeat(255), `${'x'.repeat(250)}.docx`],
  ] as const) {
    it(`can be called ${given.slice(0, 20)}`, async () => {
      const alice = await atTab(stage);
      await title(alice).fill(given);
      await create(alice).click();
      await alice.seesEditor();
      const { repository } = stage.standIn.nuxeo;
      const document = repository.get(openId(alice));
      assert.equal(document.properties['dc:title'], given);
      assert.equal(repository.blobAt(document, 'file:content')?.name, name);
      await alice.leaves();
    });
  }

  it('is made once, however often it is pressed', async () => {
    const alice = await atTab(stage);
    const { repository } = stage.standIn.nuxeo;
    const made = () => repository.live().filter(({ properties }) => properties['dc:title'] === 'Once');
    stage.standIn.nuxeo.faults.create = { delay: 1_000 };
    await title(alice).fill('Once');
    await create(alice).dblclick();
    await alice.page.keyboard.press('Enter');
    await alice.seesEditor();
    assert.equal(made().length, 1);
    await alice.leaves();
  });

  it('is made in another place that alice types, once Web UI knows that place', async () => {
    const alice = await atTab(stage, 'alice', '/default-domain/workspaces');
    await tab(alice).getByText('Nothing of that kind can be created here').waitFor();
    const place = tab(alice).locator('nuxeo-path-suggestion input').first();
    await place.fill('/default-domain/nowhere');
    await tab(alice).getByText('There is no such place').waitFor();
    await place.fill(WORKSPACE);
    await until(async () => (await create(alice).getAttribute('aria-disabled')) === 'false');
    await title(alice).fill('Elsewhere');
    await create(alice).click();
    await alice.seesEditor();
    const { repository } = stage.standIn.nuxeo;
    assert.equal(repository.get(openId(alice)).parentId, sampleIds.workspace);
    await alice.leaves();
  });

  it('opens in a tab of its own where the setting says so', async () => {
    stage.standIn.conf['nuxeo.office.online.target'] = 'tab';
    const alice = await atTab(stage);
    const other = await alice.opensTab(() => create(alice).click());
    await other.seesEditor();
    await alice.page.waitForURL(`**/#!/doc/${openId(other)}`);
    assert.equal(await other.page.evaluate(() => window.opener as unknown), null);
    await alice.leaves();
  });

  it('is not offered without `create` in the settings, nor to others than the groups', async () => {
    for (const [name, value] of [
      ['actions', 'edit,view'],
      ['groups', 'managers'],
    ] as const) {
      stage.standIn.conf[`nuxeo.office.online.${name}`] = value;
      const alice = await atFolder(stage);
      await opensDialog(alice);
      await tabs(alice).filter({ hasText: 'Create' }).waitFor();
      assert.equal(await tabs(alice).filter({ hasText: 'Office' }).count(), 0);
      delete stage.standIn.conf[`nuxeo.office.online.${name}`];
      await alice.leaves();
    }
  });

  it('can be made by keyboard alone', async () => {
    Object.assign(stage.standIn.conf, TEMPLATES);
    const alice = await atTab(stage);
    await tab(alice).getByRole('radio', { name: 'Business letter' }).waitFor();
    await alice.page.keyboard.press('Tab');
    await alice.page.keyboard.press('ArrowRight');
    assert.equal(await title(alice).inputValue(), 'Excel workbook');
    await alice.page.keyboard.press('Enter');
    await alice.seesEditor();
    await alice.leaves();
  });

  it('has its buttons in sight in a low window, however many templates there are', async () => {
    Object.assign(stage.standIn.conf, TEMPLATES);
    addTemplates(stage.standIn.nuxeo.repository, 13);
    const alice = await atTab(stage);
    await alice.page.setViewportSize({ width: 1280, height: 560 });
    await tab(alice).getByRole('button', { name: 'Show more' }).waitFor();
    const [button, dialog] = [
      await create(alice).boundingBox(),
      await alice.page.locator('nuxeo-document-create-popup nuxeo-dialog').boundingBox(),
    ];
    assert.ok(button && dialog && button.y + button.height <= dialog.y + dialog.height);
    await tab(alice).getByRole('button', { name: 'Show more' }).click();
    await alice.leaves();
  });

  for (const locale of ['de', 'ar']) {
    it(`fits a phone of 320 px in ${locale}`, async () => {
      Object.assign(stage.standIn.conf, TEMPLATES);
      const alice = await atTab(stage, 'alice', WORKSPACE, locale);
      await alice.page.setViewportSize({ width: 320, height: 568 });
      const overflow = await tab(alice).evaluate((element) => {
        const { right, left } = element.getBoundingClientRect();
        const inside = [...element.shadowRoot!.querySelectorAll('*')].map((part) =>
          part.getBoundingClientRect(),
        );
        return inside.some((box) => box.width > 0 && (box.right > right + 1 || box.left < left - 1));
      });
      assert.equal(overflow, false);
      await alice.leaves();
    });
  }
});
