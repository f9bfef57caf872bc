import { isRecord } from './narrow.js';
import { app, hrefOfPath } from './nuxeo.js';

/** The link to the document's own page, or to one of its tabs: `permissions`, `history`. */
export const hrefOfDocument = (id: string, tab?: string): string =>
  hrefOfPath(app()?.router?.document(id, tab) ?? `/doc/${id}${tab ? `?p=${tab}` : ''}`);

const tellApp = (type: string, detail?: object) =>
  app()?.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));

/**
 * Shows a toast.
 * @param commandId a later toast with the same one takes its place
 * @param stays whether it stays until then
 */
export function notify(message: string, commandId?: string, stays = false): void {
  tellApp('notify', { message, commandId, dismissible: true, duration: stays ? 0 : undefined });
}

/** Whether that document is the one that Web UI shows now. */
export function isShown(id: string): boolean {
  const { page, currentDocument } = app() ?? {};
  return page === 'browse' && isRecord(currentDocument) && currentDocument.uid === id;
}

/**
 * Has Web UI load the document anew, if it is the one that is shown: for any other, Web UI would leave the page that
 * the person is on (nuxeo-contract.md section 2).
 */
export function refreshDocument(id: string): void {
  if (isShown(id)) tellApp('document-updated');
}

/** Puts the name of what is open into the browser's title, which Web UI writes anew on its next page. */
export function setTitle(title: string): void {
  document.title = [title, app()?.productName].filter(Boolean).join(' - ');
}
