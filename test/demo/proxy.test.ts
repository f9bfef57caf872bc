import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { mock } from 'node:test';
import { changeTokenOf } from '../../demo/nuxeo/document.js';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { type Proxy, startProxy } from '../../demo/proxy/index.js';
import { Person, Stage, until } from '../e2e/stage.js';

const stage = new Stage({ plugin: false });
const said: string[] = [];
const proxies: Proxy[] = [];

before(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    mock.method(console, method, (...words: unknown[]) => said.push(words.map(String).join(' ')));
  }
});
afterEach(async () => {
  stage.reset();
  await Promise.all(stage.browser.contexts().map((context) => context.close()));
  await Promise.all(proxies.splice(0).map((proxy) => proxy.stop()));
});
after(() => mock.restoreAll());

/** The stand-in's server without the plugin, and a proxy that lays it over. */
async function overlaid(conf: Record<string, string> = {}): Promise<Proxy> {
  const proxy = await startProxy({ nuxeo: stage.standIn.url, conf });
  proxies.push(proxy);
  return proxy;
}

/** Alice at the proxy's address; not signed in yet. */
async function alice(proxy: Proxy): Promise<Person> {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  return new Person('alice', await context.newPage(), context, { ...stage.standIn, url: proxy.url });
}

/** Alice, who signs in on the way to a document. */
async function aliceAt(proxy: Proxy, document: string): Promise<Person> {
  const person = await alice(proxy);
  await person.goes(`/doc/${document}`);
  await person.signsIn();
  await person.page.locator('nuxeo-document-blob').first().waitFor();
  return person;
}

function storedFile(id: string): Buffer | undefined {
  const { repository } = stage.standIn.nuxeo;
  return repository.blobAt(repository.get(id), 'file:content')?.bytes;
}

const originOf = (url: string): string => new URL(url).origin;

describe('through the proxy, at a server without the plugin, alice', () => {
  it('signs in, edits a workbook, and sees the saved file; the page asks the server for nothing itself', async () => {
    const proxy = await overlaid();
    const person = await alice(proxy);
    const asked: string[] = [];
    let token = '';
    person.context.on('request', (request) => {
      asked.push(request.url());
      token ||= new URLSearchParams(request.postData() ?? '').get('access_token') ?? '';
    });
    await person.goes(`/doc/${sampleIds.budget}`);
    assert.equal(originOf(person.page.url()), originOf(proxy.url));
    assert.equal(new URL(person.page.url()).pathname, '/nuxeo/login.jsp');
    await person.signsIn();
    await person.action('Edit in Excel Online').click();
    await person.seesEditor();
    // The form goes before the address.
    await person.page.waitForURL(`${proxy.url}#!/office-online/edit/default/**`);
    await person.fillsCell('B3', '4711');
    await person.closes();
    await person.page.getByText(/what you changed shows here|has new content in Nuxeo/).waitFor();
    const sheet = () => stage.stored(sampleIds.budget, 'file:content', 'xl/worksheets/sheet1.xml');
    await until(async () => (await sheet()).includes('4711'));
    assert.deepEqual(await downloads(person, sampleIds.budget), storedFile(sampleIds.budget));

    assert.deepEqual(person.complaints, []);
    const origins = new Set(asked.filter((url) => url.startsWith('http')).map(originOf));
    assert.deepEqual([...origins].sort(), [originOf(proxy.url), stage.standIn.officeUrl].sort());
    const cookies = (await person.context.cookies()).map(({ value }) => value);
    assert.ok(token.length > 20 && cookies.length > 0);
    for (const secret of [token, ...cookies]) assert.ok(!said.join('\n').includes(secret));
    await person.leaves();
  });

  it('gets a file with the same bytes', async () => {
    const person = await aliceAt(await overlaid(), sampleIds.quarterlyReport);
    const file = await downloads(person, sampleIds.quarterlyReport);
    assert.ok(file.length > 1000);
    assert.deepEqual(file, storedFile(sampleIds.quarterlyReport));
    await person.leaves();
  });

  it('finds the settings given for it', async () => {
    const conf = {
      'nuxeo.office.online.productName': 'Büro “Süd”',
      'nuxeo.office.online.target': 'tab',
    };
    const person = await aliceAt(await overlaid(conf), sampleIds.budget);
    const tab = await person.opensTab(() => person.action('Edit in Büro “Süd”').click());
    await tab.seesEditor();
    assert.equal(await person.editor.count(), 0);
    await person.leaves();
  });

  it('keeps the settings that the server has beside those', async () => {
    stage.standIn.config['officeOnline.productName'] = 'The Server’s Office';
    stage.standIn.config['officeOnline.target'] = 'window';
    const person = await aliceAt(await overlaid({ 'nuxeo.office.online.target': 'page' }), sampleIds.budget);
    await person.action('Edit in The Server’s Office').click();
    await person.seesEditor();
    await person.leaves();
  });

  it('comes to the sign-in page at the proxy’s address when her session is over', async () => {
    const proxy = await overlaid();
    const person = await aliceAt(proxy, sampleIds.budget);
    stage.standIn.nuxeo.endSessions();
    await person.page.reload();
    await person.page.locator('input[name=user_password]').waitFor();
    assert.equal(originOf(person.page.url()), originOf(proxy.url));
    await person.leaves();
  });

  it('reads the plugin’s messages among the server’s', async () => {
    const proxy = await overlaid();
    const person = await aliceAt(proxy, sampleIds.budget);
    const messages = async (base: string): Promise<Record<string, string>> =>
      (await (await person.page.request.get(`${base}i18n/messages.json`)).json()) as Record<string, string>;
    const servers = await messages(stage.standIn.url);
    assert.equal(servers['officeOnline.close'], undefined);
    const together = await messages(proxy.url);
    assert.equal(together['officeOnline.close'], 'Close');
    for (const [key, text] of Object.entries(servers)) assert.equal(together[key], text);
    await person.leaves();
  });
});

/** Waits until the row is that of the document as it is now, and has what its button downloads. */
async function downloads(person: Person, id: string): Promise<Buffer> {
  const { repository } = stage.standIn.nuxeo;
  await person
    .row()
    .locator(`a[href*="changeToken=${changeTokenOf(repository.get(id))}"]`)
    .waitFor();
  const started = person.page.waitForEvent('download');
  await person.row().locator('nuxeo-download-button .action').click();
  const download = await started;
  assert.equal(originOf(download.url()), originOf(person.page.url()));
  return readFile(await download.path());
}
