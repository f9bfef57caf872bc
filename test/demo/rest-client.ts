import type { WopiClient } from './wopi-client.js';

/** A document as REST answers it; what the tests look at. */
export interface DocumentJson {
  uid: string;
  path: string;
  type: string;
  title: string;
  facets: string[];
  properties: Record<string, unknown> & { 'file:content'?: BlobJson | null };
  contextParameters: {
    permissions: string[];
    subtypes: { type: string; facets: string[] }[];
    thumbnail: { url: string };
  };
}

/** A blob in it. */
export interface BlobJson {
  name: string;
  'mime-type': string;
  length: string;
  data: string;
  wopi?: Record<string, string>;
}

/** A page of documents. */
export interface DocumentsJson {
  resultsCount: number;
  pageSize: number;
  currentPageIndex: number;
  isNextPageAvailable: boolean;
  entries: DocumentJson[];
}

/** An answer: its status, and its JSON where it has some. */
export interface Answer<Json> {
  status: number;
  json: Json;
}

const everything = {
  properties: '*',
  'enrichers-blob': 'wopi',
  'enrichers-document': 'permissions,subtypes,thumbnail',
};

/** Somebody who calls the REST API of the client's server. */
export class RestClient {
  constructor(
    private readonly client: WopiClient,
    private readonly user: string,
  ) {}

  get<Json = DocumentJson>(path: string): Promise<Answer<Json>> {
    return this.call<Json>('GET', path);
  }

  post<Json = DocumentJson>(path: string, body: unknown): Promise<Answer<Json>> {
    return this.call<Json>('POST', path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  }

  /** Makes a document below the one at the address: `path/default-domain` or `id/…`. */
  creates(parent: string, document: object): Promise<Answer<DocumentJson & { message?: string }>> {
    return this.post(parent, { 'entity-type': 'document', ...document });
  }

  delete(path: string): Promise<Answer<unknown>> {
    return this.call('DELETE', path);
  }

  /** Uploads a file as the batch's first. @returns the batch's id */
  async uploads(name: string, mimeType: string, content: string): Promise<string> {
    const { json } = await this.post<{ batchId: string }>('upload', {});
    const headers = { 'X-File-Name': encodeURIComponent(name), 'X-File-Type': mimeType };
    await this.call('POST', `upload/${json.batchId}/0`, content, headers);
    return json.batchId;
  }

  async call<Json = unknown>(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Json>> {
    const authorization = `Basic ${btoa(`${this.user}:${this.user}`)}`;
    const response = await fetch(`${this.client.base}api/v1/${path}`, {
      method,
      headers: { authorization, connection: 'close', ...everything, ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { status: response.status, json: (text === '' ? undefined : JSON.parse(text)) as Json };
  }
}
