import { valueAt } from '../address/xpath.js';
import { isRecord, stringOf } from '../narrow.js';
import { answerOf, connect } from '../web-ui/connection.js';

/** An Office file to check with. */
export interface SampleFile {
  name: string;
  extension: string;
  /** What follows the action in the address of its launch page. */
  path: string;
  /** Its launch pages by action, as the enricher `wopi` tells them; none where it does not. */
  launchUrls: Record<string, unknown>;
}

/** What was found, and by how many ms this machine's clock is ahead of the server's; not a number where that is not said. */
export interface Samples {
  files: SampleFile[];
  clockAhead: number;
}

/** What is looked for, with the names of the applications. */
export const KINDS = { docx: 'Word', xlsx: 'Excel', pptx: 'PowerPoint' };

async function ask(path: string): Promise<{ body: unknown; clockAhead: number }> {
  const client = await connect();
  const response = await answerOf(
    client.http({
      method: 'GET',
      url: `${client._baseURL.replace(/\/$/, '')}/api/v1/${path}`,
      headers: { properties: '*', 'enrichers-blob': 'wopi', 'Cache-Control': 'no-cache' },
      resolveWithFullResponse: true,
    }),
  );
  const clockAhead = Date.now() - Date.parse(response.headers.get('date') ?? '');
  return { body: await answerOf(response.json()), clockAhead };
}

/** One file of each kind that the person may read, or the Office files of the document they name. @throws Failure */
export async function findSamples(named: string): Promise<Samples> {
  const extensions = Object.keys(KINDS);
  const answers = await Promise.all(
    named ? [ask(placeOf(named))] : extensions.map((each) => ask(queryFor(each))),
  );
  const files = answers.flatMap(({ body }) => {
    const entries: unknown = isRecord(body) && (body.entries ?? [body]);
    const found = Array.isArray(entries) ? entries.flatMap(filesOf) : [];
    return extensions.flatMap((each) => found.find(({ extension }) => extension === each) ?? []);
  });
  return { files, clockAhead: answers[0]?.clockAhead ?? NaN };
}

/** A query changes nothing; it goes to the database, for the index finds nothing by `ILIKE` (docs/host.md "Queries"). */
const queryFor = (extension: string): string => {
  const query =
    `SELECT * FROM Document WHERE ecm:mixinType != 'HiddenInNavigation' AND ecm:isVersion = 0` +
    ` AND ecm:isTrashed = 0 AND file:content/name ILIKE '%.${extension}'`;
  return `search/pp/nxql_search/execute?pageSize=20&queryParams=${encodeURIComponent(query)}`;
};

/** Where the REST API has a document that is named by its path, its id or the address of its page. */
function placeOf(named: string): string {
  const [, page, rest] = /#!\/(doc|browse)\/([^?]+)/.exec(named) ?? [];
  const place = (rest ?? encodeURI(named)).replace(/\/$/, '');
  if (page === 'browse') return `path/${place}`;
  // The page of a document may have the name of its repository before the id.
  return place.startsWith('/') ? `path${place}` : `id/${place.replace(/.*\//, '')}`;
}

/** The main file of a document, and its first attachment; an empty one can't be viewed. */
function filesOf(document: unknown): SampleFile[] {
  if (!isRecord(document)) return [];
  return ['file:content', 'files:files/0/file'].flatMap((xpath) => {
    const blob = valueAt(document.properties, xpath);
    if (!isRecord(blob) || Number(blob.length) === 0) return [];
    const name = stringOf(blob.name);
    return {
      name,
      extension: name.slice(name.lastIndexOf('.') + 1).toLowerCase(),
      path: `${stringOf(document.repository) || 'default'}/${stringOf(document.uid)}/${xpath}`,
      launchUrls: isRecord(blob.wopi) ? blob.wopi : {},
    };
  });
}
