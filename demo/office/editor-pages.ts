import express, { type Request, type Router } from 'express';
import { extensionOf } from '../file-types.js';
import { answerErrors, HttpError } from '../nuxeo/http-error.js';
import { member } from '../nuxeo/json.js';
import { type ClientKind, type Door, doorsOf, findDoors } from './apps.js';
import type { Conversions } from './conversions.js';
import type { OfficeFaults } from './faults.js';
import { checkPeople, hostLinkOf } from './host-link.js';
import { type Editor, editors } from './editors.js';
import type { OpenFiles } from './open-files.js';
import { conversionPage, editorPage, failurePage, refusalPage } from './page.js';
import { dialectOf } from './shared/dialects.js';
import type { ProofKeys } from './proof-keys.js';
import { type FileInfo, WopiError, WopiFile } from './wopi-file.js';

/** What the pages need: where files are opened and converted, and what calls are signed with. */
interface Works {
  readonly files: OpenFiles;
  readonly conversions: Conversions;
  readonly keys: ProofKeys;
  readonly client: ClientKind;
  /** by which times are divided */
  readonly speed: number;
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
    const open = dialectOf(works.client) ? openCollabora : openPage;
    response.send(await open(works, response.locals.doors as Door[], request));
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
  const { files, conversions } = works;
  const wopi = fileOf(works, request);
  const info = await wopi.checkFileInfo();
  checkPeople(info, request);
  const { extension, editor, door } = placeOf(info, doors);
  const { app, target, action } = door;
  if (info.size === 0 && action !== 'editnew') throw new HttpError(422, 'The file is empty.');
  if (info.size === 0 && !info.canWrite)
    throw new HttpError(403, 'The file is empty, and you can’t change it.');
  if (action === 'convert') {
    if (!target || !info.canWrite) throw new HttpError(403, 'You can read this file, but not convert it.');
    const conversion = conversions.start(wopi, { from: extension, to: target });
    return conversionPage(app, info, conversion, languageOf(request));
  }
  const participant = await files.open(wopi.source, editor, { wopi, info, action });
  const link = hostLinkOf(works.client, works.speed, participant, request);
  return editorPage(app, editor.name, participant, link, languageOf(request));
}

/**
 * Collabora's page comes whatever becomes of the file: what goes wrong, the page says to its host, or nobody does. It
 * has one address for everything; whether the person may edit stands in the query. @throws HttpError
 */
async function openCollabora(works: Works, doors: readonly Door[], request: Request): Promise<string> {
  const { files, client, speed } = works;
  const wopi = fileOf(works, request);
  const language = languageOf(request);
  try {
    const info = await wopi.checkFileInfo();
    const { editor, door } = placeOf(info, doors);
    const mayEdit = door.action === 'edit' && info.canWrite && request.query.permission !== 'readonly';
    const action = mayEdit ? 'edit' : 'view';
    const participant = await files.open(wopi.source, editor, { wopi, info, action });
    return editorPage(
      door.app,
      editor.name,
      participant,
      hostLinkOf(client, speed, participant, request),
      language,
    );
  } catch (error) {
    if (error instanceof HttpError) throw error;
    const failure = error instanceof WopiError ? error : new WopiError('Document', 0);
    return failurePage(doors[0]?.app ?? 'Word', client, failure, language);
  }
}

/** The file that is to be opened, with the token that was posted. @throws HttpError 400 */
function fileOf({ keys }: Works, request: Request): WopiFile {
  const source = sourceOf(request);
  const token = member(request.body, 'access_token');
  if (typeof token !== 'string' || token === '') throw new HttpError(400, 'The access token is missing.');
  return new WopiFile(source, token, keys);
}

/** What opens a file, and where. @throws HttpError 415 */
function placeOf(
  { name }: FileInfo,
  doors: readonly Door[],
): { extension: string; editor: Editor; door: Door } {
  const extension = extensionOf(name);
  const editor = editors[extension];
  const door = doors.find(({ extensions }) => extensions.includes(extension));
  if (!editor || !door) throw new HttpError(415, `Files named .${extension} can’t be opened here.`);
  return { extension, editor, door };
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
