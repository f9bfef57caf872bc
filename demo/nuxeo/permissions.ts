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

/**
 * The permissions of a user on a document, as the enricher `permissions` lists them. Members read, editors write
 * unless `lockOwner` is someone else, administrators do everything.
 */
export function permissionsOf(user: User, lockOwner: string | undefined): string[] {
  if (user.isAdministrator) return [...reading, ...writing, 'ReadWrite', ...administering];
  if (!user.groups.includes('editors')) return [...reading];
  const lockedOut = lockOwner !== undefined && lockOwner !== user.name;
  return [...reading, ...(lockedOut ? [] : writing), 'ReadWrite'];
}
