import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

async function offersTo(name: string, id: string, file = 0): Promise<string[]> {
  const person = await stage.person(name);
  await person.opensDocument(id);
  const offers = await person.offers(file);
  await person.leaves();
  return offers;
}

describe('on offer', () => {
  it('to alice, who writes: edit at the main file and at every Office attachment', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.quarterlyReport);
    assert.deepEqual(await alice.offers(0), ['Edit in Word Online', 'View in Word Online']);
    assert.deepEqual(await alice.offers(1), ['Edit in Excel Online', 'View in Excel Online']);
    assert.deepEqual(await alice.offers(2), ['View in PowerPoint Online']);
    assert.deepEqual(await alice.offers(3), []);
    await alice.leaves();
  });

  it('to rita, who reads: view', async () => {
    assert.deepEqual(await offersTo('rita', sampleIds.quarterlyReport), ['View in Word Online']);
  });

  it('in a document that bob has locked: join, to everybody but bob', async () => {
    assert.deepEqual(await offersTo('alice', sampleIds.contract), [
      'bob is editing: join',
      'View in Word Online',
    ]);
    assert.deepEqual(await offersTo('bob', sampleIds.contract), [
      'Edit in Word Online',
      'View in Word Online',
    ]);
  });

  it('of a version, and in the trash: view', async () => {
    assert.deepEqual(await offersTo('alice', sampleIds.statutesVersion), ['View in Word Online']);
    assert.deepEqual(await offersTo('dora', sampleIds.discardedPlan), ['View in Word Online']);
  });

  it('for a binary file: convert', async () => {
    const offers = ['Convert and edit in Word Online', 'View in Word Online'];
    assert.deepEqual(await offersTo('alice', sampleIds.oldLetter), offers);
  });

  it('for an empty file: edit alone', async () => {
    assert.deepEqual(await offersTo('alice', sampleIds.newMemo), ['Edit in Word Online']);
  });

  it('at all of thirty attachments, each row within its width', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.thirtyAttachments);
    assert.equal(await alice.page.locator('nuxeo-document-blob').count(), 31);
    for (const row of [1, 2, 3, 28, 29, 30]) {
      assert.ok((await alice.offers(row)).length, `row ${row}`);
      const box = await alice.row(row).locator('nuxeo-actions-menu').boundingBox();
      assert.ok(box && box.width <= 160, `row ${row}: ${box?.width}`);
    }
    await alice.leaves();
  });
});

describe('the overflow of a row', () => {
  it('has “view” with its text, and opens it', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.quarterlyReport);
    await alice.row(0).getByRole('button', { name: /more/i }).click();
    await alice.action('View in Word Online').getByText('View in Word Online').click();
    await alice.seesEditor();
    assert.match(alice.page.url(), /#!\/office-online\/view\/default\/[^/]+\/file:content$/);
    await alice.leaves();
  });
});

describe('with the feature flag off', () => {
  it('there is nothing: no action, no page, no enricher, no request', async () => {
    stage.standIn.config['officeOnline.enabled'] = 'false';
    const alice = await stage.person('alice');
    const asked: string[] = [];
    alice.page.on('request', (request) =>
      asked.push(request.headers()['enrichers-blob'] ?? '', request.url()),
    );
    await alice.opensDocument(sampleIds.quarterlyReport);
    assert.equal(await alice.page.locator('nuxeo-office-online-action').count(), 0);
    assert.deepEqual(
      asked.filter((text) => /wopi|office-online-(editor|messages)/.test(text)),
      [],
    );
    await alice.goes(`/office-online/edit/default/${sampleIds.quarterlyReport}/file:content`);
    await alice.page.getByText('404').waitFor();
    assert.equal(await alice.editor.count(), 0);
    await alice.leaves();
  });

  it('for a group only, the others see nothing', async () => {
    stage.standIn.config['officeOnline.groups'] = 'editors';
    assert.deepEqual(await offersTo('rita', sampleIds.quarterlyReport), []);
    assert.deepEqual((await offersTo('alice', sampleIds.quarterlyReport))[0], 'Edit in Word Online');
  });
});
