import assert from 'node:assert/strict';
import { until } from '../until.js';
import {
  added,
  alice,
  bob,
  budget,
  CollaboraStage,
  FRAME_READY,
  HAS_FILE,
  list,
  LOADED,
  MODIFIED,
  NOTHING_TO_SAVE,
  notSaved,
  removed,
  said,
  SAVED,
  UNMODIFIED,
} from './collabora-stage.js';
import { HostPage } from './host-page.js';

/** Half a second after a change it is told of; a little less, in ms. */
const AT_ONCE = 450;

/** What was typed last by `typesAnd`: what is there already would be no change. */
let lastTyped = 51_100;

/**
 * Types, and does something before the editor tells of that: again, where the machine was too slow for it.
 * @returns what was typed in the end
 */
async function typesAnd(page: HostPage, act: () => Promise<void>): Promise<string> {
  for (let time = 0; time < 20; time += 1) {
    const start = Date.now();
    lastTyped += 1;
    await page.types('B2', String(lastTyped));
    await act();
    if (Date.now() - start < AT_ONCE) return String(lastTyped);
    await page.saysIn(1500);
  }
  throw new Error('This machine does not type and save within half a second.');
}

/** How Collabora saves, and what it says of it: as recorded (docs/wopi-clients.md "Seen with LibreOffice Online"). */
for (const client of ['collabora', 'libreoffice'] as const) {
  const isNew = client === 'collabora';

  describe(`${client},`, () => {
    const on = new CollaboraStage(client);

    it('tells late that something has changed, and answers nobody who has not asked', async () => {
      const page = await on.opens(on.hurried);
      const typed = Date.now();
      await page.types('B2', '51001');
      const modified = await page.hears('Doc_ModifiedStatus');
      assert.deepEqual(said([modified]), [MODIFIED]);
      assert.ok(modified.at - typed >= 400, `${modified.at - typed} ms`);
      assert.deepEqual(said(await page.saysUntil('Doc_ModifiedStatus')), [UNMODIFIED]);
      await on.isStored('51001', on.hurried);
      const typedAtOnce = await typesAnd(page, () => page.presses('Save'));
      assert.deepEqual(said(await page.saysIn(1500)), [['UI_Save', {}]]);
      await on.isStored(typedAtOnce, on.hurried);
    });

    it('saves when it is told to; of what is typed and saved at once, it tells no more', async () => {
      const page = await on.opens();
      const typed = await typesAnd(page, () => page.save());
      assert.deepEqual(said(await page.saysIn(1500)), [SAVED]);
      assert.match(await on.stored(), new RegExp(typed));
      await page.save();
      assert.deepEqual(said(await page.saysIn(1000)), [NOTHING_TO_SAVE]);
      await page.save({ DontSaveIfUnmodified: false });
      assert.deepEqual(said(await page.saysIn(1000)), [SAVED]);
      await page.save({ Notify: false });
      assert.deepEqual(said(await page.saysIn(1000)), []);
    });

    it('hears nothing before its host has said that it listens', async () => {
      const page = await HostPage.open(on.browser, on.stage, budget);
      await page.hears('Doc_ModifiedStatus');
      await page.save();
      assert.deepEqual(said(await page.saysIn(500)), []);
    });

    for (const [status, result] of [
      [500, 'Save failed'],
      [401, 'Invalid or expired access token'],
      [409, 'Conflict: Document changed in storage'],
    ] as const) {
      it(`says why it could not save what it was told to save: ${status}`, async () => {
        const page = await on.opens();
        await page.types('B2', '51004');
        await page.hears('Doc_ModifiedStatus');
        on.stage.nuxeo.faults.wopi = { status };
        await page.save();
        assert.deepEqual(said(await page.saysIn(1500)), [notSaved(result)]);
      });
    }

    it('keeps from its host that a save of its own has failed', async () => {
      const page = await on.opens(on.hurried);
      on.hurried.nuxeo.faults.wopi = { status: 500 };
      await page.types('B2', `6${isNew ? 1 : 2}001`);
      await page.hears('Doc_ModifiedStatus');
      await page.frame.getByRole('alert').filter({ hasText: 'can’t be saved' }).waitFor();
      assert.deepEqual(said(await page.saysIn(1500)), []);
      delete on.hurried.nuxeo.faults.wopi;
      if (isNew) {
        // It has tried again.
        assert.deepEqual(said(await page.saysUntil('Doc_ModifiedStatus')), [UNMODIFIED]);
        return on.isStored('61001', on.hurried);
      }
      // It takes for saved what has only left its engine, and is right when it is made to save all the same.
      await page.save();
      assert.deepEqual(said(await page.saysIn(1500)), [NOTHING_TO_SAVE]);
      assert.doesNotMatch(await on.stored(on.hurried), /62001/);
      await page.save({ DontSaveIfUnmodified: false });
      assert.deepEqual(said(await page.saysUntil('Doc_ModifiedStatus')), [SAVED, UNMODIFIED]);
      await on.isStored('62001', on.hurried);
    });

    it('begins anew by itself after a crash, says that nothing has changed, and has lost what was not saved', async () => {
      const page = await on.opens();
      await page.types('B2', '51005');
      await page.hears('Doc_ModifiedStatus');
      await on.stage.office.crash();
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
      assert.deepEqual(said(await page.saysIn(1000)), [NOTHING_TO_SAVE]);
      assert.doesNotMatch(await on.stored(), /51005/);
      const typed = await typesAnd(page, () => page.save());
      assert.deepEqual(said(await page.saysUntil('Action_Save_Resp')), [SAVED]);
      assert.match(await on.stored(), new RegExp(typed));
    });

    it('tells each of the others and what they change; who leaves them is not waited for', async () => {
      const first = await on.opens();
      const second = await on.opens(on.stage, 'bob');
      assert.deepEqual(said(await first.saysUntil('Views_List')), [added(bob, 1), list(0, alice, bob)]);
      await second.types('B3', `7${isNew ? 1 : 2}001`);
      assert.deepEqual(said(await first.saysUntil('Doc_ModifiedStatus')), [MODIFIED]);
      const saves = on.stage.saves();
      await second.leaves();
      assert.deepEqual(said(await first.saysUntil('Views_List')), [removed(1), list(0, alice)]);
      assert.equal(on.stage.saves(), saves);
      await first.save();
      assert.deepEqual(said(await first.saysUntil('Doc_ModifiedStatus')), [SAVED, UNMODIFIED]);
      await on.isStored(`7${isNew ? 1 : 2}001`);
      assert.equal(on.stage.document(budget).properties['dc:lastContributor'], 'alice');
      // The last one to leave is waited for.
      await first.types('B3', `7${isNew ? 1 : 2}002`);
      await first.leaves();
      await on.isStored(`7${isNew ? 1 : 2}002`);
      await until(() => !on.stage.isLocked(budget));
    });

    it('saves by itself, with the token of who is there, what somebody has left behind', async () => {
      const first = await on.opens(on.hurried);
      const second = await on.opens(on.hurried, 'bob');
      await second.types('B3', `7${isNew ? 1 : 2}003`);
      await second.leaves();
      await on.isStored(`7${isNew ? 1 : 2}003`, on.hurried);
      await first.leaves();
    });

    it('ends by Action_Close and not by Close_Session: as the last one, saved and unlocked', async () => {
      const page = await on.opens();
      await page.types('B2', '51007');
      await page.hears('Doc_ModifiedStatus');
      await page.tell('Close_Session');
      assert.deepEqual(said(await page.saysIn(500)), []);
      assert.ok(on.stage.isLocked(budget));
      await page.tell('Action_Close');
      await on.isStored('51007');
      await until(() => !on.stage.isLocked(budget));
    });

    it('takes another token without a look at it, if it takes one at all', async () => {
      const page = await on.opens();
      await page.tell('Reset_Access_Token', { token: 'no-token-of-nuxeo', ttl: Date.now() + 3_600_000 });
      await page.types('B2', '51008');
      await page.hears('Doc_ModifiedStatus');
      await page.presses('Save');
      if (!isNew) return on.isStored('51008');
      await page.frame.getByRole('alert').filter({ hasText: 'Your session is over' }).waitFor();
      assert.deepEqual(said(await page.saysIn(1000)), [['UI_Save', {}]]);
    });
  });
}
