import type { Request } from 'express';
import { requestBase } from './addresses.js';
import type { Blob } from './blob.js';
import type { Document } from './document.js';
import { fileIdOf, readFileId } from './file-id.js';
import { HttpError } from './http-error.js';
import type { Parts } from './parts.js';
import { isProven } from './proof-keys.js';
import { type User, users } from './users.js';

/** A call of the WOPI client that is who it says it is: what it is about, and for whom. */
export interface WopiCall {
  readonly user: User;
  readonly token: string;
  readonly document: Document;
  readonly xpath: string;
  readonly blob: Blob;
  readonly fileId: string;
  /** the header's value, '' without it */
  header(name: string): string;
}

/**
 * Checks token, then proof, then finds the file.
 * @throws HttpError 401 bad or expired token, 500 wrong proof, 404 no such file
 */
export async function openCall(parts: Parts, request: Request): Promise<WopiCall> {
  const token = tokenOf(request);
  const user = users.get((await parts.tokens.userOf(token)) ?? '');
  if (!user || parts.faults.wrongSecret) throw new HttpError(401, 'Bad or expired access token');
  await checkProof(parts, request, token);

  const { repository, documentId, xpath } = readFileId(String(request.params.fileId));
  const document = repository === parts.repository.name ? parts.repository.get(documentId) : undefined;
  const blob = document && parts.repository.blobAt(document, xpath);
  if (!blob) throw new HttpError(404, 'No such file');
  const fileId = fileIdOf(repository, documentId, xpath);
  return { user, token, document, xpath, blob, fileId, header: (name) => request.get(name) ?? '' };
}

/** A bearer token counts more than one in the address. @throws HttpError 401 */
function tokenOf(request: Request): string {
  const [, bearer] = /^Bearer (.+)$/.exec(request.get('Authorization') ?? '') ?? [];
  const token = bearer ?? request.query.access_token;
  if (typeof token !== 'string') throw new HttpError(401, 'No access token');
  return token;
}

/** As the stock server does: a call without proof passes, and so does every call if discovery has no proof key. */
async function checkProof(parts: Parts, request: Request, token: string): Promise<void> {
  const { proofKey } = await parts.discovery.get();
  const proof = request.get('X-WOPI-Proof') ?? '';
  if (!proofKey || proof === '') return;
  const isRight = isProven(proofKey, {
    proof,
    proofOld: request.get('X-WOPI-ProofOld') ?? '',
    timestamp: request.get('X-WOPI-TimeStamp') ?? '',
    url: requestBase(request) + request.originalUrl.replace(/^\/nuxeo\//, ''),
    token,
  });
  if (!isRight) throw new HttpError(500, 'Wrong proof');
}

/** The header, which must be there. @throws HttpError 400 */
export function requiredHeader(call: WopiCall, name: string): string {
  const value = call.header(name);
  if (value === '') throw new HttpError(400, `${name} is missing`);
  return value;
}

/** @throws HttpError 409 when the user may not write, as WOPI has no 403 here */
export function requireWriting(parts: Parts, call: WopiCall): void {
  if (!mayWrite(parts, call)) throw new HttpError(409, 'No right to write');
}

/** Whether the call's user may write; a WOPI lock doesn't keep them from it (co-authoring). */
export function mayWrite({ repository }: Parts, { user, document }: WopiCall): boolean {
  return repository.permissionsOf(user, document, { fromWopiClient: true }).includes('WriteProperties');
}

/** The version of the file as the WOPI client sees it: the change token's second half. */
export function itemVersion(document: Document): string {
  return String(document.changes.user);
}
