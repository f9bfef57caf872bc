import type { SavedTracker } from '../save/saved-tracker.js';
import type { Session } from './session.js';

/** How long an editor may take to save for who leaves, in ms. */
export const SAVE_TIMEOUT = 5_000;

/** An editor that has nothing to save says so within this time, in ms: before, nothing of the wait is shown. */
const GLANCE = 400;

/** What a person who leaves waits for: the editor was asked to save; it takes its time, which is shown. */
export type Leaving = 'asking' | 'waiting';

/**
 * Has an editor save for a person who leaves: asked in any case, for what was typed in the last second it has told
 * nobody. Resolves with its answer, or when that takes long.
 * @param show told of what the person waits for
 */
export async function saveForLeaving(
  session: Session,
  saved: SavedTracker,
  show: (leaving?: Leaving) => void,
): Promise<void> {
  const isNeeded = saved.isAtRisk;
  show(isNeeded ? 'waiting' : 'asking');
  const shown = setTimeout(() => show('waiting'), GLANCE);
  saved.hear({ type: 'asked' });
  await session.save(SAVE_TIMEOUT, isNeeded);
  clearTimeout(shown);
  show();
}
