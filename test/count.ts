/** How many tests went how. */
export interface Count {
  passed: number;
  failed: number;
}
