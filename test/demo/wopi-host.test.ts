import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Blob, newDocument, sampleIds } from '../../demo/nuxeo/index.js';
import { fileId, keyPair, WopiClient } from './wopi-client.js';

let client: WopiClient;
let count = 0;

before(async () => {
  client = await WopiClient.start();
});
after(() => client.stop());

/** A document of its own for each test. */
function addDocument(name = 'Letter.docx', content = 'first'): string {
  const id = `30000000-0000-4000-8000-${String(count++).padStart(12, '0')}`;
  const properties = {
    'dc:title': 'Letter',
    'dc:creator': 'bob',
    'uid:major_version': 0,
    'uid:minor_version': 0,
    'file:content': new Blob(name, Buffer.from(content)),
  };
  client.nuxeo.repository.add(
    newDocument({ id, type: 'File', name: id, parentId: sampleIds.workspace, properties }),
  );
  return id;
}

async function lock(id: string, value: string, user = 'alice'): Promise<number> {
  return (await client.call(fileId(id), 'LOCK', { user, headers: { Lock: value } })).status;
}

function put(id: string, value: string | undefined, body: string, user = 'alice'): Promise<Response> {
  return client.call(`${fileId(id)}/contents`, 'PUT', { user, body, headers: value ? { Lock: value } : {} });
}

function storedText(id: string): string | undefined {
  return client.nuxeo.repository.blobAt(client.nuxeo.repository.get(id), 'file:content')?.bytes.toString();
}

describe('the launch page', () => {
  it('gives action URL and token', async () => {
    const id = addDocument();
    const page = await (await client.get(`wopi/edit/default/${id}/file:content`, 'alice')).text();
    const source = encodeURIComponent(`${client.base}site/wopi/files/${fileId(id)}`);
    const url = `https://office.example/we/edit.aspx?IsLicensedUser=1&amp;WOPISrc=${source}`;
    assert.ok(page.includes(`action="${url}"`));
    const expires = Number(/name="access_token_ttl" value="(\d+)"/.exec(page)?.[1]);
    assert.ok(Math.abs(expires - Date.now() - 3_600_000) < 5000);
  });

  it('says what is missing', async () => {
    const id = addDocument('Letter.docx');
    const status = async (path: string): Promise<number> =>
      (await client.get(`wopi/${path}`, 'alice')).status;
    assert.equal(await status(`edit/default/${id}`), 400);
    assert.equal(await status('edit/default/nothing/file:content'), 404);
    assert.equal(await status(`edit/default/${id}/files:files/0/file`), 404);
    assert.equal(await status(`convert/default/${id}/file:content`), 404);
  });

  it('sends those who are not signed in to the login page, and 401 to a JSON client', async () => {
    const url = `${client.base}wopi/edit/default/${addDocument()}/file:content`;
    const page = await fetch(url);
    assert.deepEqual([page.status, new URL(page.url).pathname], [200, '/nuxeo/login.jsp']);
    assert.equal((await fetch(url, { headers: { accept: 'application/json' } })).status, 401);
  });
});

describe('access', () => {
  it('is refused without a token that is ours', async () => {
    const id = addDocument();
    assert.equal(
      (await client.call(fileId(id), undefined, { token: 'eyJhbGciOiJub25lIn0.e30.' })).status,
      401,
    );
    const other = await WopiClient.start();
    const token = await other.token('alice', sampleIds.quarterlyReport);
    await other.stop();
    assert.equal((await client.call(fileId(id), undefined, { token })).status, 401);
  });

  it('ends with the token', async () => {
    const brief = await WopiClient.start({ tokenTtl: 1 });
    const token = await brief.token('alice', sampleIds.quarterlyReport);
    await wait(1100);
    assert.equal((await brief.call(fileId(sampleIds.quarterlyReport), undefined, { token })).status, 401);
    await brief.stop();
  });

  it('needs the right proof', async () => {
    const file = fileId(addDocument());
    const { current, old } = client.keys;
    const next = keyPair().privateKey;
    const status = async (call: Parameters<WopiClient['call']>[2]): Promise<number> =>
      (await client.call(file, undefined, call)).status;
    assert.equal(await status({ key: current.privateKey }), 200);
    assert.equal(await status({ key: next, oldKey: current.privateKey }), 200);
    assert.equal(await status({ key: old.privateKey, oldKey: next }), 200);
    assert.equal(await status({ key: next }), 500);
    const minute = 60_000;
    assert.equal(await status({ key: current.privateKey, at: Date.now() - 21 * minute }), 500);
  });
});

