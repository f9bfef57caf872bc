import assert from 'node:assert/strict';
import { until } from '../e2e/stage.js';
import { ClientStage, tellsModified, types } from './client-stage.js';
import { canStart, startClient } from './real-client.js';

/** A client that no other test needs. */
const client = canStart() ? await startClient('stopped') : undefined;
after(() => client?.stop());

(client ? describe : describe.skip)('with a real client whose server stops', () => {
  const stage = new ClientStage({ discoveryUrl: client?.discoveryUrl });

  it('what alice has not saved is never told as saved', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    // It saves before it stops; here, it can't.
    stage.standIn.nuxeo.faults.putFile = { status: 500 };
    await client?.stop();
    await alice.closes();
    await until(() => alice.toasts.length > 0);
    assert.ok(!alice.toasts.some(({ message }) => message.includes('is saved')));
    assert.doesNotMatch(await stage.text(document), /Zebra/);
    await alice.leaves();
  });

  it('who opens a file then is told that the editor can’t be reached', async () => {
    const alice = await stage.writer('alice');
    await alice.goes(`/office-online/edit/default/${stage.newDocument().id}/file:content`);
    assert.match(await alice.seesNotice(), /can't be reached/);
    await alice.leaves();
  });
});
