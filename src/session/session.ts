import { endOf, type Launch } from '../access/launch.js';
import { postLaunch } from '../access/launch-form.js';
import { timeLimit } from '../access/time-limit.js';
import { assertTrusted, isEditorOrigin } from '../access/trusted-origins.js';
import { Channel } from '../client/channel.js';
import type { ClientEvent } from '../client/client-messages.js';
import { kindOf, WOPI_CLIENTS, type WopiClient } from '../client/wopi-clients.js';
import { Failure, failureOf } from '../failure.js';
import { Opening } from './opening.js';
import { isOpen, nextState, type SessionEvent, type SessionState } from './session-state.js';

const isSaveAnswer = ({ type }: ClientEvent) => type === 'save-done' || type === 'nothing-to-save';

export interface SessionOptions {
  /** Asks the server for address and token; called once. */
  launch: (signal: AbortSignal) => Promise<Launch>;
  /** Makes the frame that the editor opens in; called once, when there is something to post. */
  mount: () => HTMLIFrameElement;
  trustedOrigins: readonly string[];
  /** Seconds that the server, and then the editor, may take. */
  loadTimeout: number;
  /** Seconds after its last word on changes in which an editor that tells of no saves has made them all. */
  settledAfter: number;
  /** Told of every new state. */
  onState: (state: SessionState) => void;
  /** Told of what the editor says, after the session has taken its part of it. */
  onEvent: (event: ClientEvent) => void;
}

/** How often an editor that is silent is told that its host listens, in ms. */
const GREETING = 1000;

/** One editing session, from the request for a token to the end of its frame. It is started once. */
export class Session {
  state: SessionState = { phase: 'requesting' };
  /** When the token ends by this machine's clock, in ms since 1970; 0 before there is one, and where the server did not say. */
  tokenEndsAt = 0;

  readonly #started = Date.now();
  #posted = 0;
  #hasSpoken = false;
  readonly #abort = new AbortController();
  #frame?: HTMLIFrameElement;
  #channel?: Channel;
  /** The editor's origin, once it is known. */
  origin = '';
  /** The editor's address, once it is known. */
  address?: URL;
  /** Microsoft's own id of the session, once its editor has said anything. */
  userSession?: string;
  /** The application's icon, where the server hands it out. */
  favicon?: string;
  /** What kind of editor it is, once its address is known. */
  client: WopiClient = WOPI_CLIENTS.generic;
  #opening?: Opening;
  #greetTimer?: ReturnType<typeof setInterval>;
  #settleTimer?: ReturnType<typeof setTimeout>;
  #saving?: (isAnswered: boolean) => void;
  #isDimmed = false;

  constructor(private readonly options: SessionOptions) {}

  /** Opens the editor. Never rejects: what goes wrong becomes the state `failed`. */
  async start(): Promise<void> {
    const { launch, trustedOrigins, loadTimeout } = this.options;
    try {
      const answer = await launch(timeLimit(loadTimeout, this.#abort.signal));
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

  /** Tells the editor something. */
  send(messageId: string, values?: Record<string, unknown>): void {
    this.#channel?.send(messageId, values);
  }

  get isOpen(): boolean {
    return isOpen(this.state);
  }

  /** Whether the editor has said anything yet: one that has not may not listen either. */
  get isHeard(): boolean {
    return this.#channel?.heard === true;
  }

  /**
   * Gives the editor a new token in place.
   * @throws Failure where the server names another editor than the one that is open
   */
  giveToken(launch: Launch): void {
    const { actionUrl, accessToken, accessTokenTtl } = launch;
    const { origin } = new URL(actionUrl);
    if (!isEditorOrigin(origin, this.origin, this.options.trustedOrigins)) {
      throw new Failure('untrusted-editor', origin);
    }
    this.#command('Reset_Access_Token', { token: accessToken, ttl: accessTokenTtl });
    this.tokenEndsAt = endOf(launch);
  }

  /** Whether another session, begun while this one is there, has what this one has not saved. */
  get sharesDocument(): boolean {
    return this.client.sharesDocument === true && this.isHeard;
  }

  /** Takes the editor out of sight; it stays there until the session is closed. */
  hide(): void {
    if (this.#frame) this.#frame.hidden = true;
  }

  /** Whether the editor saves when it is told to. */
  get savesOnDemand(): boolean {
    return this.client.savesOnDemand === true && this.isHeard;
  }

  /**
   * Asks the editor to save now, and waits for its word, which `onEvent` has heard by then (docs/wopi-clients.md "Saving
   * on demand"). It is woken in any case.
   * @param timeout ms to wait
   * @param isNeeded whether changes are known to be unsaved. An editor whose last save did not reach the server may take
   *   them for saved, and would save nothing
   * @returns whether it has answered; `false` at once where it takes no such message
   */
  async save(timeout: number, isNeeded: boolean): Promise<boolean> {
    if (!this.savesOnDemand) return false;
    // One with a dialog of its own open goes deaf when the focus leaves it, and tells nobody.
    this.#isDimmed = true;
    this.#command('Action_Save', { DontTerminateEdit: true, DontSaveIfUnmodified: !isNeeded, Notify: true });
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), timeout);
      this.#saving = (isAnswered) => {
        clearTimeout(timer);
        resolve(isAnswered);
      };
    });
  }

