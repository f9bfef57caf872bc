import type { DocumentAddress } from '../address/route.js';
import { isRecord, stringOf } from '../narrow.js';
import { application, repositories } from './globals.js';
import { hrefOfPath } from './router.js';

/**
 * Where the Web UI of another repository is: each has one of its own, and shows no other's documents (docs/host.md
 * "Repositories"). Empty for the repository of this one, and where Web UI does not say.
 */
export function otherWebUi(repository: string): string {
  const all = repositories().filter(isRecord);
  const own =
    all.find(({ href }) => href && location.pathname.startsWith(stringOf(href))) ??
    all.find(({ isDefault }) => isDefault);
  const other = all.find(({ name }) => name === repository);
  return other === own ? '' : stringOf(other?.href);
}

/** The link to the document's own page, or to one of its tabs: `permissions`, `history`. */
export function hrefOfDocument({ repository, documentId }: DocumentAddress, tab?: string): string {
  const path =
    application()?.router?.document(documentId, tab) ?? `/doc/${documentId}${tab ? `?p=${tab}` : ''}`;
  const other = otherWebUi(repository);
  return other ? `${other}#!${path}` : hrefOfPath(path);
}
