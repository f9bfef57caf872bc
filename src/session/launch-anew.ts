import { requestLaunch, type Launch } from '../access/launch.js';
import { timeLimit } from '../access/time-limit.js';
import { withEditorAddress } from '../client/editor-address.js';
import type { OfficeFile } from '../offer/office-file.js';
import { editorSettings } from '../settings/editor-settings.js';

/** Asks the server for a new token. @throws Failure */
export async function launchAnew({ offer, ownerId }: OfficeFile, signal: AbortSignal): Promise<Launch> {
  const limit = timeLimit(editorSettings().loadTimeout, signal);
  return withEditorAddress(await requestLaunch(offer, limit), offer, ownerId);
}

/**
 * Asks the server for all that opens a file anew. A new file is not empty any more after an hour, and rights may have
 * changed: what opens it now is looked for anew.
 * @param reopen opens what was found, with that token; without one, the person is to be asked before
 * @throws Failure
 */
export async function prepareReload(
  find: () => Promise<OfficeFile>,
  reopen: (file: OfficeFile, launch?: Launch) => void,
  signal: AbortSignal,
): Promise<() => void> {
  const found = await find();
  const launch = found.offer.intent === 'convert' ? undefined : await launchAnew(found, signal);
  return () => reopen(found, launch);
}
