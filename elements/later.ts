/** What comes after a session has begun, and what other tabs do: not needed to open a file, so it comes on its own. */
export const afterwards = import('./afterwards.js');

/** The same, as soon as it is there. */
export let later: Awaited<typeof afterwards> | undefined;
void afterwards.then((module) => (later = module));
