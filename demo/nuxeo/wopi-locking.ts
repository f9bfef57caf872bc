import type { Response } from 'express';
import { HttpError } from './http-error.js';
import type { Parts } from './parts.js';
import { itemVersion, requiredHeader, requireWriting, type WopiCall } from './wopi-call.js';

/** A WOPI operation: answers the call, or throws an `HttpError`. */
export type WopiOperation = (parts: Parts, call: WopiCall, response: Response) => void;

/** Answers 200, with the file's version. */
export function done(call: WopiCall, response: Response): void {
  response.set('X-WOPI-ItemVersion', itemVersion(call.document)).end();
}

/** Lock, or UnlockAndRelock when the call has an old lock. */
export const lock: WopiOperation = (parts, call, response) => {
  const value = requiredHeader(call, 'X-WOPI-Lock');
  if (call.header('X-WOPI-OldLock') !== '') return relock(parts, call, response, value);
  const { locks } = parts.repository;
  const current = locks.of(call.document.id) && locks.wopiLock(call.fileId);
  if (current === undefined) {
    requireWriting(parts, call);
    if (!locks.of(call.document.id)) locks.lock(call.document.id, call.user.name);
    locks.setWopiLock(call.fileId, call.document.id, value);
  } else {
    requireLock(parts, call, value);
    locks.refreshWopiLock(call.fileId);
  }
  done(call, response);
};

function relock(parts: Parts, call: WopiCall, response: Response, value: string): void {
  requireLock(parts, call, call.header('X-WOPI-OldLock'));
  parts.repository.locks.setWopiLock(call.fileId, call.document.id, value);
  response.end();
}

/** GetLock */
export const getLock: WopiOperation = (parts, call, response) => {
  const value = parts.repository.locks.of(call.document.id) ? currentLock(parts, call) : '';
  response.set('X-WOPI-Lock', value).end();
};

/** RefreshLock */
export const refreshLock: WopiOperation = (parts, call, response) => {
  requireLock(parts, call, requiredHeader(call, 'X-WOPI-Lock'));
  requireWriting(parts, call);
  parts.repository.locks.refreshWopiLock(call.fileId);
  response.end();
};

/** Unlock: with its last WOPI lock the document is unlocked in Nuxeo too. */
export const unlock: WopiOperation = (parts, call, response) => {
  requireLock(parts, call, requiredHeader(call, 'X-WOPI-Lock'));
  requireWriting(parts, call);
  parts.repository.locks.removeWopiLock(call.fileId);
  done(call, response);
};

/** @throws HttpError 409, with the lock there is in `X-WOPI-Lock`, unless the file has that lock */
export function requireLock(parts: Parts, call: WopiCall, value: string): void {
  const isLocked = parts.repository.locks.of(call.document.id) !== undefined;
  const current = isLocked ? currentLock(parts, call) : '';
  if (!isLocked || current !== value) throw new HttpError(409, 'Lock mismatch', { 'X-WOPI-Lock': current });
}

/** The WOPI lock on the file of a locked document. @throws HttpError 409 if there is none: it was locked in Nuxeo */
function currentLock(parts: Parts, call: WopiCall): string {
  const current = parts.repository.locks.wopiLock(call.fileId);
  if (current === undefined) throw new HttpError(409, 'Locked in Nuxeo');
  return current;
}
