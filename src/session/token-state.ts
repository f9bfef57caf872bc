import type { Failure, FailureReason } from '../failure.js';

/**
 * What is known of the token of one session. The editor has it, the server hands out others, the person looks on: what
 * each of them says comes here, and what the person is to be told follows from all of it (docs/architecture.md "Token").
 */
export interface TokenState {
  /** When the token that the editor has ends, in ms since 1970; 0 when nobody has said. */
  readonly endsAt: number;
  /** Ahead of that by so many ms it is due: to be renewed, or for the person to reload. */
  readonly margin: number;
  /** Whether the editor takes another one while it is open, as far as is known. */
  readonly inPlace: boolean;
  /** When it was last given one; 0 when it was not. */
  readonly renewedAt: number;
  /** Whether the editor itself says that its token ends. */
  readonly isWarned: boolean;
  /** Whether the Nuxeo session is over: before the person has signed in again, the server gives no other. */
  readonly isSignedOut: boolean;
  /** Why the server has given none, when it was last asked to renew or to reload. */
  readonly failure?: Failure;
  /** How often that was so, one after the other. */
  readonly attempts: number;
  /** When renewing is to be tried again; never by itself once the token has ended. */
  readonly retryAt: number;
  /** What the person was last asked before the editor is taken away. */
  readonly question?: ReloadQuestion;
}

/** Why reloading may lose changes: they are not saved; asked to save them, the editor could not, or has not answered. */
export type ReloadQuestion = 'unsaved' | 'save-failed' | 'save-unanswered';

export type TokenEvent =
  /** The editor was given another token. */
  | { type: 'renewed'; endsAt: number }
  /** The editor says that its token ends, or has ended; when, if it says so. */
  | { type: 'warned'; endsAt?: number }
  /** The editor can't be given another. */
  | { type: 'refused' }
  /** The server hands out tokens: the person is signed in. */
  | { type: 'signed-in' }
  /** The server gave none to renew with, or none to reload with. */
  | { type: 'denied' | 'reload-denied'; failure: Failure }
  /** The person was asked before the editor is taken away. */
  | { type: 'asked'; question: ReloadQuestion };

/** What the person is to know. `secondsLeft` until the end of the token, 0 when it has ended. */
export type TokenNotice =
  /** Only reloading gives the editor another token. `failure`: that was tried, and the server gave none. */
  | { kind: 'ending'; secondsLeft: number; failure?: Failure; question?: ReloadQuestion }
  /** The token can't be renewed yet, which is tried again by itself; or not at all, and it has ended. */
  | { kind: 'waiting' | 'given-up'; secondsLeft: number; failure: Failure }
  /** It can't be renewed before the person has signed in again. */
  | { kind: 'signed-out' };

/** How long renewing is not tried again after each attempt that failed, in ms; the last one stays. */
const WAITS = [5_000, 10_000, 20_000, 40_000, 60_000] as const;

/** How often the time that is left is told anew, and a token that is born old is renewed at most, in ms. */
export const TICK = 10_000;

/** Seconds before the end at which the time that is left is spoken; between these it only shows. */
const MARKS = [300, 60, 0];

/** What an editor says of its token's end so soon after it was given another, it may have said before it had that, in ms. */
const CROSSING = 5_000;

/** Where the server could not be asked, whether the person is signed in is as unknown as before. */
const SAYS_NOTHING: readonly FailureReason[] = ['network', 'timeout', 'unavailable', 'unexpected'];

export const initialToken = (endsAt: number, margin: number, inPlace: boolean): TokenState => ({
  endsAt,
  margin,
  inPlace,
  renewedAt: 0,
  isWarned: false,
  isSignedOut: false,
  attempts: 0,
  retryAt: 0,
});

/** What is known after one more word. */
export function afterTokenEvent(state: TokenState, event: TokenEvent, now: number): TokenState {
  switch (event.type) {
    case 'renewed':
      return { ...initialToken(event.endsAt, state.margin, state.inPlace), renewedAt: now };
    case 'warned':
      return warned(state, event.endsAt ?? now, now);
    case 'refused':
      return { ...state, inPlace: false, isWarned: true };
    case 'signed-in':
      return { ...state, isSignedOut: false, failure: undefined, attempts: 0, retryAt: 0 };
    case 'denied':
      return state.inPlace ? denied(state, event.failure, now) : signedOut(state, event.failure);
    case 'reload-denied':
      return denied(state, event.failure, now);
    case 'asked':
      return { ...state, question: event.question, failure: undefined };
  }
}

