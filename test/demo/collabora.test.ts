import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { Blob, sampleIds, users } from '../../demo/nuxeo/index.js';
import { HostPage, launchBrowser, type Message } from './host-page.js';
import { OfficeStage } from './office-stage.js';

/**
 * What LibreOffice Online said when it was asked the same (docs/wopi-clients.md "Seen with LibreOffice Online"), and
 * what is told otherwise by Collabora Online of today ("Newer Collabora Online").
 */
const { budget } = sampleIds;
const FRAME_READY = ['App_LoadingStatus', { Status: 'Frame_Ready', Features: { VersionStates: true } }];
const HAS_FILE = ['Action_Load_Resp', { success: true, result: '', errorMsg: '' }];
const LOADED = ['App_LoadingStatus', { Status: 'Document_Loaded' }];
const UNMODIFIED = ['Doc_ModifiedStatus', { Modified: false }];
const MODIFIED = ['Doc_ModifiedStatus', { Modified: true }];
const SAVED = ['Action_Save_Resp', { success: true }];
const NOTHING_TO_SAVE = ['Action_Save_Resp', { success: true, result: 'unmodified', errorMsg: '...' }];
const notSaved = (result: string) => ['Action_Save_Resp', { success: false, result, errorMsg: '...' }];

const alice = { userId: 'alice', userName: 'Alice Archer', colour: 0x0646a2 };
const bob = { userId: 'bob', userName: 'Bob Baker', colour: 0x579d1c };
const added = ({ userId, userName, colour }: typeof alice, ViewId: number) => [
  'View_Added',
  {
    Deprecated: true,
    ViewId,
    UserId: userId,
    UserName: userName,
    Color: `#${colour.toString(16).padStart(6, '0')}`,
    ReadOnly: '0',
  },
];
const removed = (ViewId: number) => ['View_Removed', { Deprecated: true, ViewId }];
const list = (own: number, ...people: (typeof alice)[]) => [
  'Views_List',
  people.map(({ userId, userName, colour }, id) => ({
    ViewId: String(id),
    UserName: userName,
    UserId: userId,
    Color: colour,
    ReadOnly: '0',
    IsCurrentView: id === own,
  })),
];

/** Id and values of messages, without times. */
const said = (messages: Message[]): unknown[] =>
  messages.map(({ id, values }) => {
    const { DocumentLoadedTime, ...rest } = values;
    assert.ok(DocumentLoadedTime === undefined || Math.abs(Number(DocumentLoadedTime) - Date.now()) < 60_000);
    return [id, Array.isArray(values) ? values : rest];
  });

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

