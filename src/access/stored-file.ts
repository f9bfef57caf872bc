import type { DocumentAddress, Route } from '../address/route.js';
import { Failure, failureOfRequest } from '../failure.js';
import { answerOf, connect, type NuxeoClient } from '../web-ui/connection.js';

type File = Omit<Route, 'action'>;

/** The address of what Nuxeo has stored of a file (docs/host.md "Stored files"). */
function addressOf({ _baseURL }: NuxeoClient, { repository, documentId, xpath }: File): string {
  const path = ['api/v1/repo', repository, 'id', documentId, '@blob', ...xpath.split('/')];
  return `${_baseURL.replace(/\/$/, '')}/${path.map((segment) => encodeURI(segment)).join('/')}`;
}

/**
 * What Nuxeo has stored of a file.
 * @param asPdf as a PDF that the server makes of it
 * @throws Failure, where the server has no converter for it too
 */
export async function fetchStored(file: File, asPdf: boolean): Promise<Blob> {
  const client = await connect();
  const response = await answerOf(
    client.http({
      method: 'GET',
      url: addressOf(client, file) + (asPdf ? '/@convert?format=pdf' : ''),
      json: false,
      resolveWithFullResponse: true,
    }),
  );
  // No Office file is HTML: the sign-in page is.
  if (response.headers.get('content-type')?.includes('html')) throw new Failure('session-expired');
  return answerOf(response.blob());
}

/** Keeps a document as Nuxeo has it now as a minor version. @throws Failure */
export async function createVersion({ repository, documentId }: DocumentAddress): Promise<void> {
  const client = await connect();
  await client
    .operation('Document.CreateVersion')
    .input(documentId)
    .params({ increment: 'Minor', saveDocument: true })
    .execute({ repositoryName: repository })
    .catch((error: unknown) => {
      throw failureOfRequest(error);
    });
}
