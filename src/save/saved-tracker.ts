import type { ClientEvent } from '../client/client-messages.js';
import { ARRIVAL } from './auto-save.js';
import type { Look } from './look.js';
import { watchForSave } from './save-watch.js';
import {
  afterWitness,
  initialState,
  isAtRisk,
  isSaved,
  mayBeLost,
  type SavedState,
  type SaveWitness,
} from './saved-state.js';

export { lookAt } from './look.js';

export interface SavedTrackerOptions {
  /** The blob's digest when the file opens. */
  digest: string;
  /** Looks at what Nuxeo has now. @throws when it can't be seen; the next look may */
  look: () => Promise<Look>;
  /** Told when all changes are in Nuxeo. */
  onSaved: () => void;
  /** Told whenever something here is different. */
  onChange: () => void;
  /** Seconds in which a save that the editor has told of should arrive. */
  arrival?: number;
}

/**
 * Listens to the editor, looks at the server, and knows what is saved of an open file. A save is told by a new digest,
 * so the one before has to be known: the server is looked at when the editor has loaded and with the first change after
 * a save, for others may have saved meanwhile, and the editor too without a word.
 */
export class SavedTracker {
  state: SavedState;
  /** When all changes were last known to be in Nuxeo. */
  savedAt?: Date;
  /** Whether a save that the editor has told of has not arrived in time. */
  isLate = false;
  #looking?: AbortController;

  constructor(private readonly options: SavedTrackerOptions) {
    this.state = initialState(options.digest);
  }

  /** Whether all changes that are known of are known to be in Nuxeo. */
  get isSaved(): boolean {
    return isSaved(this.state);
  }

  /** Whether there are changes that are not known to be saved. */
  get isAtRisk(): boolean {
    return isAtRisk(this.state);
  }

  /** Whether leaving may have lost something. */
  get mayBeLost(): boolean {
    return mayBeLost(this.state);
  }

  /** Takes what the editor says, of which most is not about saving. @param tellsSaved whether it tells of all changes */
  hearEditor(event: ClientEvent, tellsSaved = false): void {
    switch (event.type) {
      case 'loaded':
        return this.hear({ type: 'loaded', tellsSaved });
      case 'modified':
      case 'unmodified':
      case 'save-done':
      case 'nothing-to-save':
      case 'save-failed':
        return this.hear(event);
    }
  }

  /** Takes a witness's word. */
  hear(witness: SaveWitness): void {
    const before = this.state;
    const state = afterWitness(before, witness);
    if (state === before) return;
    this.state = state;
    if (isSaved(state) && !isSaved(before)) {
      this.savedAt = new Date();
      this.isLate = false;
      this.options.onSaved();
    }
    const beginsAnew = state.word !== before.word && (state.word === 'clean' || state.word === 'changed');
    if (state.owed > before.owed) void this.#lookForSaves();
    else if (beginsAnew && !state.owed) void this.#lookBeforeSave();
    this.options.onChange();
  }

  /** Looks no more. */
  stop(): void {
    this.#looking?.abort();
  }

  async #lookBeforeSave(): Promise<void> {
    const signal = this.#begin();
    const seen = await this.options.look().catch(() => undefined);
    if (seen && !signal.aborted) this.hear({ type: 'seen', digest: seen.digest });
  }

  async #lookForSaves(): Promise<void> {
    const signal = this.#begin();
    const { look, arrival = ARRIVAL, onChange } = this.options;
    while (this.state.owed > 0) {
      const seen = await watchForSave({ digest: this.state.digest, look, patience: arrival, signal });
      if (signal.aborted) return;
      if (!seen) {
        this.isLate = true;
        return onChange();
      }
      this.hear({ type: 'seen', digest: seen.digest });
    }
  }

  #begin(): AbortSignal {
    this.#looking?.abort();
    this.#looking = new AbortController();
    return this.#looking.signal;
  }
}
