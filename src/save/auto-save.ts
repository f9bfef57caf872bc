import type { AppKind } from '../offer/applications.js';

/** How late an application saves what was changed, in seconds (docs/wopi-clients.md "Late saves"). */
const AUTO_SAVE: Record<AppKind, number> = { word: 30, powerpoint: 180, excel: 120, office: 180 };

/** Seconds between two notices of changes that an editor sends while a person goes on editing. */
const BETWEEN_NOTICES = 300;

/** Seconds that a save may take beside the application's own delay. */
const GRACE = 30;

/** Seconds after an editor's last notice of a change at which it has saved all by itself, though it does not say so. */
export const settledAfter = (app: AppKind): number => BETWEEN_NOTICES + AUTO_SAVE[app] + GRACE;

/** Seconds in which a save that an editor has told of reaches Nuxeo. */
export const ARRIVAL = 60;

/** Seconds that Collabora goes on without saving for one who has left while others stay. */
const COLLABORA_AUTO_SAVE = 300;

/**
 * Seconds to go on looking, after closing, for what an editor may still save by itself.
 * @param tellsSaved whether it is one that tells of its saves, as Collabora does: the last one to leave makes it save at
 *   once; while others stay, it takes its time
 * @param mayBeLost whether there may be changes that are not known to be saved
 */
export function patienceFor(app: AppKind, tellsSaved: boolean | undefined, mayBeLost: boolean): number {
  if (!tellsSaved) return AUTO_SAVE[app] + GRACE;
  return mayBeLost ? COLLABORA_AUTO_SAVE + GRACE : ARRIVAL;
}
