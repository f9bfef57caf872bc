import type { Route } from '../address/route.js';
import { valueAt } from '../address/xpath.js';
import { isRecord, stringOf } from '../narrow.js';
import { connect, fetchDocument } from '../web-ui/connection.js';

/** The digest that a blob has in Nuxeo now; empty where there is none. @throws Failure */
export async function digestAt(route: Omit<Route, 'action'>): Promise<string> {
  const document = await fetchDocument(await connect(), route);
  const blob = isRecord(document) ? valueAt(document.properties, route.xpath) : undefined;
  return isRecord(blob) ? stringOf(blob.digest) : '';
}
