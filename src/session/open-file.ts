import type { Launch } from '../access/launch.js';
import { fileOf } from '../address/read-route.js';
import type { Route } from '../address/route.js';
import type { ClientEvent } from '../client/client-messages.js';
import { Failure, failureOf } from '../failure.js';
import { findFile } from '../offer/find-file.js';
import { describeFile, renamed, type OfficeFile } from '../offer/office-file.js';
import { patienceFor } from '../save/auto-save.js';
import type { Outcome } from '../save/follow-save.js';
import type { SavedTracker } from '../save/saved-tracker.js';
import { lockFile, type FileLock } from '../tabs/file-lock.js';
import { FileSession } from './file-session.js';
import type { Handover } from './handover.js';
import { SAVE_TIMEOUT, saveForLeaving, type Leaving } from './leaving.js';
import { NewsSource, WISHES } from './open-file-news.js';
import { hasOpened, type SessionState } from './session-state.js';
import type { TokenKeeper } from './token-keeper.js';
import { loadTracking, type Tracking } from './tracking.js';

/**
 * A file from the click on its action to the end of its editor: found, locked against the person's other tabs, opened
 * in a session; in further sessions when the person tries again or reloads. Elements show it, what follows subscribes.
 */
export class OpenFile extends NewsSource {
  state: SessionState = { phase: 'requesting' };
  /** The file, as soon as it is known. */
  file?: OfficeFile;
  /** What the person has to decide before the file is opened: another tab has it, or it would be converted. */
  question?: 'elsewhere' | 'convert';
  /** What is known of its changes, once it is known; nothing for who views it. */
  saved?: SavedTracker;
  /** Whether the person has left, and the editor was asked to save; in sight, where it takes time. */
  leaving?: Leaving;
  /** Whether the person can only read, though they came to join somebody or could write before. */
  isReading = false;
  /** Whether the session that has failed had the file open. */
  hasStopped = false;
  /** Who has it open, as far as the editor tells: for `coAuthorsOf` to read. */
  views: readonly unknown[] = [];
  /** Whether an editor has been there at all. */
  wasOpen = false;
  isEnded = false;

  /** Whether an earlier session may have changed the file. */
  #hasWritten = false;
  #isConverted = false;
  #lock?: FileLock;
  #session?: FileSession;
  /** The one before, until the editor of this one has the document. */
  #replaced?: { session: FileSession; isAtRisk: boolean };

  /** @param mount makes a frame for a session */
  constructor(
    readonly route: Route,
    private readonly mount: (file: OfficeFile) => HTMLIFrameElement,
  ) {
    super();
  }

  /** Looks after the token of the session, as soon as there is one. */
  get token(): TokenKeeper | undefined {
    return this.#session?.token;
  }

  /** What is to be known for following what was saved; `undefined` for who only read, or when nothing opened. */
  get outcome(): Outcome | undefined {
    const { file, saved } = this;
    if (!file || !saved || !(this.#hasWritten || this.#mayHaveChanged)) return undefined;
    const { fileName, offer } = file;
    const patience = patienceFor(offer.app, this.session?.client.tellsSaved, saved.mayBeLost);
    return { route: this.route, fileName, saved: saved.state, patience };
  }

  /** The session of its editor: what kind that is and where, once its address is known. */
  get session() {
    return this.#session?.session;
  }

  get #mayHaveChanged(): boolean {
    return this.wasOpen && !this.isReading && this.saved !== undefined && !this.#isConverted;
  }

  /**
   * Finds the file and opens it, unless the person has to decide something first. Never rejects: what goes wrong
   * becomes the state `failed`, after which it can be called again.
   */
  async open({ offered, failure, lock: kept }: Handover = {}): Promise<void> {
    this.#session = undefined;
    this.#change({ phase: 'requesting' });
    try {
      if (failure) throw new Failure(failure);
      const found = offered
        ? describeFile(offered.document, offered.blob, offered.offer)
        : await findFile(this.route);
      const tracking = await loadTracking(this.route);
      const lock = (this.#lock ??= kept ?? (await lockFile(fileOf(this.route))));
      if (this.isEnded) return lock.release();
      this.#take(found);
      // Who views sees others' changes come and go: none of them is theirs to lose.
      if (found.offer.intent !== 'view') this.saved ??= this.#trackSaves(tracking, found);
      if (lock.isOpenElsewhere) this.#ask('elsewhere');
      else this.#askOrStart(found);
    } catch (error) {
      if (!this.isEnded) this.#fail(failureOf(error));
    }
  }

  /** The person has said yes to the question: open it though another tab has it, or convert it. */
  goOn(): void {
    const { file, question } = this;
    if (!file) return;
    if (question === 'elsewhere') this.#askOrStart(file);
    else this.#start(file);
  }

  /** Ends the session, if there is one. */
  close(): void {
    this.#session?.close();
    this.#endReplaced();
  }

  /**
   * Has the editor save what it has not saved. At once where it can't be asked.
   * @param show told of what the person waits for; without it, the header says that it is for leaving
   */
  async saveNow(show = this.#showLeaving): Promise<void> {
    const { saved, session } = this;
    if (saved && session?.savesOnDemand && this.#mayHaveChanged) await saveForLeaving(session, saved, show);
  }

  readonly #showLeaving = (leaving?: Leaving): void => {
    this.leaving = leaving;
    this.tell({ type: 'changed' });
  };

  /** Gives the lock away to an editor that takes this one's place. */
  passOnLock(): FileLock | undefined {
    const lock = this.#lock;
    this.#lock = undefined;
    return lock;
  }

  /** Closes the session, gives the lock back and tells subscribers; nothing can be done with this object afterwards. */
  end(): void {
    this.close();
    this.saved?.stop();
    this.isEnded = true;
    this.tell({ type: 'ended' });
    this.forgetSubscribers();
    this.#lock?.release();
  }

  /** Ends with the page that is left: from there, nothing is told to anybody or followed. */
  vanish(): void {
    this.close();
    this.forgetSubscribers();
    this.end();
  }

  /** Tells the editor something. */
  send(messageId: string, values?: Record<string, unknown>): void {
    this.session?.send(messageId, values);
  }

  /** Takes what was found, the first time or anew. Who came to write and can't any more is told so. */
  #take(found: OfficeFile): void {
    this.#hasWritten ||= this.#mayHaveChanged;
    this.isReading = this.wasOpen && this.route.action !== 'view' && found.offer.intent === 'view';
    this.file = found;
  }

  #askOrStart(file: OfficeFile): void {
    if (file.offer.intent === 'convert') this.#ask('convert');
    else this.#start(file);
  }

