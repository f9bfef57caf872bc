import type { DocumentAddress } from '../address/route.js';
import { isRecord, stringOf } from '../narrow.js';
import { tellApplication } from './application.js';
import { application } from './globals.js';
import { onClose, openForm } from './open-form.js';

/** Whether that document is the one that Web UI shows now. */
export function isShown({ repository, documentId }: DocumentAddress): boolean {
  const { page, currentDocument } = application() ?? {};
  if (page !== 'browse' || !isRecord(currentDocument)) return false;
  return (
    currentDocument.uid === documentId && (stringOf(currentDocument.repository) || 'default') === repository
  );
}

/** Who has locked the document, as Web UI shows it; `undefined` where it shows another one. */
export function shownLockOwner(address: DocumentAddress): string | undefined {
  const { currentDocument } = application() ?? {};
  return isShown(address) && isRecord(currentDocument) ? stringOf(currentDocument.lockOwner) : undefined;
}

/** The form that is waited for, with which one refresh for all. */
let waitedFor: Element | undefined;

/**
 * Has Web UI load the document anew, if it is the one that is shown: for any other, Web UI would leave the page that
 * the person is on (docs/host.md "Events"). What is being typed in a form would be lost: then it waits until that is
 * closed.
 */
export function refreshDocument(address: DocumentAddress): void {
  if (!isShown(address)) return;
  const form = openForm();
  if (!form) tellApplication('document-updated');
  else if (form !== waitedFor) {
    waitedFor = form;
    onClose(form, () => {
      waitedFor = undefined;
      refreshDocument(address);
    });
  }
}
