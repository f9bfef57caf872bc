import express, { type RequestHandler, type Router } from 'express';
import { automation } from './automation.js';
import type { Property } from './document.js';
import { documentWriter } from './document-json.js';
import { sendBlob } from './download.js';
import { goWrong } from './faults.js';
import { answerErrors, asJson, HttpError } from './http-error.js';
import { member } from './json.js';
import { documentsAskedFor, listing } from './listing.js';
import type { Parts } from './parts.js';
import { targetOf } from './references.js';
import { userJson, users } from './users.js';

const roots = ['/json', '/api'];
const documents = ['/id/:id{/*rest}', '/path{/*rest}'];

/** What Nuxeo's JavaScript client asks first, and the REST API; to be mounted at `/nuxeo`. */
export function restApi(parts: Parts): Router {
  const router = express.Router();
  router.use(roots, goWrong(parts.faults, 'rest'), (request, _response, next) => {
    parts.signIn.requireUser(request);
    next();
  });
  router.all('/json/cmis', (_request, response) => {
    response.json({ default: { repositoryId: 'default', productName: 'Nuxeo', productVersion: '2023.0' } });
  });
  router.use(['/api/v1/repo/:repository', '/api/v1'], checkRepository(parts), express.json(), api(parts));
  router.use(roots, (request) => {
    throw new HttpError(
      404,
      `The stand-in has nothing at ${request.method} ${request.baseUrl}${request.path}`,
    );
  });
  router.use(roots, answerErrors(asJson));
  return router;
}

function checkRepository({ repository }: Parts): RequestHandler {
  return (request, _response, next) => {
    const { repository: name = repository.name } = request.params;
    if (name !== repository.name) throw new HttpError(404, 'No such repository');
    next();
  };
}

function api(parts: Parts): Router {
  const router = express.Router();
  router.use(automation(parts));
  router.get(['/user/:name', '/me'], user(parts));
  router.get('/search/pp/:provider/execute', search(parts));
  router.get(documents, read(parts));
  router.put(documents, update(parts));
  return router;
}

function user({ signIn }: Parts): RequestHandler {
  return (request, response) => {
    const { name = signIn.requireUser(request).name } = request.params;
    const found = users.get(String(name));
    if (!found) throw new HttpError(404, 'user does not exist');
    response.json(userJson(found));
  };
}

function search(parts: Parts): RequestHandler {
  return async (request, response) => {
    const write = await documentWriter(parts, request, parts.signIn.requireUser(request));
    response.json(listing(documentsAskedFor(parts.repository, request), request, write));
  };
}

function read(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { document, adapter, xpath } = targetOf(parts.repository, request);
    const write = await documentWriter(parts, request, parts.signIn.requireUser(request));
    if (adapter === undefined) {
      response.json(write(document));
    } else if (adapter === '@children') {
      response.json(listing(parts.repository.childrenOf(document.id), request, write));
    } else if (adapter === '@blob') {
      sendBlob(request, response, parts.repository.blobAt(document, xpath));
    } else {
      throw new HttpError(404, `The stand-in has no adapter ${adapter}`);
    }
  };
}

function update(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { document } = targetOf(parts.repository, request);
    const editor = parts.signIn.requireUser(request);
    parts.repository.requirePermission(editor, document, 'WriteProperties');
    parts.repository.save(document, readProperties(request.body), editor);
    response.json((await documentWriter(parts, request, editor))(document));
  };
}

/** The properties of a document in a request: plain values only, so a blob can be removed but not uploaded. */
function readProperties(body: unknown): Record<string, Property> {
  const properties: unknown = member(body, 'properties') ?? {};
  if (typeof properties !== 'object' || properties === null) throw new HttpError(400, 'No properties');
  return Object.fromEntries(
    Object.entries<unknown>({ ...properties }).map(([name, value]) => {
      if (!isPlain(value)) throw new HttpError(400, `The stand-in can't set ${name} to that`);
      return [name, value];
    }),
  );
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