for (const client of ['collabora', 'libreoffice'] as const) {
  const isNew = client === 'collabora';

  void describe(`${client},`, () => {
    let stage: OfficeStage;
    let hurried: OfficeStage;
    before(async () => {
      stage = await OfficeStage.start({ client });
      hurried = await OfficeStage.start({ client, autoSaveFactor: 60 });
    });
    after(() => Promise.all([stage.stop(), hurried.stop()]));
    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      for (const { nuxeo, office } of [stage, hurried]) {
        for (const name of Object.keys(nuxeo.faults)) Reflect.deleteProperty(nuxeo.faults, name);
        for (const name of Object.keys(nuxeo.checkFileInfo))
          Reflect.deleteProperty(nuxeo.checkFileInfo, name);
        office.vanish();
        nuxeo.repository.locks.unlock(budget);
      }
    });

    const opens = async (on = stage, user = 'alice', query = ''): Promise<HostPage> => {
      const page = await HostPage.open(browser, on, budget, { user, query });
      await page.isLoaded();
      return page;
    };
    const stored = (on = stage): Promise<string> => on.stored(budget, 'xl/worksheets/sheet1.xml');
    const isStored = async (value: string, on = stage): Promise<void> => {
      const deadline = Date.now() + 10_000;
      while (!(await stored(on)).includes(`<v>${value}</v>`)) {
        assert.ok(Date.now() < deadline, `${value} is not stored`);
        await wait(50);
      }
    };

    void test('says on loading what the recorded one says, and that nothing has changed only later', async () => {
      const page = await HostPage.open(browser, stage, budget);
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

    void test('tells late that something has changed, and answers nobody who has not asked', async () => {
      const page = await opens(hurried);
      const typed = Date.now();
      await page.types('B2', '51001');
      const modified = await page.hears('Doc_ModifiedStatus');
      assert.deepEqual(said([modified]), [MODIFIED]);
      assert.ok(modified.at - typed >= 400, `${modified.at - typed} ms`);
      assert.deepEqual(said(await page.saysUntil('Doc_ModifiedStatus')), [UNMODIFIED]);
      await isStored('51001', hurried);
      await page.types('B2', '51002');
      await page.presses('Save');
      assert.deepEqual(said(await page.saysIn(1500)), [['UI_Save', {}]]);
      await isStored('51002', hurried);
    });

    void test('saves when it is told to; of what is typed and saved at once, it tells no more', async () => {
      const page = await opens();
      await page.types('B2', '51003');
      await page.save();
      assert.deepEqual(said(await page.saysIn(1500)), [SAVED]);
      assert.match(await stored(), /51003/);
      await page.save();
      assert.deepEqual(said(await page.saysIn(300)), [NOTHING_TO_SAVE]);
      await page.save({ DontSaveIfUnmodified: false });
      assert.deepEqual(said(await page.saysIn(300)), [SAVED]);
      await page.save({ Notify: false });
      assert.deepEqual(said(await page.saysIn(300)), []);
    });

    void test('hears nothing before its host has said that it listens', async () => {
      const page = await HostPage.open(browser, stage, budget);
      await page.hears('Doc_ModifiedStatus');
      await page.save();
      assert.deepEqual(said(await page.saysIn(500)), []);
    });

    for (const [status, result] of [
      [500, 'Save failed'],
      [401, 'Invalid or expired access token'],
      [409, 'Conflict: Document changed in storage'],
    ] as const) {
      void test(`says why it could not save what it was told to save: ${status}`, async () => {
        const page = await opens();
        await page.types('B2', '51004');
        await page.hears('Doc_ModifiedStatus');
        stage.nuxeo.faults.wopi = { status };
        await page.save();
        assert.deepEqual(said(await page.saysIn(1500)), [notSaved(result)]);
      });
    }

    void test('keeps from its host that a save of its own has failed', async () => {
      const page = await opens(hurried);
      hurried.nuxeo.faults.wopi = { status: 500 };
      await page.types('B2', `6${isNew ? 1 : 2}001`);
      await page.hears('Doc_ModifiedStatus');
      await page.frame.getByRole('alert').filter({ hasText: 'can’t be saved' }).waitFor();
      assert.deepEqual(said(await page.saysIn(1500)), []);
      delete hurried.nuxeo.faults.wopi;
      if (isNew) {
        // It has tried again.
        assert.deepEqual(said(await page.saysUntil('Doc_ModifiedStatus')), [UNMODIFIED]);
        return isStored('61001', hurried);
      }
      // It takes for saved what has only left its engine, and is right when it is made to save all the same.
      await page.save();
      assert.deepEqual(said(await page.saysIn(1500)), [NOTHING_TO_SAVE]);
      assert.doesNotMatch(await stored(hurried), /62001/);
      await page.save({ DontSaveIfUnmodified: false });
      assert.deepEqual(said(await page.saysUntil('Doc_ModifiedStatus')), [SAVED, UNMODIFIED]);
      await isStored('62001', hurried);
    });

    for (const status of [401, 404, 500]) {
      void test(`says alone that it could not load when CheckFileInfo is answered with ${status}`, async () => {
        stage.nuxeo.faults.wopi = { status };
        const page = await HostPage.open(browser, stage, budget);
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

    void test('goes silent, after saying that it has the file, over a broken one', async () => {
      const { repository } = stage.nuxeo;
      const document = repository.get(budget);
      const whole = repository.blobAt(document, 'file:content');
      const user = users.get('alice');
      assert.ok(whole && user);
      const put = (bytes: Buffer) =>
        repository.saveBlob(document, 'file:content', new Blob(whole.name, bytes), user);
      put(whole.bytes.subarray(0, 1000));
      const page = await HostPage.open(browser, stage, budget);
      const messages = said(await page.saysIn(2000));
      put(whole.bytes);
      assert.deepEqual(messages.slice(isNew ? 1 : 0), [FRAME_READY, HAS_FILE]);
    });

    void test('begins anew by itself after a crash, says that nothing has changed, and has lost what was not saved', async () => {
      const page = await opens();
      await page.types('B2', '51005');
      await page.hears('Doc_ModifiedStatus');
      await stage.office.crash();
      assert.deepEqual(said(await page.saysUntil('Doc_ModifiedStatus')), [
        removed(0),
        FRAME_READY,
        HAS_FILE,
        LOADED,
        added(alice, 0),
        list(0, alice),
        UNMODIFIED,
      ]);
      assert.notEqual(await page.frame.getByLabel('B2', { exact: true }).inputValue(), '51005');
      await page.save();
      assert.deepEqual(said(await page.saysIn(300)), [NOTHING_TO_SAVE]);
      assert.doesNotMatch(await stored(), /51005/);
      await page.types('B2', '51006');
      await page.save();
      assert.deepEqual(said(await page.saysUntil('Action_Save_Resp')), [SAVED]);
      assert.match(await stored(), /51006/);
    });

    void test('tells each of the others and what they change; who leaves them is not waited for', async () => {
      const first = await opens();
      const second = await opens(stage, 'bob');
      assert.deepEqual(said(await first.saysUntil('Views_List')), [added(bob, 1), list(0, alice, bob)]);
      await second.types('B3', `7${isNew ? 1 : 2}001`);
      assert.deepEqual(said(await first.saysUntil('Doc_ModifiedStatus')), [MODIFIED]);
      const saves = stage.saves();
      await second.leaves();
      assert.deepEqual(said(await first.saysUntil('Views_List')), [removed(1), list(0, alice)]);
      assert.equal(stage.saves(), saves);
      await first.save();
      assert.deepEqual(said(await first.saysUntil('Doc_ModifiedStatus')), [SAVED, UNMODIFIED]);
      await isStored(`7${isNew ? 1 : 2}001`);
      assert.equal(stage.document(budget).properties['dc:lastContributor'], 'alice');
      // The last one to leave is waited for.
      await first.types('B3', `7${isNew ? 1 : 2}002`);
      await first.leaves();
      await isStored(`7${isNew ? 1 : 2}002`);
      while (stage.isLocked(budget)) await wait(20);
    });

    void test('saves by itself, with the token of who is there, what somebody has left behind', async () => {
      const first = await opens(hurried);
      const second = await opens(hurried, 'bob');
      await second.types('B3', `7${isNew ? 1 : 2}003`);
      await second.leaves();
      await isStored(`7${isNew ? 1 : 2}003`, hurried);
      await first.leaves();
    });

    void test('has the buttons that its address and CheckFileInfo ask for, and says in its old words too what they do', async () => {
      const plain = await opens();
      assert.deepEqual(await plain.buttons(), isNew ? ['Rename'] : []);
      stage.nuxeo.checkFileInfo.EnableShare = true;
      stage.nuxeo.checkFileInfo.UserCanNotWriteRelative = false;
      const page = await opens(stage, 'bob', '&closebutton=1&revisionhistory=1');
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

    void test('says nothing of a new name, and is refused it where it renames without the lock', async () => {
      stage.nuxeo.checkFileInfo.UserCanNotWriteRelative = false;
      const page = await opens();
      await page.presses('Rename');
      await page.frame.getByRole('textbox', { name: 'Name' }).fill('Renamed');
      await page.page.keyboard.press('Enter');
      const name = () => stage.nuxeo.repository.blobAt(stage.document(budget), 'file:content')?.name;
      if (isNew) {
        const messages = said(await page.saysUntil('Doc_ModifiedStatus'));
        assert.deepEqual(messages.slice(0, 4), [removed(0), FRAME_READY, HAS_FILE, LOADED]);
        assert.equal(name(), 'Renamed.xlsx');
        return;
      }
      assert.deepEqual(said(await page.saysIn(1500)), []);
      assert.equal(name(), stage.nuxeo.repository.blobAt(stage.document(budget), 'file:content')?.name);
      assert.notEqual(name(), 'Renamed.xlsx');
    });

    void test('speaks to the origin that CheckFileInfo names, and to nobody else', async () => {
      stage.nuxeo.checkFileInfo.PostMessageOrigin = 'http://localhost:1';
      const silent = await HostPage.open(browser, stage, budget);
      await silent.frame.getByText('Ready').waitFor();
      assert.deepEqual(said(await silent.saysIn(1000)).slice(isNew ? 1 : 0), []);
      stage.nuxeo.checkFileInfo.PostMessageOrigin = stage.nuxeoUrl;
      await opens(stage, 'bob');
    });

    void test('gives who may only read no answer to a save', async () => {
      const page = await HostPage.open(browser, stage, budget, { user: 'rita' });
      await page.isLoaded();
      await page.save();
      assert.deepEqual(said(await page.saysIn(1000)), []);
    });

    void test('opens an empty file as a new one, and writes nothing before it is changed', async () => {
      const page = await HostPage.open(browser, stage, sampleIds.newMemo);
      await page.isLoaded();
      const size = () =>
        stage.nuxeo.repository.blobAt(stage.document(sampleIds.newMemo), 'file:content')?.bytes.length;
      assert.equal(size(), 0);
      await page.save();
      assert.deepEqual(said(await page.saysIn(300)), [NOTHING_TO_SAVE]);
      assert.equal(size(), 0);
    });

    void test('ends by Action_Close and not by Close_Session: as the last one, saved and unlocked', async () => {
      const page = await opens();
      await page.types('B2', '51007');
      await page.hears('Doc_ModifiedStatus');
      await page.tell('Close_Session');
      assert.deepEqual(said(await page.saysIn(500)), []);
      assert.ok(stage.isLocked(budget));
      await page.tell('Action_Close');
      await isStored('51007');
      while (stage.isLocked(budget)) await wait(20);
    });

    void test(`adds ${isNew ? 'no' : 'two'} entries to the history`, async () => {
      const page = await HostPage.open(browser, stage, budget);
      const before = await page.page.evaluate(() => history.length);
      await page.isLoaded();
      const after = await page.page.evaluate(() => history.length);
      // The host page's own frame has none of its own; what there was before depends on when it is looked at.
      assert.ok(isNew ? after <= 3 : after >= 4, `${before}, then ${after}`);
    });

    void test('warns of its token’s end: the old one by a dialog that takes the keys, the new one by asking', async () => {
      const page = await HostPage.open(browser, stage, budget, { ttl: 600 });
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

    void test('takes another token without a look at it, if it takes one at all', async () => {
      const page = await opens();
      await page.tell('Reset_Access_Token', { token: 'no-token-of-nuxeo', ttl: Date.now() + 3_600_000 });
      await page.types('B2', '51008');
      await page.hears('Doc_ModifiedStatus');
      await page.presses('Save');
      if (!isNew) return isStored('51008');
      await page.frame.getByRole('alert').filter({ hasText: 'Your session is over' }).waitFor();
      assert.deepEqual(said(await page.saysIn(1000)), [['UI_Save', {}]]);
    });
  });
}
