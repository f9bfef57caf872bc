import assert from 'node:assert/strict';
import { Blob, sampleIds, users } from '../../demo/nuxeo/index.js';
import {
  added,
  alice,
  budget,
  CollaboraStage,
  FRAME_READY,
  HAS_FILE,
  list,
  LOADED,
  NOTHING_TO_SAVE,
  removed,
  said,
  UNMODIFIED,
} from './collabora-stage.js';
import { HostPage } from './host-page.js';

/**
 * What LibreOffice Online said when it was asked the same (docs/wopi-clients.md "Seen with LibreOffice Online"), and
 * what is told otherwise by Collabora Online of today ("Newer Collabora Online").
 */
for (const client of ['collabora', 'libreoffice'] as const) {
  const isNew = client === 'collabora';

  describe(`${client},`, () => {
    const on = new CollaboraStage(client);

    it('says on loading what the recorded one says, and that nothing has changed only later', async () => {
      const page = await HostPage.open(on.browser, on.stage, budget);
      const messages = await page.saysUntil('Doc_ModifiedStatus');
      assert.deepEqual(said(messages), [
        ...(isNew ? [['App_LoadingStatus', { Status: 'Initialized' }]] : []),
        FRAME_READY,
        HAS_FILE,
        LOADED,
        added(alice, 0),
        list(0, alice),
        UNMODIFIED,
      ]);
      const [loaded] = messages.filter(({ values }) => values.Status === 'Document_Loaded');
      const late = (messages.at(-1)?.at ?? 0) - (loaded?.at ?? 0);
      assert.ok(late >= 400 && late <= 1500, `${late} ms`);
      assert.match(
        await page.page.evaluate(() => document.querySelector('form')?.action ?? ''),
        isNew ? /\/browser\/\w+\/cool\.html\?/ : /\/loleaflet\/\w+\/loleaflet\.html\?/,
      );
    });

    for (const status of [401, 404, 500]) {
      it(`says alone that it could not load when CheckFileInfo is answered with ${status}`, async () => {
        on.stage.nuxeo.faults.wopi = { status };
        const page = await HostPage.open(on.browser, on.stage, budget);
        const old = {
          success: false,
          result: 'Error while loading document',
          errorMsg: 'WOPI::CheckFileInfo failed',
        };
        const messages = await page.saysIn(1500);
        if (!isNew) return assert.deepEqual(said(messages), [['Action_Load_Resp', old]]);
        const [initialized, refused] = messages;
        assert.deepEqual(
          messages.map(({ id }) => id),
          ['App_LoadingStatus', 'Action_Load_Resp'],
        );
        assert.equal(initialized?.values.Status, 'Initialized');
        assert.equal(refused?.values.success, false);
        const errorType = status === 401 ? 'websocketunauthorized' : 'websocketloadfailed';
        assert.equal(refused?.values.errorType, errorType);
      });
    }

    it('goes silent, after saying that it has the file, over a broken one', async () => {
      const { repository } = on.stage.nuxeo;
      const document = repository.get(budget);
      const whole = repository.blobAt(document, 'file:content');
      const user = users.get('alice');
      assert.ok(whole && user);
      const put = (bytes: Buffer) =>
        repository.saveBlob(document, 'file:content', new Blob(whole.name, bytes), user);
      put(whole.bytes.subarray(0, 1000));
      const page = await HostPage.open(on.browser, on.stage, budget);
      const messages = said(await page.saysIn(2000));
      put(whole.bytes);
      assert.deepEqual(messages.slice(isNew ? 1 : 0), [FRAME_READY, HAS_FILE]);
    });

    it('has the buttons that its address and CheckFileInfo ask for, and says in its old words too what they do', async () => {
      const plain = await on.opens();
      assert.deepEqual(await plain.buttons(), isNew ? ['Rename'] : []);
      on.stage.nuxeo.checkFileInfo.EnableShare = true;
      on.stage.nuxeo.checkFileInfo.UserCanNotWriteRelative = false;
      const page = await on.opens(on.stage, 'bob', '&closebutton=1&revisionhistory=1');
      assert.deepEqual(await page.buttons(), ['Close', 'Versions', 'Share', 'Rename']);
      await page.saysIn(100);
      for (const button of ['Close', 'Versions', 'Share']) await page.presses(button);
      const old = { Deprecated: true };
      assert.deepEqual(said(await page.saysUntil('UI_Share')), [
        ...(isNew ? [] : [['close', { EverModified: false, ...old }]]),
        ['UI_Close', { EverModified: false }],
        ...(isNew ? [] : [['rev-history', old]]),
        ['UI_FileVersions', {}],
        ['UI_Share', {}],
      ]);
    });

    it('says nothing of a new name, and is refused it where it renames without the lock', async () => {
      on.stage.nuxeo.checkFileInfo.UserCanNotWriteRelative = false;
      const page = await on.opens();
      await page.presses('Rename');
      await page.frame.getByRole('textbox', { name: 'Name' }).fill('Renamed');
      await page.page.keyboard.press('Enter');
      const name = () => on.stage.nuxeo.repository.blobAt(on.stage.document(budget), 'file:content')?.name;
      if (isNew) {
        const messages = said(await page.saysUntil('Doc_ModifiedStatus'));
        assert.deepEqual(messages.slice(0, 4), [removed(0), FRAME_READY, HAS_FILE, LOADED]);
        assert.equal(name(), 'Renamed.xlsx');
        return;
      }
      assert.deepEqual(said(await page.saysIn(1500)), []);
      assert.equal(name(), on.stage.nuxeo.repository.blobAt(on.stage.document(budget), 'file:content')?.name);
      assert.notEqual(name(), 'Renamed.xlsx');
    });

    it('speaks to the origin that CheckFileInfo names, and to nobody else', async () => {
      on.stage.nuxeo.checkFileInfo.PostMessageOrigin = 'http://localhost:1';
      const silent = await HostPage.open(on.browser, on.stage, budget);
      await silent.frame.getByText('Ready').waitFor();
      assert.deepEqual(said(await silent.saysIn(1000)).slice(isNew ? 1 : 0), []);
      on.stage.nuxeo.checkFileInfo.PostMessageOrigin = on.stage.nuxeoUrl;
      await on.opens(on.stage, 'bob');
    });

    it('gives who may only read no answer to a save', async () => {
      const page = await HostPage.open(on.browser, on.stage, budget, { user: 'rita' });
      await page.isLoaded();
      await page.save();
      assert.deepEqual(said(await page.saysIn(1000)), []);
    });

    it('opens an empty file as a new one, and writes nothing before it is changed', async () => {
      const page = await HostPage.open(on.browser, on.stage, sampleIds.newMemo);
      await page.isLoaded();
      const size = () =>
        on.stage.nuxeo.repository.blobAt(on.stage.document(sampleIds.newMemo), 'file:content')?.bytes.length;
      assert.equal(size(), 0);
      await page.save();
      assert.deepEqual(said(await page.saysIn(300)), [NOTHING_TO_SAVE]);
      assert.equal(size(), 0);
    });

    it(`adds ${isNew ? 'no' : 'two'} entries to the history`, async () => {
      const page = await HostPage.open(on.browser, on.stage, budget);
      const before = await page.page.evaluate(() => history.length);
      await page.isLoaded();
      const after = await page.page.evaluate(() => history.length);
      // The host page's own frame has none of its own; what there was before depends on when it is looked at.
      assert.ok(isNew ? after <= 3 : after >= 4, `${before}, then ${after}`);
    });

    it('warns of its token’s end: the old one by a dialog that takes the keys, the new one by asking', async () => {
      const page = await HostPage.open(on.browser, on.stage, budget, { ttl: 600 });
      await page.isLoaded();
      if (isNew) {
        const warnings = page.messages.filter(({ id }) => id === 'App_TokenExpiring');
        assert.equal(warnings.length, 1);
        const timeout = Number(warnings[0]?.values.Timeout);
        assert.ok(timeout > 500_000 && timeout <= 600_000, `${timeout}`);
        return;
      }
      const dialog = page.frame.getByRole('dialog');
      await dialog.getByText(/Your session will expire at/).waitFor();
      assert.deepEqual(
        page.messages.filter(({ id }) => id.startsWith('App_Token')),
        [],
      );
      const cell = page.frame.getByLabel('B2', { exact: true });
      const before = await cell.inputValue();
      await cell.focus();
      await page.page.keyboard.type('1');
      assert.equal(await cell.inputValue(), before);
      await dialog.getByRole('button', { name: 'OK' }).click();
      await page.types('B2', '1');
    });
  });
}
