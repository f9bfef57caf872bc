import type { DocumentAddress } from '../address/route.js';
import { failureOfRequest } from '../failure.js';

/** What we use of the shared `nuxeo` client (the npm package `nuxeo`, one instance a page). */
export interface NuxeoClient {
  _baseURL: string;
  user?: unknown;
  http(options: Record<string, unknown>): Promise<Response>;
  users(): { fetch(userName: string): Promise<unknown> };
  repository(name: string, options: Record<string, unknown>): { fetch(id: string): Promise<unknown> };
}

/** What a request answers. @throws Failure in the place of what the client or the browser throws */
export const answerOf = <Answer>(request: Promise<Answer>): Promise<Answer> =>
  request.catch((error: unknown) => {
    throw failureOfRequest(error);
  });

/**
 * The client that the whole page shares, connected, with the user's session.
 * @throws Failure, when the server can't be reached or the session is over
 */
export async function connect(): Promise<NuxeoClient> {
  const connection = document.createElement('nuxeo-connection') as HTMLElement & {
    client: NuxeoClient;
    connect(): Promise<unknown>;
  };
  await answerOf(connection.connect());
  return connection.client;
}

/**
 * Loads a document with all that decides what is on offer: permissions, lock and the blobs' `wopi`.
 * @throws Failure
 */
export async function fetchDocument(
  client: NuxeoClient,
  { repository, documentId }: DocumentAddress,
): Promise<unknown> {
  const documents = client.repository(repository, {
    schemas: ['*'],
    enrichers: { document: ['permissions'], blob: ['wopi'] },
    fetchProperties: { document: ['lock'] },
  });
  return answerOf(documents.fetch(documentId));
}
