import assert from 'node:assert/strict';
import { type Document, newDocument, sampleIds } from '../../demo/nuxeo/index.js';
import { type Answer, RestClient } from './rest-client.js';
import { WopiClient } from './wopi-client.js';

const WORKSPACE = 'path/default-domain/workspaces/ws';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let client: WopiClient;
let alice: RestClient;
let rita: RestClient;
let count = 0;

before(async () => {
  client = await WopiClient.start();
  [alice, rita] = [new RestClient(client, 'alice'), new RestClient(client, 'rita')];
});
afterEach(() => {
  for (const name of Object.keys(client.nuxeo.faults)) Reflect.deleteProperty(client.nuxeo.faults, name);
});
after(() => client.stop());

const file = (name: string, content: unknown, type = 'File') => ({
  type,
  name,
  properties: { 'dc:title': name, ...(content !== undefined && { 'file:content': content }) },
});
const empty = { name: 'Plan.docx', 'mime-type': DOCX, data: '' };

/** A folder of its own, so that tests don't meet in a name. */
function folder(type: Document['type'] = 'Folder'): Document {
  const name = `folder ${++count}`;
  const properties = { 'dc:title': name };
  const id = `50000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  return client.nuxeo.repository.add(
    newDocument({ id, type, name, parentId: sampleIds.workspace, properties }),
  );
}

/** Status and message of a refusal. */
const refusal = ({ status, json }: Answer<{ message?: string | null }>) => [status, json.message];

const contentOf = (id: string): string | undefined => {
  const { repository } = client.nuxeo;
  return repository.blobAt(repository.get(id), 'file:content')?.bytes.toString();
};

describe('a new document', () => {
  it('is made by the path or the id of its parent, and answered with all that is asked for', async () => {
    const { status, json } = await alice.creates(WORKSPACE, file('Plan', empty));
    assert.equal(status, 201);
    assert.deepEqual([json.path, json.title], ['/default-domain/workspaces/ws/Plan', 'Plan']);
    const blob = json.properties['file:content'];
    assert.deepEqual([blob?.name, blob?.['mime-type'], blob?.length], ['Plan.docx', DOCX, '0']);
    assert.match(blob?.wopi?.edit ?? '', /\/wopi\/edit\/default\/.*\/file:content$/);
    assert.equal(json.properties['dc:creator'], 'alice');
    assert.ok(json.contextParameters.permissions.includes('WriteProperties'));

    const byId = await alice.creates(`id/${sampleIds.workspace}`, file('By id', empty));
    const inRepository = await alice.creates(
      `repo/default/id/${sampleIds.workspace}`,
      file('In repo', empty),
    );
    assert.deepEqual([byId.status, inRepository.status], [201, 201]);
    assert.equal((await alice.creates(`repo/other/${WORKSPACE}`, file('Elsewhere', empty))).status, 404);
  });

  it('has a name of 24 characters at most, without slashes, and a moment behind one that is taken', async () => {
    const parent = `id/${folder().id}`;
    const name = async (wanted: string) =>
      (await alice.creates(parent, file(wanted, empty))).json.path.split('/').slice(5).join('/');
    assert.equal(await name('A title that is longer than that'), 'A title that is longer t');
    assert.equal(await name('in/out\\over'), 'in-out-over');
    assert.equal(await name('تقرير "ربعي"'), 'تقرير "ربعي"');
    assert.match(await name('in/out\\over'), /^in-out-over\.\d{13}$/);
    assert.match(await name('?!'), /^[\da-f-]{36}$/);
  });

  it('takes the text that it is given for its file, and text/plain where no type is said', async () => {
    const { json } = await alice.creates(
      WORKSPACE,
      file('Text', { filename: 'a.txt', name: 'b', data: 'Ünï' }),
    );
    const blob = json.properties['file:content'];
    assert.deepEqual([blob?.name, blob?.['mime-type'], contentOf(json.uid)], ['a.txt', 'text/plain', 'Ünï']);
  });

  it('takes a copy of another file of this server, with that one’s name, which can be changed then', async () => {
    const template = await alice.get(`id/${sampleIds.letterTemplate}`);
    const data = template.json.properties['file:content']?.data ?? '';
    const { json } = await alice.creates(WORKSPACE, file('From it', { name: 'From it.docx', data }));
    assert.equal(json.properties['file:content']?.name, 'Letter template.docx');
    assert.equal(contentOf(json.uid), contentOf(sampleIds.letterTemplate));

    const operation = 'automation/Document.SetBlobName';
    const renamed = await alice.post(operation, {
      input: `doc:${json.uid}`,
      params: { name: 'From it.docx' },
    });
    assert.equal(renamed.json.properties['file:content']?.name, 'From it.docx');
    assert.equal(renamed.json.properties['file:content']?.['mime-type'], DOCX);
    const { repository } = client.nuxeo;
    const original = repository.blobAt(repository.get(sampleIds.letterTemplate), 'file:content');
    assert.equal(original?.name, 'Letter template.docx');
  });

  it('is refused for the copy of a file that is gone or not to be read, and made without one from elsewhere', async () => {
    const { base } = client;
    const from = (data: string) => alice.creates(WORKSPACE, file('Copy', { data }));
    const gone = await from(`${base}nxfile/default/nothing/file:content/a.docx`);
    assert.deepEqual(refusal(gone), [400, null]);
    const secret = `${base}nxfile/default/${sampleIds.minutesTemplate}/file:content/Minutes.docx`;
    assert.equal((await from(secret)).status, 400);
    const elsewhere = await from('https://elsewhere.example/a.docx');
    assert.deepEqual([elsewhere.status, elsewhere.json.properties['file:content']], [201, null]);
  });

  it('takes an uploaded file, once', async () => {
    const batch = await alice.uploads('Größe 1+1.docx', DOCX, 'uploaded');
    const content = { 'upload-batch': batch, 'upload-fileId': '0' };
    const { status, json } = await alice.creates(WORKSPACE, file('Upload', content));
    assert.equal(status, 201);
    const blob = json.properties['file:content'];
    assert.deepEqual(
      [blob?.name, blob?.['mime-type'], contentOf(json.uid)],
      ['Größe 1+1.docx', DOCX, 'uploaded'],
    );
    const again = await alice.creates(WORKSPACE, file('Upload again', content));
    assert.deepEqual([again.status, again.json.properties['file:content']], [201, null]);
    assert.equal((await alice.call('POST', `upload/${batch}/0`, 'late')).status, 404);
  });

  it('loses what its type has no property for, without a word', async () => {
    const { status, json } = await alice.creates(WORKSPACE, file('Only text', empty, 'Note'));
    assert.equal(status, 201);
    assert.equal(json.properties['file:content'], undefined);
    const unknown = { type: 'File', name: 'More', properties: { 'dc:title': 'More', 'acme:number': 1 } };
    assert.equal((await alice.creates(WORKSPACE, unknown)).status, 201);
  });

  it('may be of a type that the parent does not list, and below one in the trash', async () => {
    assert.equal((await alice.creates('path/default-domain/workspaces', file('Stray', empty))).status, 201);
    const { id, name } = folder();
    client.nuxeo.repository.trash(client.nuxeo.repository.get(id));
    assert.equal((await alice.creates(`id/${id}`, file('Lost', empty))).status, 201);
    assert.equal((await alice.creates(`${WORKSPACE}/${name}`, file('Gone', empty))).status, 404);
  });

  it('can be taken away again, by who may', async () => {
    const { json } = await alice.creates(WORKSPACE, file('Half made', empty));
    assert.equal((await rita.delete(`id/${json.uid}`)).status, 403);
    assert.equal((await alice.delete(`id/${json.uid}`)).status, 204);
    assert.equal((await alice.get(`id/${json.uid}`)).status, 404);
  });
});

describe('a new document is refused', () => {
  it('where the parent is gone, locked by somebody else, or not for this person', async () => {
    const noRight = "Privilege 'AddChildren' is not granted to";
    assert.equal((await alice.creates(`${WORKSPACE}/gone`, file('A', empty))).status, 404);
    assert.deepEqual(refusal(await rita.creates(WORKSPACE, file('A', empty))), [403, `${noRight} 'rita'`]);
    const { id } = folder();
    client.nuxeo.repository.locks.lock(id, 'bob');
    assert.deepEqual(refusal(await alice.creates(`id/${id}`, file('A', empty))), [403, `${noRight} 'alice'`]);
    const templates = 'path/default-domain/templates/office';
    assert.deepEqual(refusal(await alice.creates(templates, file('A', empty))), [403, `${noRight} 'alice'`]);
    const board = await alice.creates('path/default-domain/templates/board', file('A', empty));
    assert.deepEqual(refusal(board), [403, "Privilege 'Read' is not granted to 'alice'"]);
  });

  it('where it has no type or name, one that there is not, or no sense', async () => {
    const missing = 'type or name property is missing';
    assert.deepEqual(refusal(await alice.creates(WORKSPACE, { name: 'A' })), [400, missing]);
    assert.deepEqual(refusal(await alice.creates(WORKSPACE, { type: 'File', name: ' ' })), [400, missing]);
    const strange = await alice.creates(WORKSPACE, file('A', empty, 'Memo'));
    assert.deepEqual(refusal(strange), [400, 'Type: Memo does not exist']);
    const wrong = await alice.creates(WORKSPACE, {
      type: 'File',
      name: 'A',
      properties: { 'dc:title': ['A'] },
    });
    assert.deepEqual(refusal(wrong), [400, 'Unable to deserialize property: dc:title']);
    assert.equal((await alice.post(WORKSPACE, { type: 'File', name: 'A' })).status, 400);
    assert.equal((await alice.call('POST', WORKSPACE, 'A')).status, 415);
  });

  it('where its file is over the quota, as an error of the server; an empty one is not', async () => {
    client.nuxeo.faults.quota = 3;
    const full = await alice.creates(WORKSPACE, file('Big', { name: 'a.txt', data: 'four' }));
    assert.deepEqual(refusal(full), [500, 'Internal Server Error']);
    assert.equal((await alice.creates(WORKSPACE, file('Small', empty))).status, 201);
  });

  it('by what a test switches on, and nothing else is', async () => {
    const json = { 'entity-type': 'exception', status: 409, message: 'Conflict' };
    client.nuxeo.faults.create = { status: 409, json };
    assert.deepEqual(refusal(await alice.creates(WORKSPACE, file('A', empty))), [409, 'Conflict']);
    assert.equal((await alice.get(WORKSPACE)).status, 200);
  });
});

describe('a folder', () => {
  it('says which types it takes, with their facets, and what a person may do in it', async () => {
    const { json } = await alice.get(WORKSPACE);
    const { subtypes, permissions } = json.contextParameters;
    const types = subtypes.map(({ type }) => type);
    for (const type of ['File', 'Folder', 'Note', 'Picture']) assert.ok(types.includes(type), type);
    assert.ok(subtypes.find(({ type }) => type === 'File')?.facets.includes('Downloadable'));
    assert.ok(permissions.includes('AddChildren'));

    const domain = await alice.get('path/default-domain');
    const roots = domain.json.contextParameters.subtypes;
    assert.ok(
      roots.every(({ type, facets }) => type.endsWith('Root') && facets.includes('HiddenInCreation')),
    );
    const templates = await alice.get('path/default-domain/templates/office');
    assert.equal(templates.json.contextParameters.permissions.includes('AddChildren'), false);
  });

  it('has a root above it, without which nobody can choose a place', async () => {
    const { json } = await alice.get('path/');
    assert.deepEqual([json.path, json.type], ['/', 'Root']);
  });

  it('has documents with a picture of each', async () => {
    const { json } = await alice.get(`id/${sampleIds.letterTemplate}`);
    const path = new URL(json.contextParameters.thumbnail.url).pathname.replace('/nuxeo/', '');
    const picture = await client.get(path, 'alice');
    assert.deepEqual(
      [picture.status, picture.headers.get('Content-Type')?.split(';')[0]],
      [200, 'image/svg+xml'],
    );
    assert.match(await picture.text(), />W</);
  });
});