  /** Tells the editor to do something. One that has dimmed itself does nothing that it is told before it is woken. */
  #command(messageId: string, values: Record<string, unknown>): void {
    if (this.#isDimmed) this.send('Grab_Focus');
    this.#isDimmed = false;
    this.send(messageId, values);
  }

  #post(launch: Launch): void {
    const { mount, trustedOrigins, loadTimeout } = this.options;
    const { actionUrl } = launch;
    const frame = (this.#frame = mount());
    this.address = new URL(actionUrl);
    this.origin = this.address.origin;
    this.favicon = launch.favicon;
    this.client = WOPI_CLIENTS[kindOf(actionUrl)];
    this.tokenEndsAt = endOf(launch);
    this.#opening = new Opening({
      actionUrl,
      client: this.client,
      loadTimeout,
      onOpened: () => this.#opened(),
      onFailed: (failure) => this.#fail(failure),
    });
    frame.addEventListener('load', () => this.#frameLoaded());
    this.#posted = Date.now();
    postLaunch(launch, frame);
    this.#channel = new Channel({
      frame,
      editorOrigin: this.origin,
      trustedOrigins,
      onEvent: (event) => this.#hear(event),
    });
    this.#dispatch({ type: 'posted' });
  }

  #frameLoaded(): void {
    // The empty document that a fresh frame starts with reports its load too, in Firefox even after the post.
    if (!this.#frame || this.#frame.contentDocument?.URL === 'about:blank') return;
    this.#greet();
    this.#opening?.frameLoaded();
  }

  /**
   * Tells the editor that its host listens, and again every second until it has answered or the time to load is over:
   * an editor that begins to listen late has missed the first ones.
   */
  #greet(): void {
    clearInterval(this.#greetTimer);
    const { loadTimeout } = this.options;
    this.send('Host_PostmessageReady');
    this.#greetTimer = setInterval(() => {
      if (this.#channel?.heard || Date.now() - this.#started > loadTimeout * 1000)
        clearInterval(this.#greetTimer);
      else this.send('Host_PostmessageReady');
    }, GREETING);
  }

  #opened(as: 'loaded' | 'modified' = 'loaded'): void {
    this.#opening?.end();
    this.#opening = undefined;
    this.#dispatch({ type: as });
  }

  #hear(event: ClientEvent): void {
    if (!this.#hasSpoken) this.#tellTimes();
    this.#hasSpoken = true;
    this.userSession = this.#channel?.userSession;
    if (event.type === 'loaded') {
      this.#opened();
      this.#keepOnClose();
    } else if (event.type === 'load-failed' || event.type === 'session-closed')
      this.#fail(new Failure('editor-failed', event.text));
    else this.#opening?.heard();
    if (event.type === 'modified') this.#modified();
    else if (event.type === 'unmodified' || isSaveAnswer(event)) this.#dispatch({ type: 'saved' });
    if (event.type === 'idle') this.#isDimmed = true;
    else if (event.type === 'active' || event.type === 'modified') this.#isDimmed = false;
    this.options.onEvent(event);
    if (isSaveAnswer(event) || event.type === 'save-failed') this.#saving?.(true);
  }

  /** One that can save on demand is not to take itself away when the person closes it: it is asked to save first. */
  #keepOnClose(): void {
    if (this.savesOnDemand) this.send('Disable_Default_UIAction', { action: 'UI_Close', disable: true });
  }

  /** How long it has taken to come here, for an editor that keeps statistics of that. */
  #tellTimes(): void {
    if (!this.client.takesTimes) return;
    this.send('Host_PerfTiming', {
      Click: this.#started,
      Iframe: this.#posted,
      HostFrameFetchStart: this.#started,
      RedirectCount: 0,
    });
  }

  #modified(): void {
    // An editor that always tells when it is open means nothing by this before.
    if (this.#opening && this.client.alwaysSpeaks) return;
    this.#opened('modified');
    if (this.client.tellsSaved) return;
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(
      () => this.#dispatch({ type: 'settled' }),
      this.options.settledAfter * 1000,
    );
  }

  #fail({ reason, detail }: Failure): void {
    this.#dispatch({ type: 'failed', reason, detail });
    if (this.state.phase === 'failed') this.#release();
  }

  #release(): void {
    this.#abort.abort();
    this.#opening?.end();
    clearTimeout(this.#settleTimer);
    clearInterval(this.#greetTimer);
    this.#saving?.(false);
    this.#channel?.close();
    this.#channel = undefined;
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
