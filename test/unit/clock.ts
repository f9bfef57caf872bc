interface Timer {
  at: number;
  run: () => void;
  /** How often, in ms, where it is one that comes again. */
  every?: number;
}

/** More than a browser gives its own timers. */
const FIRST_ID = 1_000_000_000;

/** The page's time, which passes only where the test says so: `Date.now`, timeouts and intervals. */
export class Clock {
  readonly #browser = {
    now: Date.now,
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
  };
  readonly #timers = new Map<number, Timer>();
  #now = Date.now();
  #id = FIRST_ID;

  constructor() {
    const set = (run: () => void, at: number, every?: number) => {
      this.#timers.set(++this.#id, { run, at, every });
      return this.#id;
    };
    const clear = (id?: number) => {
      if (!this.#timers.delete(id ?? 0)) this.#browser.clearTimeout(id);
    };
    Date.now = () => this.#now;
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => set(run, this.#now + ms),
      setInterval: (run: () => void, ms = 0) => set(run, this.#now + ms, ms),
      clearTimeout: clear,
      clearInterval: clear,
    });
  }

  /** Lets that much time pass: every timer that is due runs, at its time, and what it begins may go on. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      const [id, timer] = next;
      this.#now = timer.at;
      if (timer.every) timer.at += timer.every;
      else this.#timers.delete(id);
      timer.run();
      await this.#goOn();
    }
    this.#now = end;
    await this.#goOn();
  }

  /** Gives the page its own time back. */
  restore(): void {
    const { now, ...timers } = this.#browser;
    Date.now = now;
    Object.assign(window, timers);
  }

  /** Promises that are settled are heard. */
  #goOn(): Promise<void> {
    return new Promise((resolve) => this.#browser.setTimeout(resolve));
  }

  #next(end: number): [number, Timer] | undefined {
    return [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
  }
}
