import type { DocumentAddress } from '../address/route.js';
import { valueAt } from '../address/xpath.js';
import { failureOfRequest } from '../failure.js';
import { isRecord, stringOf } from '../narrow.js';
import { connect, documentsOf, type Documents, type NuxeoClient } from '../web-ui/connection.js';
import { documentNameFor, extensionOf, fileNameFor } from './file-name.js';
import { KINDS, type Kind } from './kinds.js';
import { NotMade, notMade } from './not-made.js';
import type { Template } from './templates.js';

/** What a new document begins with. */
export type Source = Kind | Template;

/** What is to be made, and where. */
export interface Order {
  repository: string;
  /** The folder's path. One that went to the trash has another, so nothing is made in the trash. */
  parentPath: string;
  source: Source;
  title: string;
  /** The document's type. */
  type: string;
}

type Made = Record<string, unknown>;

/**
 * Makes a document whose main file is an Office file with the title's name. The file is empty where the WOPI client fills
 * such files itself (`editnew`), else a blank one or the template's.
 * @returns the document, as `fetchDocument` has it
 * @throws NotMade
 */
export async function makeDocument(order: Order): Promise<Made> {
  const { repository, parentPath, source, title, type } = order;
  const client = await connect().catch((error: unknown) => {
    throw notMade(error);
  });
  const documents = documentsOf(client, repository);
  const answer = await documents
    .create(
      parentPath,
      {
        type,
        name: documentNameFor(title),
        properties: { 'dc:title': title, 'file:content': firstContent(source, fileNameOf(order)) },
      },
      // Listings are answered from the index: it has the document before the person can come back to its folder.
      { headers: { nx_es_sync: 'true' } },
    )
    .catch((error: unknown) => {
      const reason = notMade(error);
      throw isTemplate(source) && isBadRequest(error) ? new NotMade('no-template', reason.failure) : reason;
    });
  const made = asDocument(answer);
  try {
    return await complete(client, documents, made, order);
  } catch (error) {
    throw await takeAway(documents, { repository, documentId: stringOf(made.uid) }, error);
  }
}

const isTemplate = (source: Source): source is Template => typeof source !== 'string';

/** How Nuxeo refuses the address of a blob that is not there, or that the user may not read. */
const isBadRequest = (error: unknown): boolean =>
  (error as { response?: { status?: unknown } }).response?.status === 400;

const fileNameOf = ({ source, title }: Order): string =>
  fileNameFor(title, isTemplate(source) ? extensionOf(source.fileName) : KINDS[source].extension);

/** A file as it is made with the document (docs/host.md "New documents"): a template's content is taken by its address. */
const firstContent = (source: Source, name: string): object =>
  isTemplate(source)
    ? { name, data: source.download }
    : { name, 'mime-type': KINDS[source].mimeType, data: '' };

/** Puts into the document what could not be made with it. @throws of a request, or NotMade */
async function complete(client: NuxeoClient, documents: Documents, made: Made, order: Order): Promise<Made> {
  const { source } = order;
  const uid = stringOf(made.uid);
  const name = fileNameOf(order);
  const blob = valueAt(made.properties, 'file:content');
  if (!isRecord(blob)) throw new NotMade(isTemplate(source) ? 'no-template' : 'no-file');
  if (isTemplate(source)) {
    if (blob.name === name) return made;
    // The copy has the template's name.
    const operation = client
      .operation('Document.SetBlobName')
      .input(uid)
      .params({ name, xpath: 'file:content' });
    await operation.execute({ repositoryName: order.repository });
    return asDocument(await documents.fetch(uid));
  }
  if (isRecord(blob.wopi) && stringOf(blob.wopi.editnew)) return made;
  const content = await upload(client, name, source);
  return asDocument(await documents.update({ uid, properties: { 'file:content': content } }));
}

/** A document from an answer; one without an id is not known to have been made. */
function asDocument(answer: unknown): Made {
  if (isRecord(answer) && stringOf(answer.uid)) return answer;
  throw new NotMade('unknown');
}

/** Brings a blank file to the server. @returns what stands for it in a document */
async function upload(client: NuxeoClient, name: string, kind: Kind): Promise<object> {
  const { blank, mimeType } = KINDS[kind];
  const response = await fetch(blank());
  if (!response.ok) throw new NotMade('refused', failureOfRequest({ response }));
  const url = `${client._baseURL.replace(/\/$/, '')}/api/v1/upload`;
  const batch = await client.http({ method: 'POST', url });
  const batchId = isRecord(batch) ? stringOf(batch.batchId) : '';
  await client.http({
    method: 'POST',
    url: `${url}/${batchId}/0`,
    json: false,
    headers: {
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(name),
      'X-File-Type': mimeType,
    },
    body: await response.blob(),
  });
  return { 'upload-batch': batchId, 'upload-fileId': '0' };
}

/** Takes a document away that is not what was asked for. @returns what is to be told */
async function takeAway(documents: Documents, made: DocumentAddress, error: unknown): Promise<NotMade> {
  const reason = notMade(error);
  try {
    await documents.delete(made.documentId);
    // The document is gone again, whatever is known of the request that failed.
    return reason.problem === 'unknown' ? new NotMade('refused', reason.failure) : reason;
  } catch {
    return new NotMade('half', reason.failure, made);
  }
}
