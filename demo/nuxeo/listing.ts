import type { Request } from 'express';
import { type Document } from './document.js';
import type { DocumentWriter } from './document-json.js';
import { HttpError } from './http-error.js';
import type { Repository } from './repository.js';

/** The folder that a page provider's parameters ask for, as Web UI's own listings do. @throws HttpError 400, 404 */
export function childrenAskedFor(repository: Repository, request: Request): Document[] {
  const { ecm_parentId: named, queryParams: positional, ecm_trashed: trashed } = request.query;
  const parentId = named ?? positional;
  if (typeof parentId !== 'string')
    throw new HttpError(400, 'Only listings of a folder: ecm_parentId is missing');
  const folder = repository.get(parentId);
  return repository.childrenOf(folder.id, { trashed: trashed === 'true' });
}

/** A page of the documents, sorted, as `search/…/execute` and `@children` answer it. */
export function listing(
  documents: Document[],
  request: Request,
  write: DocumentWriter,
  usualSize = 40,
): Record<string, unknown> {
  const pageSize = number(request.query.pageSize) || usualSize;
  const index = number(request.query.currentPageIndex);
  const offset = number(request.query.offset) || index * pageSize;
  const entries = sorted(documents, request).slice(offset, offset + pageSize);
  const count = documents.length;
  const pages = Math.ceil(count / pageSize);
  return {
    'entity-type': 'documents',
    isPaginable: true,
    resultsCount: count,
    pageSize,
    maxPageSize: 1000,
    currentPageSize: entries.length,
    currentPageIndex: index,
    currentPageOffset: offset,
    numberOfPages: pages,
    isPreviousPageAvailable: offset > 0,
    isNextPageAvailable: offset + pageSize < count,
    isLastPageAvailable: pages > 1,
    isSortable: true,
    hasError: false,
    errorMessage: null,
    totalSize: count,
    pageIndex: index,
    pageCount: pages,
    entries: entries.map(write),
  };
}

function sorted(documents: Document[], request: Request): Document[] {
  const { sortBy, sortOrder } = request.query;
  if (typeof sortBy !== 'string' || sortBy === '') return documents;
  const direction = sortOrder === 'desc' ? -1 : 1;
  const key = (document: Document): string => {
    const value = document.properties[sortBy];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return documents.toSorted((one, other) => direction * key(one).localeCompare(key(other)));
}

function number(value: unknown): number {
  const parsed = typeof value === 'string' ? Number.parseInt(value, 10) : 0;
  return Number.isFinite(parsed) && parsed > 0 ? parsed : 0;
}
