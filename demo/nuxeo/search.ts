import express, { type Request, type Router } from 'express';
import type { Document } from './document.js';
import { documentWriter } from './document-json.js';
import { goWrong } from './faults.js';
import { HttpError } from './http-error.js';
import { childrenAskedFor, listing } from './listing.js';
import { find } from './nxql/index.js';
import type { Parts } from './parts.js';

/** `search/…/execute` (docs/host.md "Queries"); to be mounted at the REST API's root, behind its sign-in. */
export function searches(parts: Parts): Router {
  const router = express.Router();
  router.use('/search', goWrong(parts.faults, 'search'));
  router.get('/search/lang/:language/execute', (request, _response, next) => {
    if (request.params.language !== 'NXQL') throw new HttpError(400, 'invalid query language');
    next();
  });
  router.get(['/search/lang/NXQL/execute', '/search/execute'], async (request, response) => {
    const query = only(request.query.query) ?? 'SELECT * FROM Document';
    response.json(await answer(parts, request, find(parts.repository, query, 'index')));
  });
  router.get('/search/pp/nxql_search/execute', async (request, response) => {
    const query = only(request.query.queryParams);
    if (query === undefined) throw new HttpError(400, 'nxql_search needs a query in queryParams');
    response.json(await answer(parts, request, find(parts.repository, query, 'database'), 20));
  });
  router.get('/search/pp/:provider/execute', async (request, response) => {
    response.json(await answer(parts, request, childrenAskedFor(parts.repository, request)));
  });
  return router;
}

/** A page of those that the person may read. */
async function answer(
  parts: Parts,
  request: Request,
  documents: Document[],
  pageSize?: number,
): Promise<Record<string, unknown>> {
  const user = parts.signIn.requireUser(request);
  const readable = documents.filter((document) => parts.repository.mayRead(user, document));
  return listing(readable, request, await documentWriter(parts, request, user), pageSize);
}

/** The value of a parameter, or the first of several. */
function only(parameter: unknown): string | undefined {
  const [first] = [parameter].flat();
  return typeof first === 'string' ? first : undefined;
}
