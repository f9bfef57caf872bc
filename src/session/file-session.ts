import type { Launch } from '../access/launch.js';
import { launchAtClick } from '../access/pressed-launch.js';
import type { Route } from '../address/route.js';
import type { ClientEvent } from '../client/client-messages.js';
import { withEditorAddress } from '../client/editor-address.js';
import type { OfficeFile } from '../offer/office-file.js';
import { settledAfter } from '../save/auto-save.js';
import type { SavedState } from '../save/saved-state.js';
import { editorSettings } from '../settings/editor-settings.js';
import { Session } from './session.js';
import type { SessionState } from './session-state.js';
import type { TokenKeeper } from './token-keeper.js';

/** Needed only once there is a token, so it is fetched beside what opens a file. */
const tokenKeeper = import('./token-keeper.js');

export interface FileSessionOptions {
  route: Route;
  file: OfficeFile;
  /** Makes the frame that the editor opens in. */
  mount: () => HTMLIFrameElement;
  /** What opens the file, where it is there already; else the server is asked. */
  launch?: Launch;
  /** Told of every new state. */
  onState: (state: SessionState) => void;
  /** Told of what the editor says. */
  onEvent: (event: ClientEvent) => void;
  /** Told when the editor has converted the file, and it can be edited. */
  onConverted: () => void;
  /** Told whenever there is something else to know of the token. */
  onNotice: () => void;
  /** What is known of the file's changes; `undefined` where the person can make none. */
  changes: () => SavedState | undefined;
  /** Looks for the file anew, and what can be done with it by now. @throws Failure */
  find: () => Promise<OfficeFile>;
  /** Opens what was found in this session's place, with that token; without one, the person is to be asked before. */
  reopen: (file: OfficeFile, launch?: Launch) => void;
}

/** One session of an open file: what it asks the server for, its editor, and its token looked after. */
export class FileSession {
  /** Looks after the token, as soon as there is one. */
  token?: TokenKeeper;
  /** Its editor. */
  readonly session: Session;
  readonly #over = new AbortController();
  #launch?: Launch;

  constructor(private readonly options: FileSessionOptions) {
    const { file, mount, onEvent } = options;
    const { trustedOrigins, loadTimeout } = editorSettings();
    this.session = new Session({
      launch: async (signal) => (this.#launch = await this.#launchFor(signal)),
      mount,
      trustedOrigins,
      loadTimeout,
      settledAfter: settledAfter(file.offer.app),
      onState: (state) => this.#handleState(state),
      onEvent,
    });
  }

  /** Opens the editor. Never rejects: what goes wrong becomes the state `failed`. */
  start(): void {
    void this.session.start();
  }

  close(): void {
    this.#stop();
    this.session.close();
  }

  /** Ends all but the editor, which stays out of sight until the session is closed. */
  retire(): void {
    this.#stop();
    this.session.hide();
  }

  /** Whether the person can only read: a lock that somebody has set by hand shows in the server's own word alone. */
  async isReadOnly(): Promise<boolean> {
    const { isReadOnly } = await import('../access/check-file-info.js');
    return this.#launch !== undefined && (await isReadOnly(this.#launch));
  }

  async #launchFor(signal: AbortSignal): Promise<Launch> {
    const { file, launch } = this.options;
    return launch ?? withEditorAddress(await launchAtClick(file.offer, signal), file.offer, file.ownerId);
  }

  #handleState(state: SessionState): void {
    if (state.phase === 'failed') this.#stop();
    else if (state.phase === 'loading') {
      void this.#keepToken();
      if (this.options.file.offer.intent === 'convert') this.#followConversion().catch(() => undefined);
    }
    this.options.onState(state);
  }

  async #followConversion(): Promise<void> {
    const { file, route, onConverted } = this.options;
    const { awaitConversion } = await import('./conversion.js');
    if (await awaitConversion(file, route, this.#over.signal)) onConverted();
  }

  async #keepToken(): Promise<void> {
    const { file, changes, onNotice, find, reopen } = this.options;
    const { launchAnew, prepareReload, TokenKeeper } = await tokenKeeper;
    if (!this.session.isOpen) return;
    this.token = new TokenKeeper({
      session: this.session,
      changes,
      requestLaunch: (signal) => launchAnew(file, signal),
      prepareReload: (signal) => prepareReload(find, reopen, signal),
      onNotice,
    });
  }

  #stop(): void {
    this.#over.abort();
    this.token?.stop();
    this.token = undefined;
  }
}
