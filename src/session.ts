import { postLaunch } from './editor-form.js';
import { Failure, failureOf, type FailureReason } from './failure.js';
import { assertTrusted, type Launch } from './launch.js';

/** Where a session stands (design.md "A session"). */
export type SessionState =
  | { phase: 'requesting' | 'posting' | 'loading' | 'ready' | 'modified' | 'closing' | 'closed' }
  | { phase: 'failed'; reason: FailureReason; detail: string };

/** What can happen to a session. */
export type SessionEvent =
  | { type: 'launched' | 'posted' | 'loaded' | 'modified' | 'saved' | 'close' | 'closed' }
  | { type: 'failed'; reason: FailureReason; detail: string };

type Phase = SessionState['phase'];

const OPEN: Phase[] = ['requesting', 'posting', 'loading', 'ready', 'modified'];

const STEPS: Record<
  Exclude<SessionEvent['type'], 'failed'>,
  { from: Phase[]; to: Exclude<Phase, 'failed'> }
> = {
  launched: { from: ['requesting'], to: 'posting' },
  posted: { from: ['posting'], to: 'loading' },
  loaded: { from: ['loading'], to: 'ready' },
  modified: { from: ['ready'], to: 'modified' },
  saved: { from: ['modified'], to: 'ready' },
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

export interface SessionOptions {
  /** Asks the server for address and token; called once. */
  launch: (signal: AbortSignal) => Promise<Launch>;
  /** Makes the frame that the editor opens in; called once, when there is something to post. */
  mount: () => HTMLIFrameElement;
  trustedOrigins: readonly string[];
  /** Seconds that the server, and then the editor, may take. */
  loadTimeout: number;
  /** Told of every new state. */
  onState: (state: SessionState) => void;
}

/** One editing session, from the request for a token to the end of its frame. It is started once. */
export class Session {
  state: SessionState = { phase: 'requesting' };
  readonly #abort = new AbortController();
  #frame?: HTMLIFrameElement;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly options: SessionOptions) {}

  /** Opens the editor. Never rejects: what goes wrong becomes the state `failed`. */
  async start(): Promise<void> {
    const { launch, trustedOrigins, loadTimeout } = this.options;
    try {
      const timeout = AbortSignal.timeout(loadTimeout * 1000);
      const answer = await launch(AbortSignal.any([this.#abort.signal, timeout]));
      if (this.#abort.signal.aborted) return;
      assertTrusted(answer.actionUrl, trustedOrigins);
      this.#dispatch({ type: 'launched' });
      this.#post(answer);
    } catch (error) {
      this.#fail(failureOf(error));
    }
  }

  /** Ends the session: the frame is removed, a request under way is dropped. */
  close(): void {
    if (this.state.phase === 'closed') return;
    this.#dispatch({ type: 'close' });
    this.#release();
    this.#dispatch({ type: 'closed' });
  }

  #post(launch: Launch): void {
    const frame = (this.#frame = this.options.mount());
    frame.addEventListener('load', () => this.#loaded());
    postLaunch(launch, document, frame.name);
    this.#dispatch({ type: 'posted' });
    this.#timer = setTimeout(() => this.#fail(new Failure('editor-failed')), this.options.loadTimeout * 1000);
  }

  #loaded(): void {
    // The empty document that a fresh frame starts with reports its load too, in Firefox even after the post.
    if (this.state.phase !== 'loading' || this.#frame?.contentDocument?.URL === 'about:blank') return;
    clearTimeout(this.#timer);
    this.#dispatch({ type: 'loaded' });
  }

  #fail({ reason, detail }: Failure): void {
    this.#dispatch({ type: 'failed', reason, detail });
    if (this.state.phase === 'failed') this.#release();
  }

  #release(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
    this.#frame?.remove();
    this.#frame = undefined;
  }

  #dispatch(event: SessionEvent): void {
    const state = nextState(this.state, event);
    if (state === this.state) return;
    this.state = state;
    this.options.onState(state);
  }
}
