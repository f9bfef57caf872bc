import type { FailureReason } from '../failure.js';

/** Where a session stands (docs/architecture.md "A session"). */
export type SessionState =
  | { phase: 'requesting' | 'posting' | 'loading' | 'ready' | 'modified' | 'closing' | 'closed' }
  | { phase: 'failed'; reason: FailureReason; detail: string };

/** What can happen to a session. `settled`: no change has been reported for so long that all must have been saved. */
export type SessionEvent =
  | { type: 'launched' | 'posted' | 'loaded' | 'modified' | 'saved' | 'settled' | 'close' | 'closed' }
  | { type: 'failed'; reason: FailureReason; detail: string };

type Phase = SessionState['phase'];

const OPEN: readonly Phase[] = ['requesting', 'posting', 'loading', 'ready', 'modified'];

const STEPS: Record<
  Exclude<SessionEvent['type'], 'failed'>,
  { from: readonly Phase[]; to: Exclude<Phase, 'failed'> }
> = {
  launched: { from: ['requesting'], to: 'posting' },
  posted: { from: ['posting'], to: 'loading' },
  loaded: { from: ['loading'], to: 'ready' },
  modified: { from: ['loading', 'ready'], to: 'modified' },
  saved: { from: ['modified'], to: 'ready' },
  settled: { from: ['modified'], to: 'ready' },
  close: { from: [...OPEN, 'failed'], to: 'closing' },
  closed: { from: ['closing'], to: 'closed' },
};

/** The state after the event; the same state where the event means nothing. */
export function nextState(state: SessionState, event: SessionEvent): SessionState {
  if (event.type === 'failed') {
    const { reason, detail } = event;
    return OPEN.includes(state.phase) ? { phase: 'failed', reason, detail } : state;
  }
  const { from, to } = STEPS[event.type];
  return from.includes(state.phase) ? { phase: to } : state;
}

/** Whether its editor has the file open. */
export const hasOpened = ({ phase }: SessionState): boolean => phase === 'ready' || phase === 'modified';

/** Whether a session in that state can still be used. */
export const isOpen = ({ phase }: SessionState): boolean => OPEN.includes(phase);