/**
 * The editor knows best when its token ends. Where it speaks of an end though most of the life of the token that it was
 * given lies ahead, it has not taken that one: it is not given any more.
 */
function warned(state: TokenState, endsAt: number, now: number): TokenState {
  const { renewedAt, inPlace } = state;
  const age = now - renewedAt;
  const isYoung = renewedAt > 0 && age < state.endsAt - now;
  if (isYoung && age < CROSSING) return state;
  return {
    ...state,
    endsAt: state.endsAt ? Math.min(state.endsAt, endsAt) : endsAt,
    isWarned: true,
    inPlace: inPlace && !isYoung,
  };
}

function denied(state: TokenState, failure: Failure, now: number): TokenState {
  const attempts = state.attempts + 1;
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? 0;
  const end = state.endsAt || Infinity;
  const retryAt = now < end ? Math.min(now + wait, end) : Infinity;
  return { ...signedOut(state, failure), failure, attempts, retryAt, question: undefined };
}

const signedOut = (state: TokenState, { reason }: Failure): TokenState => ({
  ...state,
  isSignedOut: reason === 'session-expired' || (state.isSignedOut && SAYS_NOTHING.includes(reason)),
});

const isDue = ({ endsAt, margin, isWarned }: TokenState, now: number): boolean =>
  endsAt > 0 && (isWarned || now >= endsAt - margin);

/** Whether the server is to be asked for another token now. */
export function isToRenew(state: TokenState, now: number): boolean {
  const { inPlace, isSignedOut, failure, retryAt, renewedAt } = state;
  if (!inPlace || isSignedOut) return false;
  return failure ? now >= retryAt : isDue(state, now) && now >= renewedAt + TICK;
}

/** What the person is to know now. To sign in comes first: the time that is left is told again when that is done. */
export function noticeOf(state: TokenState, now: number): TokenNotice | undefined {
  const { isSignedOut, inPlace, endsAt, failure, question } = state;
  if (isSignedOut) return { kind: 'signed-out' };
  if (!isDue(state, now)) return undefined;
  const secondsLeft = Math.max(0, Math.ceil((endsAt - now) / 1000));
  if (!inPlace) return { kind: 'ending', secondsLeft, failure, question };
  return failure && { kind: secondsLeft ? 'waiting' : 'given-up', secondsLeft, failure };
}

/** Seconds until the token ends, as far as that is told. */
export const secondsLeftOf = (notice: TokenNotice | undefined): number =>
  notice && notice.kind !== 'signed-out' ? notice.secondsLeft : 0;

/**
 * In how many ms there is something to do or something else to tell; `undefined` where nothing comes by itself.
 * @param isAsking whether the server is being asked: then its answer comes before it is asked again
 */
export function nextLook(state: TokenState, now: number, isAsking: boolean): number | undefined {
  const { endsAt, margin, inPlace, failure, retryAt, renewedAt, isSignedOut } = state;
  const moments: number[] = [];
  if (endsAt && !isDue(state, now)) moments.push(endsAt - margin);
  const secondsLeft = secondsLeftOf(noticeOf(state, now));
  if (secondsLeft) {
    const mark = MARKS.find((seconds) => seconds < secondsLeft) ?? 0;
    moments.push(Math.min(now + TICK, endsAt - mark * 1000));
  }
  if (inPlace && !isSignedOut && !isAsking) {
    if (failure) moments.push(retryAt);
    else if (endsAt && isDue(state, now)) moments.push(renewedAt + TICK);
  }
  const next = Math.min(...moments);
  return Number.isFinite(next) ? Math.max(0, next - now) : undefined;
}

/**
 * What of a notice is to be spoken: where this is another than before, it is; the seconds that pass between the marks
 * are not.
 */
export function speechOf(notice: TokenNotice | undefined, { attempts, inPlace }: TokenState): string {
  if (!notice) return '';
  const mark = MARKS.filter((seconds) => secondsLeftOf(notice) <= seconds).length;
  const { failure, question } = { failure: undefined, question: undefined, ...notice };
  // A reload that fails the second time is an answer again; a renewal that does is nobody's news.
  return [notice.kind, mark, failure?.reason, !inPlace && attempts, question].join();
}
