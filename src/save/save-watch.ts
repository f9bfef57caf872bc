import type { Look } from './look.js';

export interface WatchOptions {
  /** Looks at what the server has now. @throws when it can't be seen; the next look may */
  look: () => Promise<Look>;
  /** Seconds to go on looking; 0 for one look. */
  patience: number;
  /** Ends the watch. */
  signal?: AbortSignal;
}

export interface SaveWatchOptions extends WatchOptions {
  /** The blob's digest before the save. */
  digest: string;
}

/**
 * Finds out whether what was edited has reached Nuxeo, by the digest.
 * @returns the look that has shown a new digest, or `undefined` when it is still the old one in the end
 */
export const watchForSave = ({ digest, ...options }: SaveWatchOptions): Promise<Look | undefined> =>
  watchFor((seen) => seen.digest !== digest, options);

/**
 * Looks at the server, ever more slowly, until what is waited for has come.
 * @returns the look that has shown it, or `undefined` when it has not come in the end
 */
export async function watchFor(
  hasCome: (seen: Look) => boolean,
  { look, patience, signal }: WatchOptions,
): Promise<Look | undefined> {
  const end = performance.now() + patience * 1000;
  for (let delay = 1000; !signal?.aborted; delay = Math.min(delay * 1.5, 15_000)) {
    const seen = await look().catch(() => undefined);
    if (seen && hasCome(seen)) return seen;
    const left = end - performance.now();
    if (left <= 0) return undefined;
    await pause(Math.min(delay, left), signal);
  }
  return undefined;
}

/**
 * What the server has now: the first look that succeeds.
 * @returns what it shows, or `undefined` where none succeeds for so many seconds, or `signal` ends it
 */
export async function firstLook(
  look: () => Promise<Look>,
  patience: number,
  signal: AbortSignal,
): Promise<Look | undefined> {
  const end = performance.now() + patience * 1000;
  while (!signal.aborted) {
    const seen = await look().catch(() => undefined);
    const left = end - performance.now();
    if (seen || left <= 0) return seen;
    await pause(Math.min(1000, left), signal);
  }
  return undefined;
}

/** Waits that many ms, or until it is told to end: nothing goes on ticking. */
export const pause = (delay: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, delay);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    signal?.addEventListener('abort', end, { once: true });
  });
