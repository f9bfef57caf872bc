import assert from 'node:assert/strict';
import { until } from '../e2e/stage.js';
import { ClientStage, isTold, lastOf, tellsModified, types, type Writer } from './client-stage.js';
import { isHere, processOf } from './real-client.js';

const stage = new ClientStage();
afterEach(() => stage.reset());

const COULD_NOT = ': the editor could not save the last changes. Open the file again to see what is there.';

/** Until the editor has connected again and told that the document is there. */
const isLoadedAgain = ({ heard }: Writer) =>
  until(() => heard.filter(({ message }) => message.Values?.Status === 'Document_Loaded').length === 2);

// They stop the client's processes, which they can't where it runs elsewhere.
(isHere() ? describe : describe.skip)('with a real client, while alice writes', () => {
  it('the editor’s process is killed: what was not saved is told as lost, and never as saved', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    process.kill(processOf(document.fileName)!, 'SIGKILL');
    await isLoadedAgain(alice);
    await alice.sees('The editor was restarted: changes that were not saved are lost');
    await until(() => lastOf(alice, 'Doc_ModifiedStatus')?.Modified === false);
    await alice.sees('The editor was restarted: changes that were not saved are lost');
    await alice.closes();
    await isTold(alice, document, COULD_NOT);
    assert.doesNotMatch(await stage.text(document), /Zebra/);
    assert.ok(!alice.toasts.some(({ message }) => message.includes('is saved')));
    await alice.leaves();
  });

  it('the editor’s process is killed after a save: nothing more is claimed', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    await alice.page.keyboard.press('Control+s');
    await alice.sees(/^Saved \d/);
    process.kill(processOf(document.fileName)!, 'SIGKILL');
    await isLoadedAgain(alice);
    await alice.seesEditor();
    assert.match(await stage.text(document), /Zebra/);
    await alice.leaves();
  });

  it('the editor’s process is stuck: she can leave, and is told when her changes are there', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    const pid = processOf(document.fileName)!;
    process.kill(pid, 'SIGSTOP');
    try {
      await alice.closes();
      await isTold(alice, document, ': your changes are on their way to Nuxeo…');
      assert.doesNotMatch(await stage.text(document), /Zebra/);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await isTold(alice, document, ' is saved in Nuxeo.');
    assert.match(await stage.text(document), /Zebra/);
    await alice.leaves();
  });
});
