import express, { type Request, type RequestHandler, type Router } from 'express';
import { automation } from './automation.js';
import { uploads } from './batches.js';
import { createDocument } from './creating.js';
import type { Document } from './document.js';
import { documentWriter } from './document-json.js';
import { readProperties } from './document-reader.js';
import { sendBlob } from './download.js';
import { goWrong } from './faults.js';
import { answerErrors, asJson, HttpError } from './http-error.js';
import { listing } from './listing.js';
import type { Parts } from './parts.js';
import { type Target, targetOf } from './references.js';
import { searches } from './search.js';
import { thumbnailOf } from './thumbnail.js';
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
  router.use(
    ['/api/v1/repo/:repository', '/api/v1'],
    checkRepository(parts),
    uploads(parts.batches, parts.faults),
  );
  router.use(['/api/v1/repo/:repository', '/api/v1'], express.json({ limit: '10mb' }), api(parts));
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
  router.use(searches(parts));
  router.get(documents, read(parts));
  router.put(documents, update(parts));
  router.post(documents, goWrong(parts.faults, 'create'), create(parts));
  router.delete(documents, remove(parts));
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

/** What the address names. @throws HttpError 404; 403 where the person may not read it */
function target({ repository, signIn }: Parts, request: Request): Target {
  const found = targetOf(repository, request);
  repository.requirePermission(signIn.requireUser(request), found.document, 'Read');
  return found;
}

function read(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { document, adapter, xpath } = target(parts, request);
    const user = parts.signIn.requireUser(request);
    const write = await documentWriter(parts, request, user);
    if (adapter === undefined) {
      response.json(write(document));
    } else if (adapter === '@children') {
      const children = parts.repository.childrenOf(document.id);
      const readable = children.filter((child) => parts.repository.mayRead(user, child));
      response.json(listing(readable, request, write));
    } else if (adapter === '@rendition' && xpath === 'thumbnail') {
      response.type('svg').send(thumbnailOf(parts.repository.blobAt(document, 'file:content')));
    } else if (adapter === '@blob') {
      const [path = '', conversion] = xpath.split('/@');
      const blob = parts.repository.blobAt(document, path);
      const isPdf = conversion === 'convert' && request.query.format === 'pdf';
      if (conversion !== undefined && !isPdf)
        throw new HttpError(404, `The stand-in has no adapter @${conversion}`);
      sendBlob(request, response, blob && isPdf ? await parts.pdfOf(blob) : blob);
    } else {
      throw new HttpError(404, `The stand-in has no adapter ${adapter}`);
    }
  };
}

function update(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { document } = target(parts, request);
    const editor = parts.signIn.requireUser(request);
    parts.repository.requirePermission(editor, document, 'WriteProperties');
    parts.repository.save(document, readProperties(parts, request, document.type), editor);
    response.json((await documentWriter(parts, request, editor))(document));
  };
}

function create(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { document: parent, adapter } = target(parts, request);
    if (adapter !== undefined) throw new HttpError(404, `The stand-in has no adapter ${adapter}`);
    const created: Document = createDocument(parts, request, parent);
    const write = await documentWriter(parts, request, parts.signIn.requireUser(request));
    response.status(201).json(write(created));
  };
}

function remove(parts: Parts): RequestHandler {
  return (request, response) => {
    parts.repository.remove(target(parts, request).document, parts.signIn.requireUser(request));
    response.status(204).end();
  };
}
