import { isRecord, stringOf } from '../narrow.js';

/** Full names by user name, as far as they are known in this page. */
const names = new Map<string, string>();

/** Who was asked for, once each: the name itself serves where the server does not tell. */
const asked = new Map<string, Promise<void>>();

/** The user's full name, once it is known. */
export const knownName = (userName: string): string | undefined => names.get(userName);

/**
 * Makes a user's full name known: from a document that carries them as a person (docs/host.md "Users"), else from the
 * server, which is asked once for each in a page. Never rejects.
 */
export function learnName(userName: string, document: unknown): Promise<void> {
  const properties = isRecord(document) && isRecord(document.properties) ? document.properties : {};
  const people = ['dc:lastContributor', 'dc:creator', 'dc:contributors'].map((name) => properties[name]);
  const user = people.flat().find((person) => isRecord(person) && person.id === userName);
  if (user) names.set(userName, nameOf(user, userName));
  if (names.has(userName)) return Promise.resolve();
  const asking = asked.get(userName) ?? askFor(userName);
  asked.set(userName, asking);
  return asking;
}

async function askFor(userName: string): Promise<void> {
  // Most documents carry the person: what it takes to ask is fetched when it is needed.
  const user: unknown = await import('./connection.js')
    .then(({ connect }) => connect())
    .then((client) => client.users().fetch(userName))
    .catch(() => undefined);
  names.set(userName, nameOf(user, userName));
}

/** As Web UI's own `nuxeo-user-tag` names people. */
function nameOf(user: unknown, userName: string): string {
  const { firstName, lastName, email } = isRecord(user) && isRecord(user.properties) ? user.properties : {};
  return `${stringOf(firstName)} ${stringOf(lastName)}`.trim() || stringOf(email) || userName;
}
