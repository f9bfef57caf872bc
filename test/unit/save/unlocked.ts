import type { Look } from '../../../src/save/look.js';

/** What a look shows of a file that this person was the last to change, and that nobody has locked. */
export const UNLOCKED: Look = { digest: '', isOwn: true, lockOwner: '', isOwnLock: false };
