import express, { type Express, type RequestHandler } from 'express';
import { DiscoverySource, editorOrigins } from './discovery.js';
import { downloads } from './download.js';
import type { Faults } from './faults.js';
import { launchPage } from './launch.js';
import { Parts, type Convert } from './parts.js';
import { Repository } from './repository.js';
import { type LoggedRequest, logRequests } from './request-log.js';
import { restApi } from './rest.js';
import { addSampleDocuments } from './sample-documents.js';
import { readCookies, SignIn } from './sign-in.js';
import { Tokens } from './tokens.js';
import { wopiHost } from './wopi-host.js';

export { Blob } from './blob.js';
export { type Document, newDocument } from './document.js';
export type { Fault, Faults } from './faults.js';
export type { Repository } from './repository.js';
export type { LoggedRequest } from './request-log.js';
export { addTemplates, sampleIds } from './sample-documents.js';
export { users } from './users.js';

/** How a stand-in for Nuxeo Server is set up. */
export interface NuxeoOptions {
  /** Where the WOPI client's discovery is, fetched when it is first needed; '' turns WOPI off. */
  discoveryUrl: string;
  /** Where the WOPI client finds this server, if not where the browser does: `http://host.docker.internal:8080`. */
  wopiHost?: string;
  /** seconds an access token lives, 3600 unless told */
  tokenTtl?: number;
  /** ms a WOPI lock lives when it is not refreshed, 30 minutes unless told */
  lockTtl?: number;
  /** Converts a file's bytes, both formats by their extensions; without it, this server has no converter. */
  convert?: Convert;
  /** gets a line for each call of the WOPI client */
  logWopi?: (line: string) => void;
}

/** A stand-in for Nuxeo Server with the addon nuxeo-wopi, as docs/host.md has it. */
export interface Nuxeo {
  /** Routes below `/nuxeo`, which it has in its paths: `server.use(nuxeo.app)`. `/nuxeo/ui/` is left free. */
  readonly app: Express;
  /** For pages below `/nuxeo/ui/`: sends those who are not signed in to the login page. */
  readonly requireSignIn: RequestHandler[];
  /** documents, blobs, locks */
  readonly repository: Repository;
  /** what goes wrong */
  readonly faults: Faults;
  /** what a `CheckFileInfoUpdater` adds to CheckFileInfo; empty on the stock server */
  readonly checkFileInfo: Record<string, unknown>;
  /** the requests so far, the latest last; may be emptied */
  readonly requests: LoggedRequest[];
  /** Where the editors are that the discovery lists; nowhere while it can't be had. */
  editorOrigins(): Promise<string[]>;
  /** Ends every session: "Nuxeo session over". */
  endSessions(): void;
  /** Ends every session; nothing else of it runs by itself. */
  stop(): void;
}

/** Makes a stand-in with the sample documents in it. @throws Error when a sample file is missing */
export function createNuxeo(options: NuxeoOptions): Nuxeo {
  const repository = new Repository(options.lockTtl ?? 30 * 60 * 1000);
  addSampleDocuments(repository);
  const faults: Faults = {};
  const requests: LoggedRequest[] = [];
  const signIn = new SignIn();
  const now = (): number => Date.now() + (faults.clockAhead ?? 0);
  const tokens = new Tokens(options.tokenTtl ?? 3600, now);
  const discovery = new DiscoverySource(options.discoveryUrl, faults);
  const parts = new Parts(repository, signIn, tokens, discovery, faults, options.wopiHost, options.convert);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_request, response, next) => {
    response.set('Date', new Date(now()).toUTCString());
    next();
  });
  app.use('/nuxeo', readCookies, logRequests(requests, signIn), signIn.router());
  app.use('/nuxeo', restApi(parts), downloads(parts), launchPage(parts), wopiHost(parts, options.logWopi));
  app.get('/nuxeo', (_request, response) => response.redirect('/nuxeo/ui/'));

  return {
    app,
    requireSignIn: [readCookies, signIn.requireSignIn],
    repository,
    faults,
    checkFileInfo: parts.checkFileInfo,
    requests,
    editorOrigins: async () => [
      ...editorOrigins(await discovery.get()),
      ...(faults.editorOrigin === undefined ? [] : [faults.editorOrigin]),
    ],
    endSessions: () => signIn.endSessions(),
    stop: () => signIn.endSessions(),
  };
}
