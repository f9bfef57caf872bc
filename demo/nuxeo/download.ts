import express, { type Request, type Response, type Router } from 'express';
import type { Blob } from './blob.js';
import { asPage } from './html.js';
import { answerErrors, HttpError } from './http-error.js';
import type { Parts } from './parts.js';
import { segmentsOf } from './references.js';

/** `nxfile/{repository}/{document}/{xpath}[/{file name}]`, to be mounted at `/nuxeo`. */
export function downloads({ repository, signIn }: Parts): Router {
  const router = express.Router();
  router.get('/nxfile/:repository/:id/*rest', signIn.requireSignIn, (request, response) => {
    const { repository: name, id } = request.params;
    const document = repository.get(String(id));
    repository.requirePermission(signIn.requireUser(request), document, 'Read');
    const rest = segmentsOf(request.params.rest);
    const blobAt = (steps: string[]): Blob | undefined => repository.blobAt(document, steps.join('/'));
    const blob = blobAt(rest) ?? blobAt(rest.slice(0, -1));
    sendBlob(request, response, name === repository.name ? blob : undefined);
  });
  router.use('/nxfile', answerErrors(asPage));
  return router;
}

/** Answers with the blob; `inline=true` lets the browser show it. @throws HttpError 404 without one */
export function sendBlob(request: Request, response: Response, blob: Blob | undefined): void {
  if (!blob) throw new HttpError(404, 'No blob found');
  response.attachment(blob.name);
  if (request.query.inline === 'true') {
    response.set('Content-Disposition', response.get('Content-Disposition')?.replace('attachment', 'inline'));
  }
  response.type(blob.mimeType).set('ETag', `"${blob.digest}"`).send(blob.bytes);
}
