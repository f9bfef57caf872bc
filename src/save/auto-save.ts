import type { AppKind } from '../offer/applications.js';

/** How late an application saves what was changed, in seconds (docs/wopi-clients.md "Late saves"). */
export const AUTO_SAVE: Record<AppKind, number> = { word: 30, powerpoint: 60, excel: 120, office: 120 };

/** Seconds that a save may take beside the application's own delay. */
const GRACE = 30;

/** Seconds to go on looking for what that application may still save. */
export const patienceFor = (app: AppKind): number => AUTO_SAVE[app] + GRACE;
