import assert from 'node:assert/strict';
import { until } from '../e2e/stage.js';
import { ClientStage, isLoaded, isTold, tellsModified, types } from './client-stage.js';

const stage = new ClientStage();
afterEach(() => stage.reset());

describe('with a real client, leaving', () => {
  it('waits in sight for a save that takes long, and goes at once when it is pressed again', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    stage.standIn.nuxeo.faults.putFile = { delay: 6000 };
    const close = alice.editor.getByRole('button', { name: 'Close', exact: true });
    await close.click();
    await alice.sees('Saving before the editor closes…');
    await close.click();
    await alice.editor.waitFor({ state: 'detached', timeout: 2000 });
    assert.doesNotMatch(await stage.text(document), /Zebra/);
    await isTold(alice, document, ' is saved in Nuxeo.');
    assert.match(await stage.text(document), /Zebra/);
    await alice.leaves();
  });

  it('does not wait for Web UI to load the document', async () => {
    const [alice] = await stage.opens();
    stage.standIn.nuxeo.faults.rest = { delay: 8000 };
    await alice.editor.getByRole('button', { name: 'Close', exact: true }).click();
    await alice.editor.waitFor({ state: 'detached', timeout: 3000 });
    await alice.leaves();
  });

  it('leads to the document in one act, and “Back” then to what was before it', async () => {
    const alice = await stage.writer('alice');
    const document = stage.newDocument();
    await alice.page.goto(`${stage.standIn.url}#!/home`);
    await alice.page.goto(`${stage.standIn.url}#!/doc/${document.id}`);
    await alice
      .row()
      .getByRole('link', { name: /^Edit in/ })
      .first()
      .click();
    await isLoaded(alice);
    await alice.closes();
    await alice.page.waitForURL(`**/#!/doc/${document.id}`);
    await alice.page.goBack();
    await alice.page.waitForURL('**/#!/home');
    await alice.leaves();
  });

  it('by “Back” saves too, past the entries that the client itself has put into the history', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    for (let presses = 0; presses < 3; presses += 1) await alice.page.evaluate(() => history.back());
    await alice.editor.waitFor({ state: 'detached' });
    await until(async () => (await stage.text(document)).includes('Zebra'));
    await alice.seesStored(document.id);
    await alice.leaves();
  });

  it('by the editor’s own “Close” saves, and leads to the document', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    await alice.frame.locator('#closebutton').click();
    await alice.editor.waitFor({ state: 'detached' });
    await isTold(alice, document, ' is saved in Nuxeo.');
    await alice.page.waitForURL(`**/#!/doc/${document.id}`);
    await alice.leaves();
  });

  it('without a change is told by nobody, and stores nothing', async () => {
    const [alice, document] = await stage.opens();
    const { repository } = stage.standIn.nuxeo;
    const digest = () => repository.blobAt(repository.get(document.id), 'file:content')?.digest;
    const before = digest();
    await alice.closes();
    await alice.row().waitFor();
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual(alice.toasts, []);
    assert.equal(digest(), before);
    await alice.leaves();
  });

  it('a view is told by nobody, asks the editor for nothing and looks for nothing', async () => {
    const alice = await stage.writer('alice');
    const document = stage.newDocument();
    await alice.opensDocument(document.id);
    await alice.goes(`/office-online/view/default/${document.id}/file:content`);
    await isLoaded(alice);
    await alice.closes();
    const { requests } = stage.standIn.nuxeo;
    requests.length = 0;
    await alice.row().waitFor();
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual(alice.toasts, []);
    assert.ok(!alice.heard.some(({ message }) => message.MessageId === 'Action_Save'));
    // Our looks name the repository; Web UI's own requests do not.
    assert.ok(!requests.some(({ url }) => url.includes(`/repo/default/id/${document.id}`)));
    await alice.leaves();
  });

  it('and opening again takes away what was told of what is on its way', async () => {
    const [alice, document] = await stage.opens();
    await types(alice, ' Zebra ');
    await tellsModified(alice, true);
    stage.standIn.nuxeo.faults.putFile = { delay: 9000 };
    await alice.closes();
    const toast = alice.page.getByText(`${document.fileName}: your changes are on their way to Nuxeo…`);
    await toast.waitFor();
    await alice
      .row()
      .getByRole('link', { name: /^Edit in/ })
      .first()
      .click();
    await toast.waitFor({ state: 'hidden' });
    await alice.leaves();
  });

  it('works on a phone as well', async () => {
    const document = stage.newDocument();
    const alice = await stage.writer('alice');
    await alice.page.setViewportSize({ width: 360, height: 640 });
    await alice.goes(`/office-online/edit/default/${document.id}/file:content`);
    await isLoaded(alice);
    await alice.closes();
    await alice.row().waitFor();
    await alice.leaves();
  });
});
