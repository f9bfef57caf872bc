import { notify, refreshDocument } from '../web-ui/application.js';
import { translate } from '../web-ui/i18n.js';
import { connect, fetchDocument } from '../web-ui/connection.js';
import { isRecord, stringOf } from '../narrow.js';
import type { Route } from '../address/route.js';
import { watchForSave } from './save-watch.js';
import { valueAt } from '../address/xpath.js';

/** What is to be known of a session when it is over. */
export interface Outcome {
  route: Omit<Route, 'action'>;
  fileName: string;
  /** The blob's digest before the session. */
  digest: string;
  /** Seconds that a change can take to arrive in Nuxeo. */
  patience: number;
  /** Whether the file was changed; `undefined` when the editor said nothing. */
  everModified?: boolean;
}

/**
 * Follows a file whose editor was closed until what was changed has reached Nuxeo: then the document that shows it is
 * fresh, and a toast says so. Where nothing was changed, it is one look.
 * @param look the blob's digest now
 */
export async function followSave(
  { route, fileName, digest, patience, everModified }: Outcome,
  signal: AbortSignal,
  look: () => Promise<string> = () => digestAt(route),
): Promise<void> {
  const id = `office-online-${route.documentId}-${route.xpath}`.replace(/[^\w-]/g, '');
  if (everModified) notify(translate('officeOnline.save.on-its-way', fileName), id, true);
  else if (everModified === undefined) notify(translate('officeOnline.save.soon', fileName), id);
  const end = performance.now() + (everModified === false ? 0 : patience * 1000);
  let known = digest;
  for (;;) {
    const left = Math.max(0, end - performance.now()) / 1000;
    const seen = await watchForSave({ digest: known, look, patience: left, signal });
    if (seen === undefined) break;
    if (known === digest) notify(translate('officeOnline.save.arrived', fileName), id);
    known = seen;
    refreshDocument(route.documentId);
  }
  if (everModified && known === digest && !signal.aborted) {
    notify(translate('officeOnline.save.missing', fileName), id);
  }
}

/** The digest that a blob has in Nuxeo now; empty where there is none. @throws the client's error */
async function digestAt(route: Omit<Route, 'action'>): Promise<string> {
  const document = await fetchDocument(await connect(), route);
  const blob = isRecord(document) ? valueAt(document.properties, route.xpath) : undefined;
  return isRecord(blob) ? stringOf(blob.digest) : '';
}
