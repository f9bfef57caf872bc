import assert from 'node:assert/strict';
import { addTemplates, sampleIds } from '../../demo/nuxeo/index.js';
import { type DocumentsJson, RestClient } from './rest-client.js';
import { WopiClient } from './wopi-client.js';

/** What the plugin asks for the templates. */
const TEMPLATES =
  "SELECT * FROM Document WHERE ecm:path STARTSWITH '/default-domain/templates' AND ecm:isTrashed = 0 " +
  "AND ecm:isVersion = 0 AND ecm:mixinType != 'HiddenInNavigation' " +
  "AND (file:content/name ILIKE '%.docx' OR file:content/name ILIKE '%.xlsx')";

let client: WopiClient;
let alice: RestClient;
let dora: RestClient;

before(async () => {
  client = await WopiClient.start();
  [alice, dora] = [new RestClient(client, 'alice'), new RestClient(client, 'dora')];
});
after(() => client.stop());

/** Asks the database, as Web UI's own path suggestion does. */
const ask = (query: string, more: Record<string, string> = {}, person = alice) =>
  person.get<DocumentsJson & { message: string }>(
    `search/pp/nxql_search/execute?${new URLSearchParams({ queryParams: query, ...more })}`,
  );

/** Asks the index. */
const askIndex = (query: string) =>
  alice.get<DocumentsJson & { message: string }>(
    `search/lang/NXQL/execute?${new URLSearchParams({ query })}`,
  );

const titles = async (answer: ReturnType<typeof ask>): Promise<string[]> =>
  (await answer).json.entries.map(({ title }) => title);

describe('a query', () => {
  it('finds the templates that a person may read, sorted', async () => {
    const sorted = `${TEMPLATES} ORDER BY dc:title`;
    assert.deepEqual(await titles(ask(sorted)), ['Business letter', 'Travel expenses']);
    assert.deepEqual(await titles(ask(`${sorted} DESC`)), ['Travel expenses', 'Business letter']);
    assert.deepEqual(await titles(ask(sorted, {}, dora)), [
      'Business letter',
      'Minutes of the board',
      'Travel expenses',
    ]);
  });

  it('is answered in pages', async () => {
    const added = addTemplates(client.nuxeo.repository, 30);
    const page = { pageSize: '12', currentPageIndex: '2' };
    const first = await ask(`${TEMPLATES} ORDER BY dc:title`, { pageSize: '12' });
    const last = await ask(`${TEMPLATES} ORDER BY dc:title`, page);
    for (const { id } of added) client.nuxeo.repository.documents.delete(id);
    const told = ({ json }: typeof first) => [
      json.resultsCount,
      json.currentPageIndex,
      json.entries.length,
      json.isNextPageAvailable,
    ];
    assert.deepEqual(
      [told(first), told(last)],
      [
        [32, 0, 12, true],
        [32, 2, 8, false],
      ],
    );
  });

  it('finds a title whatever its case, with the signs of patterns and quotes as they are', async () => {
    const search = (pattern: string) => ask(`${TEMPLATES} AND dc:title ILIKE '${pattern}'`);
    assert.deepEqual(await titles(search('%BUSINESS%')), ['Business letter']);
    assert.deepEqual(await titles(search('%\\%%')), []);
    const { repository } = client.nuxeo;
    const letter = repository.get(sampleIds.letterTemplate);
    letter.properties['dc:title'] = "50%_it's \\";
    assert.deepEqual(await titles(search("%\\%\\_it\\'s \\\\\\\\")), ["50%_it's \\"]);
    letter.properties['dc:title'] = 'Business letter';
  });

  it('leaves out the trash and versions, and tells case apart with LIKE', async () => {
    const { repository } = client.nuxeo;
    const below = "ecm:path STARTSWITH '/default-domain/workspaces/ws'";
    const all = await ask(`SELECT * FROM File WHERE ${below}`);
    const shown = await ask(`SELECT * FROM File WHERE ${below} AND ecm:isTrashed = 0 AND ecm:isVersion = 0`);
    assert.equal(all.json.resultsCount - shown.json.resultsCount, 2);
    assert.ok(repository.get(sampleIds.discardedPlan).isTrashed);
    assert.deepEqual(await titles(ask(`SELECT * FROM File WHERE content/name LIKE '%.DOCX'`)), []);
  });

  it('finds the folders that Web UI’s path suggestion offers', async () => {
    const query =
      `SELECT * FROM Document WHERE ecm:parentId = '${sampleIds.domain}' AND ecm:mixinType = 'Folderish' ` +
      `AND ecm:mixinType != 'HiddenInNavigation' AND ecm:isVersion = 0 AND ecm:isTrashed = 0 ` +
      `AND ecm:name LIKE 'work%'`;
    assert.deepEqual(await titles(ask(query)), ['Workspaces']);
  });

  it('by the index finds nothing regardless of case, and the main file by its prefixed name alone', async () => {
    const where = (condition: string) => titles(askIndex(`SELECT * FROM File WHERE ${condition}`));
    assert.deepEqual(await where("dc:title ILIKE 'budget'"), []);
    assert.deepEqual(await where("content/name LIKE 'Budget.xlsx'"), []);
    assert.deepEqual(await where("file:content/name LIKE 'Budget.xls%'"), ['Budget']);
  });

  it('is refused where a part of it is not known', async () => {
    const refused = async (query: string) => (await ask(query)).status;
    for (const query of [
      '',
      'SELECT dc:title FROM Document',
      'SELECT * FROM Memo',
      "SELECT * FROM Document WHERE ecm:fulltext = 'a'",
      "SELECT * FROM Document WHERE acme:number = '1'",
      "SELECT * FROM Document WHERE dc:title = 'a",
      "SELECT * FROM Document WHERE dc:title STARTSWITH 'a'",
      "SELECT * FROM Document WHERE (dc:title = 'a'",
      'SELECT * FROM Document ORDER BY',
      'SELECT * FROM Document LIMIT 3',
    ]) {
      assert.equal(await refused(query), 400, query);
    }
    assert.equal((await askIndex("SELECT * FROM Document WHERE dc:title BETWEEN 'a' AND 'b'")).status, 400);
    assert.equal((await alice.get('search/lang/SQL/execute?query=SELECT')).status, 400);
  });

  it('goes wrong when a test switches that on', async () => {
    client.nuxeo.faults.search = { status: 500 };
    assert.equal((await ask(TEMPLATES)).status, 500);
    delete client.nuxeo.faults.search;
    assert.equal((await ask(TEMPLATES)).status, 200);
  });
});
