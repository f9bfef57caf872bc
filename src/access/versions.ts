import type { DocumentAddress } from '../address/route.js';
import { isRecord, stringOf } from '../narrow.js';
import { answerOf, connect } from '../web-ui/connection.js';

/** A version of a document. */
export interface Version {
  documentId: string;
  /** `1.1` */
  label: string;
  /** When it was made; `undefined` where the server does not say. */
  made?: Date;
  /** User name of who changed the document last before it was made. */
  author: string;
}

/** More are not shown. */
const MOST = 100;

function versionOf(entry: unknown): Version[] {
  if (!isRecord(entry) || !isRecord(entry.properties)) return [];
  const { properties } = entry;
  const [major, minor] = [properties['uid:major_version'], properties['uid:minor_version']];
  const made = new Date(stringOf(properties['dc:modified']));
  const author = properties['dc:lastContributor'];
  return [
    {
      documentId: stringOf(entry.uid),
      label: `${Number(major)}.${Number(minor)}`,
      made: Number.isNaN(made.getTime()) ? undefined : made,
      author: isRecord(author) ? stringOf(author.id) : stringOf(author),
    },
  ];
}

/** The versions of a document, the newest first (docs/host.md "Saves and versions"). @throws Failure */
export async function fetchVersions({ repository, documentId }: DocumentAddress): Promise<Version[]> {
  const client = await connect();
  const documents = client.repository(repository, { schemas: ['dublincore', 'uid'] });
  const answer = await answerOf(
    documents.query({
      pageProvider: 'nxql_search',
      queryParams:
        `SELECT * FROM Document WHERE ecm:versionVersionableId = '${documentId.replace(/[^\w-]/g, '')}'` +
        ' AND ecm:isVersion = 1 ORDER BY uid:major_version DESC, uid:minor_version DESC',
      pageSize: MOST,
    }),
  );
  return (isRecord(answer) && Array.isArray(answer.entries) ? answer.entries : []).flatMap(versionOf);
}

/** Makes the document what it was in a version. @throws Failure */
export async function restoreVersion(repository: string, { documentId }: Version): Promise<void> {
  const client = await connect();
  const operation = client.operation('Document.RestoreVersion').input(documentId).params({ checkout: true });
  await answerOf(operation.execute({ repositoryName: repository }));
}
