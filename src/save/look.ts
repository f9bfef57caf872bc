import type { Route } from '../address/route.js';
import { valueAt } from '../address/xpath.js';
import { isRecord, stringOf } from '../narrow.js';
import { connect, fetchDocument } from '../web-ui/connection.js';

/** What a look at the server shows of a file. */
export interface Look {
  /** The blob's digest; empty where there is none. */
  digest: string;
  /** Whether this person was the last who changed the document, in an editor or elsewhere. */
  isOwn: boolean;
  /** Who has the document locked; empty where nobody has. */
  lockOwner: string;
  /** Whether that is this person, or an editor in their name. */
  isOwnLock: boolean;
}

/** Looks at what Nuxeo has now. @throws the client's error */
export async function lookAt(route: Omit<Route, 'action'>): Promise<Look> {
  const client = await connect();
  const document = await fetchDocument(client, route);
  const { properties: all, lockOwner: owner } = isRecord(document) ? document : {};
  const properties = isRecord(all) ? all : {};
  const blob = valueAt(properties, route.xpath);
  const user = isRecord(client.user) ? stringOf(client.user.id) : '';
  const lockOwner = stringOf(owner);
  return {
    lockOwner,
    isOwnLock: lockOwner !== '' && lockOwner === user,
    digest: isRecord(blob) ? stringOf(blob.digest) : '',
    isOwn: user !== '' && stringOf(properties['dc:lastContributor']) === user,
  };
}
