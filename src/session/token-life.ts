import { failureOf, type FailureReason } from '../failure.js';

/** What the person is to know of the token (docs/architecture.md "A session"). */
export type TokenNotice =
  /** The token ends soon, or has ended, and this editor takes no new one in place: "Save and reload". */
  | { kind: 'ending'; secondsLeft: number }
  /** The token could not be renewed; that is tried again by itself in a moment. */
  | { kind: 'waiting'; reason: FailureReason }
  /** The token can't be renewed before the person has signed in again; then the session goes on by itself. */
  | { kind: 'signed-out'; reason: FailureReason }
  /** Three attempts have failed; nothing is tried any more until the person asks. */
  | { kind: 'given-up'; reason: FailureReason };

export interface TokenLifeOptions {
  /** When the token ends, in ms since 1970; 0 when the server did not say: then it is left alone. */
  endsAt: number;
  /** Seconds before its end at which it is renewed. */
  renewBefore: number;
  /** Gets a new token and gives it to the editor; its end in ms since 1970. Absent where the editor takes none in place. */
  renew?: () => Promise<number>;
  /** Told of every change; `undefined` when all is well. */
  onNotice: (notice: TokenNotice | undefined) => void;
  /** Seconds to wait after a failed attempt; when they are used up, it is given up. */
  waits?: readonly number[];
}

const WAITS = [5, 20];

/** How often the time left is told anew, in ms. */
const TICK = 10_000;

/** A timer of a browser does not take more, in ms. */
const LONGEST = 86_400_000;

/** When the machine may have slept, or the person may have signed in elsewhere, the clock is looked at anew. */
const WAKE_UPS = ['focus', 'online', 'pageshow'] as const;

/** Looks after the life of one session's token: renews it in time, or tells the person. */
export class TokenLife {
  #endsAt: number;
  #attempts = 0;
  #reason?: FailureReason;
  #timer?: ReturnType<typeof setTimeout>;
  #renewing = false;
  #stopped = false;

  constructor(private readonly options: TokenLifeOptions) {
    this.#endsAt = options.endsAt;
  }

  start(): void {
    for (const type of WAKE_UPS) window.addEventListener(type, this.#wakeUp);
    document.addEventListener('visibilitychange', this.#wakeUp);
    this.#check();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    for (const type of WAKE_UPS) window.removeEventListener(type, this.#wakeUp);
    document.removeEventListener('visibilitychange', this.#wakeUp);
  }

  /** Renews now, because the editor or the person asks for it. */
  renewNow(): void {
    this.#attempts = 0;
    if (this.options.renew) void this.#renew(this.options.renew);
    else this.#tellTimeLeft();
  }

  readonly #wakeUp = () => {
    if (document.hidden) return;
    // Meanwhile the person may have signed in, or the connection may be back.
    if (this.#reason === 'session-expired' || this.#reason === 'network') this.#attempts = 0;
    this.#check();
  };

  /** Looks at the clock: renews, tells, or sets the next look. */
  #check(): void {
    clearTimeout(this.#timer);
    if (!this.#endsAt || this.#stopped) return;
    const due = this.#endsAt - this.options.renewBefore * 1000 - Date.now();
    if (due > 0) this.#lookAgain(due);
    else if (!this.options.renew) this.#tellTimeLeft();
    else if (this.#attempts <= this.#waits.length) void this.#renew(this.options.renew);
  }

  get #waits(): readonly number[] {
    return this.options.waits ?? WAITS;
  }

  #lookAgain(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), Math.min(delay, LONGEST));
  }

  #tellTimeLeft(): void {
    const secondsLeft = Math.max(0, Math.ceil((this.#endsAt - Date.now()) / 1000));
    this.options.onNotice({ kind: 'ending', secondsLeft });
    if (secondsLeft) this.#lookAgain(Math.min(TICK, secondsLeft * 1000));
  }

  async #renew(renew: () => Promise<number>): Promise<void> {
    if (this.#renewing || this.#stopped) return;
    this.#renewing = true;
    try {
      this.#endsAt = await renew();
      this.#attempts = 0;
      this.#reason = undefined;
      if (this.#stopped) return;
      this.options.onNotice(undefined);
      // A token that is born old must not be renewed in a loop.
      this.#lookAgain(Math.max(this.#endsAt - this.options.renewBefore * 1000 - Date.now(), TICK));
    } catch (error) {
      if (!this.#stopped) this.#failed(failureOf(error).reason);
    } finally {
      this.#renewing = false;
    }
  }

  #failed(reason: FailureReason): void {
    this.#reason = reason;
    // Signing in takes a person: nothing is asked of the server before they come back to this tab.
    if (reason === 'session-expired') {
      this.options.onNotice({ kind: 'signed-out', reason });
      return;
    }
    const wait = this.#waits[this.#attempts];
    this.#attempts += 1;
    this.options.onNotice({ kind: wait === undefined ? 'given-up' : 'waiting', reason });
    if (wait !== undefined) this.#lookAgain(wait * 1000);
  }
}
