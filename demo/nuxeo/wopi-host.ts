import express, { type Request, type Response, type Router } from 'express';
import { checkFileInfo } from './check-file-info.js';
import { goWrong } from './faults.js';
import { answerErrors, HttpError } from './http-error.js';
import type { Parts } from './parts.js';
import { openCall, type WopiCall } from './wopi-call.js';
import { getFile, getShareUrl, putFile, putRelativeFile, renameFile } from './wopi-files.js';
import { logWopiCalls } from './wopi-log.js';
import { getLock, lock, refreshLock, unlock } from './wopi-locking.js';

/** What the WOPI client calls, `site/wopi/files/…` (docs/host.md "WOPI host"); to be mounted at `/nuxeo`. @param log gets a line for each call */
export function wopiHost(parts: Parts, log?: (line: string) => void): Router {
  const router = express.Router();
  const file = '/site/wopi/files/:fileId';
  const body = express.raw({ type: () => true, limit: '100mb' });
  if (log) router.use(file, logWopiCalls(parts, log));
  router.use('/site/wopi', goWrong(parts.faults, 'wopi'));
  router.get(file, async (request, response) => {
    response.json(await checkFileInfo(parts, await openCall(parts, request), request));
  });
  router.get(`${file}/contents`, async (request, response) => {
    getFile(await openCall(parts, request), response);
  });
  router.post(file, body, async (request, response) => {
    operate(parts, await openCall(parts, request), request, response);
  });
  router.post(`${file}/contents`, goWrong(parts.faults, 'putFile'), body, async (request, response) => {
    const call = await openCall(parts, request);
    if (call.header('X-WOPI-Override') !== 'PUT') throw new HttpError(400, 'X-WOPI-Override must be PUT');
    putFile(parts, call, response, bytesOf(request));
  });
  router.use(
    '/site/wopi',
    answerErrors((_error, response) => response.end()),
  );
  return router;
}

function operate(parts: Parts, call: WopiCall, request: Request, response: Response): void {
  switch (call.header('X-WOPI-Override')) {
    case 'LOCK':
      return lock(parts, call, response);
    case 'GET_LOCK':
      return getLock(parts, call, response);
    case 'REFRESH_LOCK':
      return refreshLock(parts, call, response);
    case 'UNLOCK':
      return unlock(parts, call, response);
    case 'RENAME_FILE':
      return renameFile(parts, call, response);
    case 'GET_SHARE_URL':
      return getShareUrl(parts, call, request, response);
    case 'PUT_RELATIVE':
      return putRelativeFile(parts, call, request, response, bytesOf(request));
    default:
      throw new HttpError(400, 'Unknown X-WOPI-Override');
  }
}

/** What was sent; the parser leaves no buffer when that is nothing. */
function bytesOf(request: Request): Buffer {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
