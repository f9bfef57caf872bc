import type { Route } from '../address/route.js';
import { refreshDocument, shownLockOwner } from '../web-ui/shown-document.js';
import { lookAt, type Look } from './look.js';
import { watchFor } from './save-watch.js';

/** Seconds for which an editor may take to give back a lock when nobody has the file open any more. */
const PATIENCE = 60;

/**
 * Looks at the server, and has Web UI load the document anew where it shows a lock that is gone, or none where
 * somebody else has one. A person's own lock, which an editor may give back in a moment, is nothing to show.
 */
export const lookAtLockToo = (route: Omit<Route, 'action'>) => async (): Promise<Look> => {
  const seen = await lookAt(route);
  const shown = shownLockOwner(route);
  if (shown !== undefined && shown !== seen.lockOwner && !seen.isOwnLock) refreshDocument(route);
  return seen;
};

/**
 * Follows a document after an editor of it was closed until nobody has it locked.
 * @param look as `lookAtLockToo` makes it
 */
export async function followLock(look: () => Promise<Look>, signal: AbortSignal): Promise<void> {
  let free = 0;
  // Web UI may have loaded the document just before the lock went, and show it just after: so one look more.
  const isGone = ({ lockOwner }: Look) => {
    free = lockOwner ? 0 : free + 1;
    return free > 1;
  };
  await watchFor(isGone, { look, patience: PATIENCE, signal });
}