describe('CheckFileInfo', () => {
  it('tells a writer from a reader', async () => {
    const file = fileId(addDocument());
    const info = async (user: string): Promise<Record<string, unknown>> =>
      (await (await client.call(file, undefined, { user })).json()) as Record<string, unknown>;
    const { BaseFileName, OwnerId, Size, UserId, Version, UserCanWrite, ReadOnly } = await info('alice');
    assert.deepEqual([BaseFileName, OwnerId, Size, UserId, Version], ['Letter.docx', 'bob', 5, 'alice', '0']);
    assert.deepEqual([UserCanWrite, ReadOnly], [true, false]);
    const reader = await info('rita');
    assert.deepEqual(
      [reader.UserCanWrite, reader.ReadOnly, reader.UserFriendlyName],
      [false, true, 'Rita Reader'],
    );
    assert.equal('PostMessageOrigin' in reader, false);
  });
});

describe('locks', () => {
  it('lock the document in the first editor’s name until the last is gone', async () => {
    const id = addDocument();
    assert.equal(await lock(id, 'one'), 200);
    const forBob = await client.document(id, 'bob');
    assert.equal(forBob.lockOwner, 'alice');
    assert.equal(forBob.contextParameters.permissions.includes('WriteProperties'), false);
    const forAlice = await client.document(id, 'alice');
    assert.equal(forAlice.contextParameters.permissions.includes('WriteProperties'), true);

    assert.equal((await put(id, 'one', 'bob was here', 'bob')).status, 200);
    const unlock = await client.call(fileId(id), 'UNLOCK', { user: 'bob', headers: { Lock: 'one' } });
    assert.deepEqual([unlock.status, unlock.headers.get('X-WOPI-ItemVersion')], [200, '1']);
    assert.equal((await client.document(id, 'bob')).lockOwner, undefined);
  });

  it('conflict with another lock, and name it', async () => {
    const id = addDocument();
    await lock(id, 'one');
    for (const [file, override] of [
      [fileId(id), 'LOCK'],
      [fileId(id), 'UNLOCK'],
      [fileId(id), 'REFRESH_LOCK'],
      [`${fileId(id)}/contents`, 'PUT'],
    ] as const) {
      const answer = await client.call(file, override, { headers: { Lock: 'two' } });
      assert.deepEqual([answer.status, answer.headers.get('X-WOPI-Lock')], [409, 'one'], override);
    }
    assert.equal(
      (await client.call(fileId(id), 'LOCK', { headers: { Lock: 'two', OldLock: 'one' } })).status,
      200,
    );
    assert.equal((await client.call(fileId(id), 'GET_LOCK')).headers.get('X-WOPI-Lock'), 'two');
  });

  it('need a value, and a right to write', async () => {
    const id = addDocument();
    assert.equal((await client.call(fileId(id), 'LOCK')).status, 400);
    assert.equal(await lock(id, 'one', 'rita'), 409);
    assert.equal((await client.call(fileId(id), 'NONSENSE')).status, 400);
  });

  it('set by hand keep others out, but not their owner', async () => {
    const contract = sampleIds.contract;
    const refused = await client.call(fileId(contract), 'LOCK', { headers: { Lock: 'one' } });
    assert.deepEqual([refused.status, refused.headers.get('X-WOPI-Lock')], [409, null]);
    assert.equal(await lock(contract, 'one', 'bob'), 200);
    assert.equal(await lock(contract, 'one', 'alice'), 200);
  });

  it('end after their time, and with a Nuxeo unlock', async () => {
    const brief = await WopiClient.start({ lockTtl: 50 });
    const file = fileId(sampleIds.quarterlyReport);
    await brief.call(file, 'LOCK', { headers: { Lock: 'one' } });
    assert.equal((await brief.document(sampleIds.quarterlyReport, 'bob')).lockOwner, 'alice');
    await wait(80);
    assert.equal((await brief.document(sampleIds.quarterlyReport, 'bob')).lockOwner, undefined);
    await brief.stop();

    const id = addDocument();
    await lock(id, 'one');
    client.nuxeo.repository.locks.unlock(id);
    const answer = await client.call(fileId(id), 'REFRESH_LOCK', { headers: { Lock: 'one' } });
    assert.deepEqual([answer.status, answer.headers.get('X-WOPI-Lock')], [409, '']);
  });
});

