import { requestLaunch, type Launch } from '../access/launch.js';
import { launchAtClick } from '../access/pressed-launch.js';
import { fileOf } from '../address/read-route.js';
import type { Route } from '../address/route.js';
import type { ClientEvent } from '../client/client-messages.js';
import { withEditorAddress } from '../client/editor-address.js';
import { Failure, failureOf, type FailureReason } from '../failure.js';
import { findFile } from '../offer/find-file.js';
import { describeFile, renamed, type OfficeFile } from '../offer/office-file.js';
import { AUTO_SAVE, patienceFor } from '../save/auto-save.js';
import type { Outcome } from '../save/follow-save.js';
import { editorSettings } from '../settings/editor-settings.js';
import { lockFile, type FileLock } from '../tabs/file-lock.js';
import { DESTINATIONS, type Destination } from './destination.js';
import type { Handover } from './handover.js';
import { Session } from './session.js';
import type { SessionState } from './session-state.js';
import type { TokenKeeper } from './token-keeper.js';

/** Needed only once there is a token, so it is fetched beside what opens a file. */
const tokenKeeper = import('./token-keeper.js');

/** What a file that is open tells those who subscribe to it. */
export type OpenFileNews =
  /** Something that can be read of it is different now. */
  | { type: 'changed' }
  /** One of its sessions has got its token, has its editor, is saved, is over. */
  | { type: 'posted' | 'opened' | 'saved' | 'closed' }
  | { type: 'failed'; reason: FailureReason }
  | { type: 'leave'; to: Destination }
  /** It is closed for good; nothing else is told after that. */
  | { type: 'ended' };

/**
 * A file from the click on its action to the end of its editor: found, locked against the person's other tabs, opened
 * in a session; in further sessions when the person tries again or reloads. Elements show it, what follows subscribes.
 */
export class OpenFile {
  state: SessionState = { phase: 'requesting' };
  /** The file, as soon as it is known. */
  file?: OfficeFile;
  /** What the person has to decide before the file is opened: another tab has it, or it would be converted. */
  question?: 'elsewhere' | 'convert';
  /** Looks after the token of the session, as soon as there is one. */
  token?: TokenKeeper;
  /** When the editor last told that all is saved. */
  savedAt?: Date;
  /** Why the last save failed, as the editor says it; empty when it did not. */
  saveFailure = '';
  /** Whether the person can only read, though they came to join somebody. */
  isReading = false;
  /** Whether an editor has been there at all. */
  wasOpen = false;
  isEnded = false;

  readonly #subscribers = new Set<(news: OpenFileNews) => void>();
  #everModified?: boolean;
  #lock?: FileLock;
  #session?: Session;
  #launch?: Launch;

  /**
   * @param route what to open
   * @param mount makes a frame for a session
   */
  constructor(
    readonly route: Route,
    private readonly mount: (file: OfficeFile) => HTMLIFrameElement,
  ) {}

  /** Has `listener` told of all that happens from now on. */
  subscribe(listener: (news: OpenFileNews) => void): void {
    this.#subscribers.add(listener);
  }

  /** Whether the file has been changed: `undefined` when the editor has said nothing at all. */
  get everModified(): boolean | undefined {
    return this.#everModified || this.#session?.everModified;
  }

  /** What is to be known for following what was saved; `undefined` for a view or when nothing opened. */
  get outcome(): Outcome | undefined {
    const { file, wasOpen, everModified } = this;
    if (!file || !wasOpen || file.offer.intent === 'view') return undefined;
    const { fileName, digest, offer } = file;
    return { route: this.route, fileName, digest, patience: patienceFor(offer.app), everModified };
  }

  /**
   * Finds the file and opens it, unless the person has to decide something first. Never rejects: what goes wrong
   * becomes the state `failed`, after which it can be called again.
   */
  async open({ offered, failure }: Partial<Handover> = {}): Promise<void> {
    this.#stopToken();
    this.#session = undefined;
    this.#change({ phase: 'requesting' });
    try {
      if (failure) throw new Failure(failure);
      const found = offered
        ? describeFile(offered.document, offered.blob, offered.offer)
        : await findFile(this.route);
      const lock = (this.#lock ??= await lockFile(fileOf(this.route)));
      if (this.isEnded) return lock.release();
      this.file = found;
      if (lock.isOpenElsewhere) this.#ask('elsewhere');
      else this.#askOrStart(found);
    } catch (error) {
      if (!this.isEnded) this.#fail(failureOf(error));
    }
  }

  /** The person has decided for it. */
  goOn(): void {
    const { file, question } = this;
    if (!file) return;
    if (question === 'elsewhere') this.#askOrStart(file);
    else this.#start(file);
  }

  /** Ends the session, if there is one. */
  close(): void {
    this.#stopToken();
    this.#session?.close();
  }

  /** Ends it all. */
  end(): void {
    this.close();
    this.isEnded = true;
    this.#lock?.release();
    this.#tell({ type: 'ended' });
    this.#subscribers.clear();
  }

  /** Tells the editor something. */
  send(messageId: string): void {
    this.#session?.send(messageId);
  }

  #askOrStart(file: OfficeFile): void {
    if (file.offer.intent === 'convert') this.#ask('convert');
    else this.#start(file);
  }

