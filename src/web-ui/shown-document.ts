import type { DocumentAddress } from '../address/route.js';
import { isRecord, stringOf } from '../narrow.js';
import { tellApplication } from './application.js';
import { application } from './globals.js';

/** Whether that document is the one that Web UI shows now. */
export function isShown({ repository, documentId }: DocumentAddress): boolean {
  const { page, currentDocument } = application() ?? {};
  if (page !== 'browse' || !isRecord(currentDocument)) return false;
  return (
    currentDocument.uid === documentId && (stringOf(currentDocument.repository) || 'default') === repository
  );
}

/**
 * Has Web UI load the document anew, if it is the one that is shown: for any other, Web UI would leave the page that
 * the person is on (docs/host.md "Events").
 */
export function refreshDocument(address: DocumentAddress): void {
  if (isShown(address)) tellApplication('document-updated');
}
