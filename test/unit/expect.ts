import { failureOf } from '../../src/failure.js';

export { expect } from 'chai';

/** Why it failed, `none` when it did not. */
export function reasonOf(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return failureOf(error).reason;
  }
}