  #ask(question: 'elsewhere' | 'convert'): void {
    this.question = question;
    this.tell({ type: 'changed' });
  }

  #start(file: OfficeFile, launch?: Launch): void {
    this.question = undefined;
    const session: FileSession = new FileSession({
      route: this.route,
      file,
      mount: () => this.mount(file),
      launch,
      onState: (state) => {
        // A session that another one has replaced is only tidied away: its late states are not this file's.
        if (session === this.#session) this.#handleState(state, session);
      },
      onEvent: (event) => {
        if (session === this.#session) this.#handleEvent(event);
      },
      // What the editor has made of the file opens in the place of the conversion.
      onConverted: () => {
        this.#isConverted = true;
        this.tell({ type: 'leave', to: 'edit' });
      },
      onNotice: () => this.tell({ type: 'changed' }),
      changes: () => (this.#mayHaveChanged ? this.saved?.state : undefined),
      find: () => findFile(this.route),
      reopen: (found, newLaunch) => this.#reopen(found, newLaunch),
    });
    this.#session = session;
    session.start();
    this.tell({ type: 'changed' });
  }

  #handleState(state: SessionState, session: FileSession): void {
    const before = this.state;
    this.hasStopped = state.phase === 'failed' && hasOpened(before);
    if (state.phase === 'ready' && before.phase === 'modified' && !this.session?.client.tellsSaved)
      this.saved?.hear({ type: 'settled' });
    this.#change(state);
    if (state.phase === 'loading') this.tell({ type: 'posted' });
    else if (hasOpened(state) && before.phase === 'loading') {
      this.wasOpen = true;
      this.tell({ type: 'opened' });
      if (this.file?.offer.intent === 'join') this.#askWhetherReading(session).catch(() => undefined);
    } else if (state.phase === 'closed') this.tell({ type: 'closed' });
    else if (state.phase === 'failed') this.tell({ type: 'failed', reason: state.reason });
  }

  #handleEvent(event: ClientEvent): void {
    this.saved?.hearEditor(event, this.session?.client.tellsSaved);
    if (event.type === 'loaded') this.#takeOver();
    this.token?.hearEditor(event);
    if (event.type === 'renamed' && this.file) this.file = renamed(this.file, event.name);
    if (event.type === 'views') this.views = event.views;
    const news = WISHES[event.type];
    if (news) this.tell(news);
    this.tell({ type: 'changed' });
  }

  #trackSaves(tracking: Tracking, { digest }: OfficeFile): SavedTracker {
    return new tracking.SavedTracker({
      digest,
      look: () => tracking.lookAt(this.route),
      onSaved: () => this.tell({ type: 'saved' }),
      onChange: () => this.tell({ type: 'changed' }),
    });
  }

  #reopen(found: OfficeFile, launch?: Launch): void {
    if (this.isEnded) return;
    this.#replace(launch !== undefined);
    this.saved?.hear({ type: 'replaced' });
    this.#take(found);
    this.#change({ phase: 'requesting' });
    if (launch) this.#start(found, launch);
    else this.#askOrStart(found);
  }

  /**
   * Ends the session for another one, which nobody is told of as closed. Where the two share the document on the
   * editor's server, the first one keeps it there until the second has it: even what could not be saved is not lost.
   */
  #replace(isFollowed: boolean): void {
    const session = this.#session;
    this.#session = undefined;
    if (isFollowed && session?.session.sharesDocument) {
      session.retire();
      this.#replaced = { session, isAtRisk: this.saved?.isAtRisk === true };
    } else session?.close();
  }

  /** The editor has the document of the one before, and with it what that one has not saved: that is saved now. */
  #takeOver(): void {
    const isAtRisk = this.#replaced?.isAtRisk === true;
    this.#endReplaced();
    if (!isAtRisk) return;
    this.saved?.hear({ type: 'modified' });
    void this.session?.save(SAVE_TIMEOUT, true);
  }

  #endReplaced(): void {
    this.#replaced?.session.close();
    this.#replaced = undefined;
  }

  /** A lock that somebody has set by hand keeps from writing who came to join them. */
  async #askWhetherReading(session: FileSession): Promise<void> {
    this.isReading = await session.isReadOnly();
    this.tell({ type: 'changed' });
  }

  #fail({ reason, detail }: Failure): void {
    this.#change({ phase: 'failed', reason, detail });
    this.tell({ type: 'failed', reason });
  }

  #change(state: SessionState): void {
    this.state = state;
    this.tell({ type: 'changed' });
  }
}
