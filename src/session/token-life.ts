import {
  afterTokenEvent,
  isToRenew,
  nextLook,
  noticeOf,
  secondsLeftOf,
  speechOf,
  type TokenEvent,
  type TokenNotice,
  type TokenState,
} from './token-state.js';

export interface TokenLifeOptions {
  /** What is known of the token when it is new. */
  token: TokenState;
  /** Asks the server for another one and gives it to the editor where that takes it; never rejects. */
  ask: () => Promise<TokenEvent>;
  /** Told whenever there is something else to know. */
  onNotice: () => void;
}

/** A timer of a browser does not take more, in ms. */
const LONGEST = 86_400_000;

/** When the machine may have slept, or the person may have signed in elsewhere, the clock is looked at anew. */
const WAKE_UPS = ['focus', 'online', 'pageshow'] as const;

/** The clock of one session's token: has it renewed in time, and knows at every moment what the person is to know. */
export class TokenLife {
  state: TokenState;
  /** What the person is to know now. */
  notice?: TokenNotice;
  /** Another text whenever there is something else to say; the seconds that pass are not. */
  speech = '';
  /** Whether that is to be spoken: it is another than before, or the time left has come to a mark. */
  isSpoken = false;
  #timer?: ReturnType<typeof setTimeout>;
  #isAsking = false;
  #isStopped = false;

  constructor(private readonly options: TokenLifeOptions) {
    this.state = options.token;
  }

  start(): void {
    for (const type of WAKE_UPS) window.addEventListener(type, this.#wakeUp);
    document.addEventListener('visibilitychange', this.#wakeUp);
    this.#look();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const type of WAKE_UPS) window.removeEventListener(type, this.#wakeUp);
    document.removeEventListener('visibilitychange', this.#wakeUp);
  }

  /** Takes one more word of the editor, the server or the person. */
  hear(event: TokenEvent): void {
    if (this.#isStopped) return;
    this.state = afterTokenEvent(this.state, event, Date.now());
    this.#look();
  }

  /** Asks the server now, unless it is being asked already. */
  async ask(): Promise<void> {
    if (this.#isAsking || this.#isStopped) return;
    this.#isAsking = true;
    const answer = await this.options.ask();
    this.#isAsking = false;
    this.hear(answer);
  }

  readonly #wakeUp = () => {
    if (document.hidden) return;
    // Meanwhile the person may have signed in, or the connection may be back.
    const { isSignedOut, failure } = this.state;
    if (isSignedOut || failure) void this.ask();
    this.#look();
  };

  /** Looks at the clock: renews, tells, and sets the next look. */
  #look(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    if (isToRenew(this.state, Date.now())) void this.ask();
    this.#tell();
    const delay = nextLook(this.state, Date.now(), this.#isAsking);
    if (delay !== undefined) this.#timer = setTimeout(() => this.#look(), Math.min(delay, LONGEST));
  }

  #tell(): void {
    const before = this.notice;
    const notice = noticeOf(this.state, Date.now());
    const speech = speechOf(notice, this.state);
    // What is being spoken stays so for as long as it reads the same.
    if (speech !== this.speech) this.isSpoken = true;
    else if (secondsLeftOf(notice) !== secondsLeftOf(before)) this.isSpoken = false;
    this.speech = speech;
    this.notice = notice;
    if (before || notice) this.options.onNotice();
  }
}
