import type { Route } from '../address/route.js';

/** What we use of the shared `nuxeo` client (the npm package `nuxeo`, one instance a page). */
export interface NuxeoClient {
  _baseURL: string;
  user?: unknown;
  http(options: Record<string, unknown>): Promise<Response>;
  repository(name: string, options: Record<string, unknown>): { fetch(id: string): Promise<unknown> };
}

/**
 * The client that the whole page shares, connected, with the user's session.
 * @throws what the client throws, when the server can't be reached or the session is over
 */
export async function connect(): Promise<NuxeoClient> {
  const connection = document.createElement('nuxeo-connection') as HTMLElement & {
    client: NuxeoClient;
    connect(): Promise<unknown>;
  };
  await connection.connect();
  return connection.client;
}

/**
 * Loads a document with all that decides what is on offer: permissions, lock and the blobs' `wopi`.
 * @throws the client's error, with `response` when the server answered
 */
export async function fetchDocument(
  client: NuxeoClient,
  { repository, documentId }: Pick<Route, 'repository' | 'documentId'>,
): Promise<unknown> {
  return client
    .repository(repository, {
      schemas: ['*'],
      enrichers: { document: ['permissions'], blob: ['wopi'] },
      fetchProperties: { document: ['lock'] },
    })
    .fetch(documentId);
}
