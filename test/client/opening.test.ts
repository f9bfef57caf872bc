import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { until } from '../e2e/stage.js';
import { ClientStage, isLoaded, isTold, tellsModified, types, type TestDocument } from './client-stage.js';

const stage = new ClientStage();
afterEach(() => stage.reset());

const addressOf = ({ id }: TestDocument) => `/office-online/edit/default/${id}/file:content`;

describe('with a real client, a file', () => {
  for (const status of [401, 404, 500]) {
    it(`that Nuxeo answers with ${status} for is told as not opened`, async () => {
      stage.standIn.nuxeo.faults.wopi = { status };
      const alice = await stage.writer('alice');
      await alice.goes(addressOf(stage.newDocument()));
      assert.match(await alice.seesNotice(), /did not open/);
      await alice.leaves();
    });
  }

  it('that is broken is told as not opened, and not as opened before that', async () => {
    const alice = await stage.writer('alice');
    // The client says nothing of it at all.
    stage.standIn.config['officeOnline.loadTimeout'] = '8';
    const { repository } = stage.standIn.nuxeo;
    const whole = repository.blobAt(repository.get(sampleIds.quarterlyReport), 'file:content')!.bytes;
    await alice.goes(addressOf(stage.newDocument(undefined, whole.subarray(0, 3000))));
    const opened = alice.seesEditor().then(() => 'opened');
    opened.catch(() => undefined);
    assert.match(await Promise.race([alice.seesNotice(), opened]), /did not open/);
    await alice.leaves();
  });

  it('that is locked by hand can be read, and nothing is told of changes', async () => {
    const document = stage.newDocument();
    stage.standIn.nuxeo.repository.locks.lock(document.id, 'bob');
    const [alice] = await stage.opens('alice', document);
    await alice.sees('You can only read this file now');
    await alice.closes();
    await alice.row().waitFor();
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual(alice.toasts, []);
    await alice.leaves();
  });

  it('can be printed: what it looks like on paper reaches the browser', async () => {
    const [alice] = await stage.opens();
    const printed = alice.page.waitForResponse(
      (response) => response.headers()['content-type'] === 'application/pdf',
    );
    await alice.frame.locator('textarea.clipboard').focus();
    await alice.page.keyboard.press('Control+p');
    assert.equal((await printed).status(), 200);
    await alice.leaves();
  });

  it('whose token Nuxeo does not take any more is told as not saved', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    stage.standIn.nuxeo.faults.putFile = { status: 401 };
    await alice.closes();
    await isTold(
      alice,
      document,
      ': the editor could not save the last changes. Open the file again to see what is there.',
    );
    assert.doesNotMatch(await stage.text(document), /Zebra/);
    await alice.leaves();
  });

  it('with nothing in it is opened, or told as not opened; what is typed is stored or told as not saved', async () => {
    const document = stage.newDocument(undefined, Buffer.alloc(0));
    const alice = await stage.writer('alice');
    await alice.goes(addressOf(document));
    const failed = alice.seesNotice().then(() => 'failed');
    failed.catch(() => undefined);
    if ((await Promise.race([isLoaded(alice).then(() => 'loaded'), failed])) === 'loaded') {
      await types(alice, ' Zebra ');
      await tellsModified(alice, true);
      await alice.closes();
      await until(() => alice.toasts.length > 0);
      for (const text of await stage.textsCalledSaved(alice, document)) assert.match(text, /Zebra/);
    }
    await alice.leaves();
  });
});
