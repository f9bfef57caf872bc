import type { Route } from '../address/route.js';
import { Failure } from '../failure.js';
import { findFile } from '../offer/find-file.js';
import { once } from '../once.js';

/** Not needed before the editor speaks, so it is fetched beside what opens a file. */
const load = once(() => import('../save/saved-tracker.js'));
load().catch(() => undefined);

export type Tracking = Awaited<ReturnType<typeof load>>;

let isMissing = false;

/** Whether it could not be fetched: a browser asks for it again only when the page is reloaded. */
export const lacksTracking = (): boolean => isMissing;

/**
 * What tracks a file's saves. Nuxeo gives code only to who is signed in, and a failed `import()` does not say why it
 * failed, so the server is asked for the file at this address: its answer is the reason.
 * @throws Failure
 */
export async function loadTracking(route: Route): Promise<Tracking> {
  try {
    return await load();
  } catch {
    isMissing = true;
    await findFile(route);
    throw new Failure('network');
  }
}
