import type { DocumentAddress } from '../address/route.js';
import { valueAt } from '../address/xpath.js';
import { isRecord, stringOf } from '../narrow.js';
import { applicationOf, type AppKind } from '../offer/applications.js';
import { answerOf, connect } from '../web-ui/connection.js';

/** An Office file that new documents can begin with: a document's main file. */
export interface Template extends DocumentAddress {
  title: string;
  /** The main file's name. */
  fileName: string;
  /** The main file's address, from which the server takes its content. */
  download: string;
  app: AppKind;
  /** Address of a small picture of it; empty for none. */
  thumbnail: string;
}

/** One page of what was found. */
export interface FoundTemplates {
  templates: Template[];
  /** How many there are in all pages; negative where the server does not count. */
  count: number;
  hasMore: boolean;
}

export const PAGE_SIZE = 12;

const EXTENSIONS = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'];

/** A text in NXQL; `%` and `_`, which stand for other characters in a pattern, stand for themselves. */
const literal = (text: string): string => text.replace(/[\\']/g, '\\$&');
const pattern = (text: string): string => literal(text.replace(/[\\%_]/g, '\\$&'));

function queryFor(path: string, words: string): string {
  const names = EXTENSIONS.map((extension) => `file:content/name ILIKE '%.${extension}'`);
  return [
    `SELECT * FROM Document WHERE ecm:path STARTSWITH '${literal(path)}'`,
    `ecm:mixinType != 'HiddenInNavigation'`,
    'ecm:isVersion = 0',
    'ecm:isTrashed = 0',
    `(${names.join(' OR ')})`,
    ...(words ? [`dc:title ILIKE '%${pattern(words)}%'`] : []),
  ].join(' AND ');
}

/** What a document has to have to be a template; `undefined` for others. */
export function templateOf(document: unknown): Template | undefined {
  if (!isRecord(document)) return undefined;
  const blob = valueAt(document.properties, 'file:content');
  const { name, data, wopi } = isRecord(blob) ? blob : {};
  const fileName = stringOf(name);
  const documentId = stringOf(document.uid);
  if (!documentId || !fileName || !stringOf(data)) return undefined;
  const { thumbnail } = isRecord(document.contextParameters) ? document.contextParameters : {};
  return {
    repository: stringOf(document.repository) || 'default',
    documentId,
    title: stringOf(document.title) || fileName,
    fileName,
    download: stringOf(data),
    app: applicationOf(isRecord(wopi) ? stringOf(wopi.appName) : '', fileName).app,
    thumbnail: isRecord(thumbnail) ? stringOf(thumbnail.url) : '',
  };
}

/**
 * Finds Office files below a path that the user may read, by title.
 * @param words what the title has in it; empty for all
 * @param page from 0 on
 * @throws Failure
 */
export async function findTemplates(path: string, words: string, page: number): Promise<FoundTemplates> {
  const client = await connect();
  const documents = client.repository({
    schemas: ['dublincore', 'file'],
    enrichers: { document: ['thumbnail'], blob: ['wopi'] },
  });
  const answer = await answerOf(
    documents.query({
      // The database's: the index, which other queries are answered from, finds nothing by `ILIKE` (docs/host.md "Queries").
      pageProvider: 'nxql_search',
      queryParams: `${queryFor(path, words)} ORDER BY dc:title`,
      pageSize: PAGE_SIZE,
      currentPageIndex: page,
    }),
  );
  const { entries, resultsCount, isNextPageAvailable } = isRecord(answer) ? answer : {};
  const templates = (Array.isArray(entries) ? entries : []).flatMap((entry) => templateOf(entry) ?? []);
  return {
    templates,
    count: typeof resultsCount === 'number' ? resultsCount : templates.length,
    hasMore: isNextPageAvailable === true,
  };
}