describe('a save', () => {
  it('needs the lock, and changes content, digest and version', async () => {
    const id = addDocument();
    const unlocked = await put(id, undefined, 'second');
    assert.deepEqual([unlocked.status, unlocked.headers.get('X-WOPI-Lock')], [409, '']);
    await lock(id, 'one');
    const before = await client.document(id, 'alice');
    const saved = await put(id, 'one', 'second');
    assert.deepEqual([saved.status, saved.headers.get('X-WOPI-ItemVersion')], [200, '1']);
    const after = await client.document(id, 'alice');
    assert.notEqual(after.properties['file:content'].digest, before.properties['file:content'].digest);
    assert.notEqual(after.changeToken, before.changeToken);
    assert.equal(storedText(id), 'second');
    assert.equal(await (await client.call(`${fileId(id)}/contents`, undefined)).text(), 'second');
  });

  it('fills an empty file without a lock', async () => {
    const id = addDocument('New.docx', '');
    assert.equal((await put(id, undefined, 'blank template')).status, 200);
    assert.equal((await put(id, undefined, 'again')).status, 409);
    assert.equal((await put(addDocument('New.docx', ''), undefined, 'reader', 'rita')).status, 409);
  });

  it('of an attachment leaves the rest alone', async () => {
    const file = fileId(sampleIds.quarterlyReport, 'files:files/0/file');
    const headers = { Lock: 'one' };
    await client.call(file, 'LOCK', { headers });
    assert.equal((await client.call(`${file}/contents`, 'PUT', { headers, body: 'cells' })).status, 200);
    const { repository } = client.nuxeo;
    const document = repository.get(sampleIds.quarterlyReport);
    assert.equal(repository.blobAt(document, 'files:files/0/file')?.bytes.toString(), 'cells');
    assert.equal(repository.blobAt(document, 'files:files/1/file')?.name, 'Deck.pptx');
  });
});

it('RenameFile keeps the extension and reads UTF-7', async () => {
  const id = addDocument();
  const renamed = await client.call(fileId(id), 'RENAME_FILE', {
    headers: { RequestedName: '+ANw-bersicht' },
  });
  assert.deepEqual(await renamed.json(), { Name: 'Übersicht' });
  assert.equal((await client.document(id, 'alice')).properties['file:content'].name, 'Übersicht.docx');
});

it('GetShareUrl gives the launch page', async () => {
  const id = addDocument();
  const share = await client.call(fileId(id), 'GET_SHARE_URL', { headers: { UrlType: 'ReadOnly' } });
  assert.deepEqual(await share.json(), { ShareUrl: `${client.base}wopi/view/default/${id}/file:content` });
  assert.equal((await client.call(fileId(id), 'GET_SHARE_URL')).status, 501);
});

it('PutRelativeFile converts in place and keeps the old file as a version; it makes no new file', async () => {
  const id = addDocument('Letter.doc', 'binary');
  const token = await client.token('alice', id, 'file:content', 'convert');
  const headers = { SuggestedTarget: '.docx', FileConversion: 'true' };
  const answer = await client.call(fileId(id), 'PUT_RELATIVE', { token, headers, body: 'converted' });
  const { Name, HostEditUrl } = (await answer.json()) as Record<string, string>;
  assert.deepEqual(
    [Name, HostEditUrl],
    ['Letter.docx', `${client.base}wopi/edit/default/${id}/file:content`],
  );
  assert.equal(storedText(id), 'converted');
  const version = [...client.nuxeo.repository.documents.values()].find(({ versionOf }) => versionOf === id);
  assert.ok(version);
  assert.equal(storedText(version.id), 'binary');
  assert.equal(version.properties['uid:minor_version'], 1);

  const copy = { SuggestedTarget: 'Copy.docx' };
  assert.equal((await client.call(fileId(id), 'PUT_RELATIVE', { token, headers: copy })).status, 501);
});