  #ask(question: 'elsewhere' | 'convert'): void {
    this.question = question;
    this.#tell({ type: 'changed' });
  }

  #start(file: OfficeFile): void {
    this.question = undefined;
    this.#startSession(file, async (signal) =>
      withEditorAddress(await launchAtClick(file.offer, signal), file.offer),
    );
    this.#tell({ type: 'changed' });
  }

  #startSession(file: OfficeFile, getLaunch: (signal: AbortSignal) => Promise<Launch>): void {
    const { trustedOrigins, loadTimeout } = editorSettings();
    const session: Session = new Session({
      launch: async (signal) => (this.#launch = await getLaunch(signal)),
      mount: () => this.mount(file),
      trustedOrigins,
      loadTimeout,
      autoSave: AUTO_SAVE[file.offer.app],
      onState: (state) => {
        // A session that another one has replaced is only tidied away: its late states are not this file's.
        if (session === this.#session) this.#handleState(state, file);
      },
      onEvent: (event) => this.#handleEvent(event),
    });
    this.#session = session;
    void session.start();
  }

  #handleState(state: SessionState, file: OfficeFile): void {
    const before = this.state.phase;
    if (state.phase === 'failed') this.#stopToken();
    this.#change(state);
    if (state.phase === 'loading') {
      void this.#keepToken(file);
      this.#tell({ type: 'posted' });
    } else if (state.phase === 'ready' && before === 'loading') {
      this.wasOpen = true;
      this.#tell({ type: 'opened' });
      if (file.offer.intent === 'join') this.#askWhetherReading().catch(() => undefined);
    } else if (state.phase === 'closed') this.#tell({ type: 'closed' });
    else if (state.phase === 'failed') this.#tell({ type: 'failed', reason: state.reason });
  }

  #handleEvent(event: ClientEvent): void {
    if (event.type !== 'alive') this.saveFailure = event.type === 'save-failed' ? event.text || '?' : '';
    if (event.type === 'saved' && this.everModified) {
      this.savedAt = new Date();
      this.#tell({ type: 'saved' });
    }
    if (event.type === 'token-ending') this.token?.editorWarns();
    if (event.type === 'renamed' && this.file) this.file = renamed(this.file, event.name);
    const to = DESTINATIONS[event.type];
    if (to) this.#tell({ type: 'leave', to });
    this.#tell({ type: 'changed' });
  }

  async #keepToken(file: OfficeFile): Promise<void> {
    const session = this.#session;
    const { TokenKeeper } = await tokenKeeper;
    if (!session?.isOpen) return;
    this.token = new TokenKeeper({
      session,
      requestLaunch: async () => {
        const timeout = AbortSignal.timeout(editorSettings().loadTimeout * 1000);
        return withEditorAddress(await requestLaunch(file.offer, timeout), file.offer);
      },
      reopen: (launch) => this.#reopen(file, launch),
      onNotice: () => this.#tell({ type: 'changed' }),
    });
  }

  #stopToken(): void {
    this.token?.stop();
    this.token = undefined;
  }

  #reopen(file: OfficeFile, launch: Launch): void {
    this.#everModified = this.everModified;
    this.close();
    this.#change({ phase: 'requesting' });
    this.#startSession(file, () => Promise.resolve(launch));
  }

  /** A lock that somebody has set by hand keeps from writing who came to join them; only the server can tell. */
  async #askWhetherReading(): Promise<void> {
    const { isReadOnly } = await import('../access/check-file-info.js');
    this.isReading = this.#launch !== undefined && (await isReadOnly(this.#launch));
    this.#tell({ type: 'changed' });
  }

  #fail({ reason, detail }: Failure): void {
    this.#change({ phase: 'failed', reason, detail });
    this.#tell({ type: 'failed', reason });
  }

  #change(state: SessionState): void {
    this.state = state;
    this.#tell({ type: 'changed' });
  }

  #tell(news: OpenFileNews): void {
    for (const tell of [...this.#subscribers]) tell(news);
  }
}
