import type { Route } from '../address/route.js';
import { findFile } from '../offer/find-file.js';
import type { OfficeFile } from '../offer/office-file.js';
import { pause } from '../save/save-watch.js';

/** Between two looks at a file that is being converted, in ms: a person waits in front of it. */
const PACE = 2_000;

/**
 * Looks at a file that an editor converts, until it is another one that can be edited. Editors tell nobody but the
 * window's own address when they have done it (docs/wopi-clients.md "New and converted files").
 * @param file as it was before
 * @param signal ends it
 * @returns whether it is converted; `false` when `signal` came first
 */
export async function awaitConversion(file: OfficeFile, route: Route, signal: AbortSignal): Promise<boolean> {
  const edit: Route = { ...route, action: 'edit' };
  while (!signal.aborted) {
    await pause(PACE, signal);
    const now = signal.aborted ? undefined : await findFile(edit).catch(() => undefined);
    const isNew = now && (now.fileName !== file.fileName || now.digest !== file.digest);
    if (isNew && now.offer.action === 'edit') return !signal.aborted;
  }
  return false;
}
