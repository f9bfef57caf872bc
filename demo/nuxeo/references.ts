import type { Request } from 'express';
import type { Document } from './document.js';
import type { Repository } from './repository.js';

/** What a REST address names: a document, and the adapter after it (`@children`, `@blob/{xpath}`). */
export interface Target {
  readonly document: Document;
  /** undefined for the document itself */
  readonly adapter: string | undefined;
  readonly xpath: string;
}

/** The document an id or an absolute path names. @throws HttpError 404 */
export function documentNamed(repository: Repository, reference: string): Document {
  return reference.startsWith('/') ? repository.atPath(reference) : repository.get(reference);
}

/** What a wildcard in a route matched, segment by segment; empty ones don't count. */
export function segmentsOf(matched: string | string[] | undefined): string[] {
  return [matched ?? []].flat().filter((segment) => segment !== '');
}

/** Reads the parameters of `/id/:id{/*rest}` and `/path{/*rest}`. @throws HttpError 404 */
export function targetOf(repository: Repository, request: Request): Target {
  const { id, rest } = request.params;
  const segments = segmentsOf(rest);
  const at = segments.findIndex((segment) => segment.startsWith('@'));
  const [path, [adapter, ...steps]] = at < 0 ? [segments, []] : [segments.slice(0, at), segments.slice(at)];
  const reference = typeof id === 'string' ? id : `/${path.join('/')}`;
  return { document: documentNamed(repository, reference), adapter, xpath: steps.join('/') };
}
