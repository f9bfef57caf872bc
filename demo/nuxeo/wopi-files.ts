import { parse } from 'node:path';
import type { Request, Response } from 'express';
import { launchUrl, requestBase, wopiFileUrl } from './addresses.js';
import { Blob } from './blob.js';
import { HttpError } from './http-error.js';
import type { Parts } from './parts.js';
import { readUtf7 } from './utf7.js';
import { itemVersion, requiredHeader, requireWriting, type WopiCall } from './wopi-call.js';
import { done, requireLock } from './wopi-locking.js';

/** GetFile */
export function getFile(call: WopiCall, response: Response): void {
  const { blob } = call;
  const largest = Number.parseInt(call.header('X-WOPI-MaxExpectedSize'), 10);
  if (blob.bytes.length > largest) throw new HttpError(412, 'Larger than expected');
  response.set('X-WOPI-ItemVersion', itemVersion(call.document));
  response.attachment(blob.name).type(blob.mimeType).send(blob.bytes);
}

/** PutFile: under the file's lock, or without any if it is empty. */
export function putFile(parts: Parts, call: WopiCall, response: Response, bytes: Buffer): void {
  requireWriting(parts, call);
  const isLocked = parts.repository.locks.of(call.document.id) !== undefined;
  if (isLocked) requireLock(parts, call, requiredHeader(call, 'X-WOPI-Lock'));
  else if (call.blob.bytes.length > 0) throw new HttpError(409, 'Not locked', { 'X-WOPI-Lock': '' });
  parts.repository.saveBlob(call.document, call.xpath, new Blob(call.blob.name, bytes), call.user);
  done(call, response);
}

/** RenameFile: the new name has no extension, the file keeps its own. */
export function renameFile(parts: Parts, call: WopiCall, response: Response): void {
  requireWriting(parts, call);
  const name = readUtf7(requiredHeader(call, 'X-WOPI-RequestedName'));
  if (parts.repository.locks.of(call.document.id)) {
    requireLock(parts, call, requiredHeader(call, 'X-WOPI-Lock'));
  }
  const renamed = new Blob(`${name}${parse(call.blob.name).ext}`, call.blob.bytes);
  parts.repository.saveBlob(call.document, call.xpath, renamed, call.user);
  response.json({ Name: name });
}

/** GetShareUrl */
export function getShareUrl(parts: Parts, call: WopiCall, request: Request, response: Response): void {
  const action = { ReadOnly: 'view', ReadWrite: 'edit' }[call.header('X-WOPI-UrlType')];
  if (action === undefined) throw new HttpError(501, 'X-WOPI-UrlType must be ReadOnly or ReadWrite');
  response.json({ ShareUrl: hostUrl(parts, call, request, action) });
}

/** PutRelativeFile, for conversion only: the new file replaces the old one, of which a minor version is kept. */
export function putRelativeFile(
  parts: Parts,
  call: WopiCall,
  request: Request,
  response: Response,
  bytes: Buffer,
): void {
  const suggested = readUtf7(call.header('X-WOPI-SuggestedTarget'));
  const relative = readUtf7(call.header('X-WOPI-RelativeTarget'));
  const isOne = (suggested === '') !== (relative === '');
  if (!isOne || call.header('X-WOPI-FileConversion') === '') throw new HttpError(501, 'Only for conversion');
  requireWriting(parts, call);
  const name = suggested.startsWith('.') ? parse(call.blob.name).name + suggested : suggested || relative;
  parts.repository.createVersion(call.document, 'minor');
  parts.repository.saveBlob(call.document, call.xpath, new Blob(name, bytes), call.user);
  response.json({
    Name: name,
    Url: `${wopiFileUrl(requestBase(request), call.fileId)}?access_token=${call.token}`,
    HostViewUrl: hostUrl(parts, call, request, 'view'),
    HostEditUrl: hostUrl(parts, call, request, 'edit'),
  });
}

function hostUrl(parts: Parts, call: WopiCall, request: Request, action: string): string {
  return launchUrl(parts.publicBase(request), action, parts.repository, call.document.id, call.xpath);
}
