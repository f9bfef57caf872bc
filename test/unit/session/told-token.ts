import { Failure } from '../../../src/failure.js';
import {
  afterTokenEvent,
  initialToken,
  isToRenew,
  nextLook,
  noticeOf,
  type TokenEvent,
  type TokenNotice,
  type TokenState,
} from '../../../src/session/token-state.js';

export const SECOND = 1_000;
export const MINUTE = 60_000;
/** What a token lives, and how long before its end it is due. */
export const LIFE = 60 * MINUTE;
export const MARGIN = 5 * MINUTE;

/** A notice in short: `ending 240 unavailable unsaved`. */
export function inShort(notice: TokenNotice | undefined): string {
  if (!notice) return '';
  const { kind, secondsLeft, failure, question } = {
    secondsLeft: undefined,
    failure: undefined,
    question: undefined,
    ...notice,
  };
  return [kind, secondsLeft, failure?.reason, question].filter((word) => word !== undefined).join(' ');
}

/** A token that was handed out at 0, and the clock. */
export class Told {
  state: TokenState;
  now = 0;

  constructor(inPlace: boolean) {
    this.state = initialToken(LIFE, MARGIN, inPlace);
  }

  hear(event: TokenEvent): this {
    this.state = afterTokenEvent(this.state, event, this.now);
    return this;
  }

  /** Lets time pass, until so long before the token's end. */
  until(left: number): this {
    this.now = this.state.endsAt - left;
    return this;
  }

  pass(ms: number): this {
    this.now += ms;
    return this;
  }

  get notice() {
    return noticeOf(this.state, this.now);
  }

  get says(): string {
    return inShort(this.notice);
  }

  get isToRenew() {
    return isToRenew(this.state, this.now);
  }

  /** Goes on from look to look until nothing comes by itself, or something is to be done. @returns when it has looked */
  looks(until = Infinity): number[] {
    const looks: number[] = [];
    for (;;) {
      const delay = nextLook(this.state, this.now, false);
      if (delay === undefined || this.now + delay > until) return looks;
      this.now += delay;
      looks.push(this.now);
      if (this.isToRenew) return looks;
    }
  }
}

export const denied = (...[reason]: ConstructorParameters<typeof Failure>): TokenEvent => ({
  type: 'denied',
  failure: new Failure(reason),
});
export const reloadDenied = (...[reason]: ConstructorParameters<typeof Failure>): TokenEvent => ({
  type: 'reload-denied',
  failure: new Failure(reason),
});
