import type { User } from './users.js';

const reading = [
  'Browse',
  'ReadVersion',
  'ReadProperties',
  'ReadChildren',
  'ReadLifeCycle',
  'ReadSecurity',
  'ReviewParticipant',
  'Read',
];

/** What a lock held by someone else takes away: all that Nuxeo's permission `Write` includes, and itself. */
const writing = [
  'AddChildren',
  'RemoveChildren',
  'Remove',
  'WriteProperties',
  'ManageWorkflows',
  'WriteLifeCycle',
  'WriteVersion',
  'Write',
];

const administering = [
  'Unlock',
  'WriteSecurity',
  'MakeRecord',
  'SetRetention',
  'ManageLegalHold',
  'Everything',
];

/** What groups and people may do, by their names; administrators do everything, who is not named does nothing. */
export type Access = Readonly<Record<string, 'read' | 'write'>>;

/** What holds where nothing else is said: members read, editors write. */
export const everywhere: Access = { members: 'read', editors: 'write' };

/**
 * The permissions of a user on a document, as the enricher `permissions` lists them. Who may write may not while
 * `lockOwner` is someone else.
 */
export function permissionsOf(user: User, lockOwner: string | undefined, access: Access): string[] {
  if (user.isAdministrator) return [...reading, ...writing, 'ReadWrite', ...administering];
  const rights = [user.name, ...user.groups].map((name) => access[name]);
  if (!rights.includes('write')) return rights.includes('read') ? [...reading] : [];
  const lockedOut = lockOwner !== undefined && lockOwner !== user.name;
  return [...reading, ...(lockedOut ? [] : writing), 'ReadWrite'];
}
