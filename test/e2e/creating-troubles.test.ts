import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { alert, atTab, create, tab, TEMPLATES, title } from './create-tab.js';
import { Stage, until } from './stage.js';

describe('a new document', () => {
  const stage = new Stage({ client: 'collabora' });
  afterEach(() => stage.reset());

  it('is not to be had where only reading is allowed', async () => {
    const rita = await atTab(stage, 'rita');
    await tab(rita).getByText('You can’t create anything here').waitFor();
    assert.equal(await create(rita).getAttribute('aria-disabled'), 'true');
    await rita.leaves();
  });

  for (const [what, fault, told] of [
    ['that Nuxeo refuses', { status: 409 }, /was not created. Nuxeo refused it/],
    [
      'for which there is no room',
      { status: 500 },
      /was not created. Nuxeo could not do it: there may be no room/,
    ],
    ['of which no answer comes', { drop: true }, /It is not known whether Word document was created/],
  ] as const) {
    it(`${what} is told as that, and alice can try again`, async () => {
      stage.standIn.nuxeo.faults.create = { ...fault };
      const alice = await atTab(stage);
      await create(alice).click();
      await until(async () => told.test(await alert(alice)));
      delete stage.standIn.nuxeo.faults.create;
      await create(alice).click();
      await alice.seesEditor();
      await alice.leaves();
    });
  }

  it('in a folder that is gone meanwhile is told as that', async () => {
    const alice = await atTab(stage);
    stage.standIn.nuxeo.faults.create = { status: 404 };
    await create(alice).click();
    await until(async () => /This location is not there any more/.test(await alert(alice)));
    await alice.leaves();
  });

  it('whose blank file can’t be brought there is taken away again', async () => {
    const alice = await atTab(stage);
    const { repository } = stage.standIn.nuxeo;
    const before = repository.live().length;
    stage.standIn.nuxeo.faults.upload = { status: 500 };
    await create(alice).click();
    await until(async () => /was not created/.test(await alert(alice)));
    assert.equal(repository.live().length, before);
    await alice.leaves();
  });

  it('of a type without a main file is told as that, and does not stay', async () => {
    stage.standIn.conf['nuxeo.office.online.createType'] = 'Note';
    const alice = await atTab(stage);
    const { repository } = stage.standIn.nuxeo;
    const before = repository.live().length;
    await create(alice).click();
    await until(async () => /Documents of the type Note have no main file/.test(await alert(alice)));
    assert.equal(repository.live().length, before);
    await alice.leaves();
  });

  it('whose template is gone meanwhile is told as that', async () => {
    Object.assign(stage.standIn.conf, TEMPLATES);
    const alice = await atTab(stage);
    await tab(alice).getByRole('radio', { name: 'Travel expenses' }).check();
    const { repository } = stage.standIn.nuxeo;
    const template = repository.get(sampleIds.expensesTemplate);
    repository.documents.delete(template.id);
    await create(alice).click();
    await until(async () => /The template is not there any more/.test(await alert(alice)));
    repository.documents.set(template.id, template);
    await alice.leaves();
  });

  it('whose editor does not open is there, and the editor says what is wrong', async () => {
    stage.standIn.nuxeo.faults.wopi = { status: 401 };
    const alice = await atTab(stage);
    await title(alice).fill('Made all the same');
    await create(alice).click();
    assert.match(await alice.seesNotice(), /The editor did not open/);
    await alice.editor.getByRole('button', { name: 'Close' }).click();
    await alice.page.waitForURL('**/#!/doc/*');
    await alice.page.getByText('Made all the same').first().waitFor();
    await alice.leaves();
  });
});
