import express, { type Router } from 'express';
import { Blob } from './blob.js';
import type { Document } from './document.js';
import { documentWriter } from './document-json.js';
import { HttpError } from './http-error.js';
import { member } from './json.js';
import type { Parts } from './parts.js';
import { documentNamed } from './references.js';
import type { Repository } from './repository.js';
import type { User } from './users.js';

/** An operation on a document. @throws HttpError when the user may not */
type Operation = (repository: Repository, document: Document, user: User, parameters: unknown) => void;

const operations = new Map<string, Operation>([
  ['Document.Lock', lock],
  ['Document.Unlock', unlock],
  ['Document.CreateVersion', createVersion],
  ['Document.RestoreVersion', restoreVersion],
  ['Document.SetBlobName', setBlobName],
]);

/** `automation/login` and the operations; to be mounted at the REST API's root, behind its sign-in. */
export function automation(parts: Parts): Router {
  const router = express.Router();
  router.all('/automation/login', (request, response) => {
    const { name, groups, isAdministrator } = parts.signIn.requireUser(request);
    response.json({ 'entity-type': 'login', username: name, isAdministrator, groups });
  });
  router.post('/automation/:operation', async (request, response) => {
    const { operation: name } = request.params;
    const operation = operations.get(name);
    if (!operation) throw new HttpError(404, `The stand-in has no operation ${name}`);
    const input = member(request.body, 'input');
    if (typeof input !== 'string') throw new HttpError(400, 'The input must be a reference to a document');
    const document = documentNamed(parts.repository, input.replace(/^doc:/, ''));
    const user = parts.signIn.requireUser(request);
    parts.repository.requirePermission(user, document, 'Read');
    operation(parts.repository, document, user, member(request.body, 'params'));
    response.json((await documentWriter(parts, request, user))(document));
  });
  return router;
}

function lock(repository: Repository, document: Document, user: User): void {
  const held = repository.locks.of(document.id);
  if (held) throw new HttpError(409, `Document already locked by ${held.owner}: ${document.id}`);
  repository.requirePermission(user, document, 'WriteProperties');
  repository.locks.lock(document.id, user.name);
}

function createVersion(repository: Repository, document: Document, user: User, parameters: unknown): void {
  repository.requirePermission(user, document, 'WriteProperties');
  repository.createVersion(document, member(parameters, 'increment') === 'Major' ? 'major' : 'minor');
}

/** The live document becomes what the version is; with `checkout` it can be changed at once. */
function restoreVersion(repository: Repository, version: Document, user: User): void {
  if (version.versionOf === undefined) throw new HttpError(500, 'Internal Server Error');
  const live = repository.get(version.versionOf);
  repository.requirePermission(user, live, 'WriteProperties');
  repository.restoreVersion(live, version);
}

function setBlobName(repository: Repository, document: Document, user: User, parameters: unknown): void {
  const [name, path] = [member(parameters, 'name'), member(parameters, 'xpath')];
  if (typeof name !== 'string') throw new HttpError(400, "Failed to inject parameter 'name'");
  const xpath = typeof path === 'string' ? path : 'file:content';
  repository.requirePermission(user, document, 'WriteProperties');
  const blob = repository.blobAt(document, xpath);
  if (blob) repository.saveBlob(document, xpath, new Blob(name, blob.bytes, blob.mimeType), user);
}

function unlock(repository: Repository, document: Document, user: User): void {
  const held = repository.locks.of(document.id);
  const mayAlways = repository.permissionsOf(user, document).includes('Unlock');
  if (held && held.owner !== user.name && !mayAlways) {
    throw new HttpError(409, `Document already locked by ${held.owner}: ${document.id}`);
  }
  repository.locks.unlock(document.id);
}
