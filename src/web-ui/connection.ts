import type { DocumentAddress } from '../address/route.js';
import { failureOfRequest } from '../failure.js';

/** What we use of the shared `nuxeo` client (the npm package `nuxeo`, one instance a page). */
export interface NuxeoClient {
  _baseURL: string;
  user?: unknown;
  http(options: Record<string, unknown>): Promise<Response>;
  operation(name: string): Operation;
  users(): { fetch(userName: string): Promise<unknown> };
  repository(name: string, options: Record<string, unknown>): Documents;
  /** The default repository's. */
  repository(options: Record<string, unknown>): Documents;
}

/** A repository's documents, in the answers of which is what was asked for with them. */
export interface Documents {
  fetch(id: string): Promise<unknown>;
  create(
    parent: string,
    document: Record<string, unknown>,
    options: Record<string, unknown>,
  ): Promise<unknown>;
  update(document: Record<string, unknown>): Promise<unknown>;
  delete(id: string): Promise<unknown>;
  query(params: Record<string, unknown>): Promise<unknown>;
}

interface Operation {
  input(documentId: string): Operation;
  params(params: Record<string, unknown>): Operation;
  execute(options: { repositoryName: string }): Promise<unknown>;
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

/** Documents with all that decides what is on offer: permissions, lock and the blobs' `wopi`. */
export const documentsOf = (client: NuxeoClient, repository: string): Documents =>
  client.repository(repository, {
    schemas: ['*'],
    enrichers: { document: ['permissions'], blob: ['wopi'] },
    fetchProperties: { document: ['lock'] },
  });

/**
 * Loads a document with all that decides what is on offer.
 * @throws Failure
 */
export const fetchDocument = (
  client: NuxeoClient,
  { repository, documentId }: DocumentAddress,
): Promise<unknown> => answerOf(documentsOf(client, repository).fetch(documentId));
