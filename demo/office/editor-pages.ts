import express, { type Request, type Router } from 'express';
import { extensionOf } from '../file-types.js';
import { answerErrors, HttpError } from '../nuxeo/http-error.js';
import { member } from '../nuxeo/json.js';
import { type ClientKind, type Door, doorsOf, findDoors } from './apps.js';
import type { Conversions } from './conversions.js';
import type { OfficeFaults } from './faults.js';
import { hostLinkOf } from './host-link.js';
import { editors } from './editors.js';
import type { OpenFiles } from './open-files.js';
import { conversionPage, editorPage, refusalPage } from './page.js';
import { dialectOf } from './shared/dialects.js';
import type { ProofKeys } from './proof-keys.js';
import { type FileInfo, WopiError, WopiFile } from './wopi-file.js';

/** What the pages need: where files are opened and converted, and what calls are signed with. */
interface Works {
  readonly files: OpenFiles;
  readonly conversions: Conversions;
  readonly keys: ProofKeys;
  readonly client: ClientKind;
  readonly faults: OfficeFaults;
}

/** The pages that a host posts its form to: each opens a file in an editor, or says why it can't. */
export function editorPages(works: Works): Router {
  const router = express.Router();
  const allDoors = doorsOf(works.client);
  router.use((request, response, next) => {
    const { pathname, searchParams } = new URL(request.originalUrl, 'http://office');
    const doors = findDoors(allDoors, pathname, searchParams);
    response.locals.doors = doors;
    response.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': contentSecurityPolicy });
    next(doors.length > 0 ? undefined : 'router');
  });
  router.post('/{*path}', express.urlencoded({ extended: false }), async (request, response) => {
    if (works.faults.hang) return;
    response.send(await openPage(works, response.locals.doors as Door[], request));
  });
  router.use(() => {
    throw new HttpError(
      400,
      'It was opened without an access token. Open it from the document it belongs to.',
    );
  });
  router.use((error: unknown, _request: Request, _response: express.Response, next: express.NextFunction) => {
    next(error instanceof WopiError ? new HttpError(error.status || 502, error.message) : error);
  });
  router.use(
    answerErrors(({ message }, response) => {
      const [door] = response.locals.doors as Door[];
      response.type('html').send(refusalPage(door?.app ?? 'Word', message, languageOf(response.req)));
    }),
  );
  return router;
}

/** Nothing but its own code; editors lay out with inline styles and show images they have in memory. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** @throws HttpError, WopiError */
async function openPage(works: Works, doors: readonly Door[], request: Request): Promise<string> {
  const { files, conversions, keys, client } = works;
  const source = sourceOf(request);
  const token = member(request.body, 'access_token');
  if (typeof token !== 'string' || token === '') throw new HttpError(400, 'The access token is missing.');

  const wopi = new WopiFile(source, token, keys);
  const info = await wopi.checkFileInfo();
  const extension = extensionOf(info.name);
  const editor = editors[extension];
  const door = doors.find(({ extensions }) => extensions.includes(extension));
  if (!editor || !door) throw new HttpError(415, `Files named .${extension} can’t be opened here.`);
  const { app, target } = door;
  const action = dialectOf(client) ? collaboraAction(door, request, info) : door.action;
  if (info.size === 0 && action !== 'editnew') throw new HttpError(422, 'The file is empty.');
  if (info.size === 0 && !info.canWrite)
    throw new HttpError(403, 'The file is empty, and you can’t change it.');
  if (action === 'convert') {
    if (!target || !info.canWrite) throw new HttpError(403, 'You can read this file, but not convert it.');
    const conversion = conversions.start(wopi, { from: extension, to: target });
    return conversionPage(app, info, conversion, languageOf(request));
  }
  const participant = await files.open(source, editor, { wopi, info, action });
  const link = hostLinkOf(client, participant, request);
  return editorPage(app, editor.name, participant, link, languageOf(request));
}

/** Collabora has one address for everything: what is asked for stands in the query, and an empty file is a new one. */
function collaboraAction({ action }: Door, { query }: Request, { size, canWrite }: FileInfo): Door['action'] {
  if (query.permission === 'readonly' || !canWrite) return 'view';
  return action === 'edit' && size === 0 ? 'editnew' : action;
}

/** The file's address. A stand-in calls nobody but a WOPI host on its own machine. @throws HttpError 400 */
function sourceOf(request: Request): string {
  const source = request.query.WOPISrc;
  const url = typeof source === 'string' && URL.canParse(source) ? new URL(source) : undefined;
  if (!url) throw new HttpError(400, 'WOPISrc, the file’s address, is missing.');
  const isWopi = url.protocol === 'http:' && /\/wopi\/files\/[^/]+$/.test(url.pathname) && !url.search;
  if (!isWopi || !['localhost', '127.0.0.1'].includes(url.hostname)) {
    throw new HttpError(400, 'WOPISrc is not the address of a file on this machine.');
  }
  return url.href;
}

function languageOf(request: Request): string {
  const { ui, lang } = request.query;
  const language = lang ?? ui;
  return typeof language === 'string' ? language : 'en';
}
