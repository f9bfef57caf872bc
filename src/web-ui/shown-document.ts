import { isRecord } from '../narrow.js';
import { tellApplication } from './application.js';
import { application } from './globals.js';

/** Whether that document is the one that Web UI shows now. */
export function isShown(id: string): boolean {
  const { page, currentDocument } = application() ?? {};
  return page === 'browse' && isRecord(currentDocument) && currentDocument.uid === id;
}

/**
 * Has Web UI load the document anew, if it is the one that is shown: for any other, Web UI would leave the page that
 * the person is on (docs/host.md "Events").
 */
export function refreshDocument(id: string): void {
  if (isShown(id)) tellApplication('document-updated');
}
