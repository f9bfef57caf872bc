const NAME = 'nuxeo-office-online';

/** A file that this tab has open. */
export interface FileLock {
  /** Whether another tab has it open too. */
  isOpenElsewhere: boolean;
  /** Lets it go; a tab that vanishes lets go by itself. */
  release: () => void;
}

/** The browser's own locks tell who has a file open even when a tab just vanishes; only secure pages have them. */
const locks: LockManager | undefined = navigator.locks;

/** Takes the lock of a file for as long as this tab has it open. Where the browser has no locks, every tab is alone. */
export function lockFile(file: string): Promise<FileLock> {
  return new Promise((resolve) => {
    const alone = { isOpenElsewhere: false, release: () => undefined };
    if (!locks) return resolve(alone);
    void locks.request(`${NAME}:${file}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve({ ...alone, isOpenElsewhere: true });
      return new Promise<void>((release) => resolve({ ...alone, release }));
    });
  });
}

/** Resolves when no tab has the file open any more. */
export const whenUnlocked = async (file: string): Promise<void> =>
  void (await locks?.request(`${NAME}:${file}`, () => undefined));
