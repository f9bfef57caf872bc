import { canBeReached, isRefused } from '../access/editor-reach.js';
import type { WopiClient } from '../client/wopi-clients.js';
import { Failure } from '../failure.js';

/** How long an editor may be silent before its address is looked at, in ms. */
const SILENCE = 5_000;

export interface OpeningOptions {
  actionUrl: string;
  client: WopiClient;
  /** Seconds that the editor may take: from the post on, and anew from each of its words, for it may wait for a server. */
  loadTimeout: number;
  onOpened: () => void;
  onFailed: (failure: Failure) => void;
}

/**
 * Finds out whether an editor opens (docs/architecture.md "Opened"). Its own word counts before all. Of one that may be
 * silent its frame's `load` does, if its address can be reached and the page's own policy has not kept it out.
 */
export class Opening {
  readonly #over = new AbortController();
  readonly #silence: ReturnType<typeof setTimeout>;
  #timeout?: ReturnType<typeof setTimeout>;
  #isHeard = false;
  #isLoaded = false;

  /** To be made before the editor's address is posted to: the page's own policy refuses that at once. */
  constructor(private readonly options: OpeningOptions) {
    const { actionUrl, loadTimeout } = options;
    const { origin } = new URL(actionUrl);
    const { signal } = this.#over;
    document.addEventListener(
      'securitypolicyviolation',
      (event) => {
        if (isRefused(event, ['frame-src', 'form-action'], origin))
          this.#fail(new Failure('editor-blocked', origin));
      },
      { signal },
    );
    this.#silence = setTimeout(() => void this.#look(), Math.min(SILENCE, loadTimeout * 500));
    this.#countTime();
  }

  /** Something has loaded in the frame: the editor's page, or the browser's own that says why there is none. */
  frameLoaded(): void {
    this.#isLoaded = true;
    if (!this.options.client.alwaysSpeaks) void this.#look();
  }

  /** The editor says something, though not that the file is open. */
  heard(): void {
    this.#isHeard = true;
    this.#countTime();
  }

  /** It is open, or given up: nothing is told any more. */
  end(): void {
    this.#over.abort();
    clearTimeout(this.#silence);
    clearTimeout(this.#timeout);
  }

  #countTime(): void {
    clearTimeout(this.#timeout);
    this.#timeout = setTimeout(
      () => this.#fail(new Failure('editor-failed')),
      this.options.loadTimeout * 1000,
    );
  }

  async #look(): Promise<void> {
    const { actionUrl, client, onOpened } = this.options;
    if (this.#isHeard) return;
    const isReached = await canBeReached(actionUrl);
    if (this.#isHeard || this.#over.signal.aborted) return;
    if (isReached === false) this.#fail(new Failure('editor-unreachable', new URL(actionUrl).origin));
    else if (this.#isLoaded && !client.alwaysSpeaks) onOpened();
  }

  #fail(failure: Failure): void {
    if (!this.#over.signal.aborted) this.options.onFailed(failure);
  }
}
