import { isRecord } from '../narrow.js';
import { application } from './globals.js';

const tellApplication = (type: string, detail?: object) =>
  application()?.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));

/**
 * Shows a toast.
 * @param commandId a later toast with the same one takes its place
 * @param stays whether it stays until then
 */
export function notify(message: string, commandId?: string, stays = false): void {
  tellApplication('notify', { message, commandId, dismissible: true, duration: stays ? 0 : undefined });
}

/** Takes a command's toast away. */
export const closeToast = (commandId: string) => tellApplication('notify', { commandId, close: true });

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

/** Puts the name of what is open into the browser's title, which Web UI writes anew on its next page. */
export function setTitle(title: string): void {
  document.title = [title, application()?.productName].filter(Boolean).join(' - ');
}
