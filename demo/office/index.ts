import { fileURLToPath } from 'node:url';
import express, { type Express, type Request } from 'express';
import { writeDiscovery } from './discovery.js';
import { browserCode } from './browser-code.js';
import { type ClientKind } from './apps.js';
import { Conversions } from './conversions.js';
import { editorPages } from './editor-pages.js';
import { Engine } from './engine.js';
import type { OfficeFaults } from './faults.js';
import { OpenFiles } from './open-files.js';
import { iconOf } from './page.js';
import { ProofKeys } from './proof-keys.js';
import { sessions } from './sessions.js';
import { dialectOf } from './shared/dialects.js';

export { type ClientKind, clientKinds } from './apps.js';
export type { OfficeFaults } from './faults.js';

/** How a stand-in for an Office editor is set up. */
export interface OfficeOptions {
  /** what kind of WOPI client it stands in for, Microsoft's unless told */
  client?: ClientKind;
  /** by which the times between auto-saves are divided, 1 unless told */
  autoSaveFactor?: number;
}

/** A stand-in for an Office editor: a WOPI client of its own origin. */
export interface Office {
  readonly app: Express;
  /** what goes wrong */
  readonly faults: OfficeFaults;
  /** Converts a file's bytes, both formats by their extensions. @throws Error */
  convert(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array>;
  /** Ends every session as the editor's own server does, which tells the pages why. */
  close(reason: string): Promise<void>;
  /** Ends the process that has the documents, as in a crash: another is started, and what was not saved is gone. */
  crash(): Promise<void>;
  /** Forgets every session, as if the process were killed. */
  vanish(): void;
  /** Ends every session: saves what is unsaved, and unlocks. */
  stop(): Promise<void>;
}

const pageStyle = fileURLToPath(new URL('page.css', import.meta.url));

/** Makes a stand-in for an Office editor, with proof keys of its own. */
export function createOffice(options: OfficeOptions = {}): Office {
  const keys = new ProofKeys();
  const engine = new Engine();
  const faults: OfficeFaults = {};
  const { client = 'microsoft', autoSaveFactor = 1 } = options;
  const dialect = dialectOf(client);
  const files = new OpenFiles({ engine, speed: autoSaveFactor, faults, dialect });
  const conversions = new Conversions(engine);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.get('/hosting/discovery', (request, response) => {
    response.type('xml').send(writeDiscovery(originOf(request), keys, client));
  });
  app.get('/page.css', (_request, response) => response.sendFile(pageStyle));
  app.get('/favicon/:app.svg', (request, response) => {
    const icon = iconOf(request.params.app);
    if (icon === undefined) response.sendStatus(404);
    else response.type('svg').send(icon);
  });
  app.use('/code', browserCode());
  app.get('/session/:id/content', (_request, response, next) => {
    if (faults.loadFails) response.sendStatus(500);
    else next();
  });
  app.use('/session', sessions(files));
  app.use('/conversion', conversions.routes());
  app.use(editorPages({ files, conversions, keys, client, speed: autoSaveFactor, faults }));
  return {
    app,
    faults,
    convert: (bytes, from, to) => engine.convert(bytes, from, to),
    close: (reason) => files.close(reason),
    crash: () => files.crash(),
    vanish: () => files.vanish(),
    async stop() {
      await files.stop();
      // Some may wait for their people to come back with another token.
      files.vanish();
      engine.stop();
    },
  };
}

function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}
