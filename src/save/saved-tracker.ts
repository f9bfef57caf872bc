import type { ClientEvent } from '../client/client-messages.js';
import { ARRIVAL } from './auto-save.js';
import { watchForSave } from './save-watch.js';
import { afterWitness, initialState, isSaved, type SavedState, type SaveWitness } from './saved-state.js';

export interface SavedTrackerOptions {
  /** The blob's digest when the file opens. */
  digest: string;
  /** Looks at the digest in Nuxeo now. @throws when it can't be seen; the next look may */
  look: () => Promise<string>;
  /** Told when all changes are in Nuxeo. */
  onSaved: () => void;
  /** Told whenever something here is different. */
  onChange: () => void;
  /** Seconds in which a save that the editor has told of should arrive. */
  arrival?: number;
}

/** Listens to the editor, looks at the server whenever a save is owed, and knows what is saved of an open file. */
export class SavedTracker {
  state: SavedState;
  /** When all changes were last known to be in Nuxeo. */
  savedAt?: Date;
  /** Whether a save that the editor has told of has not arrived in time. */
  isLate = false;
  #watch?: AbortController;

  constructor(private readonly options: SavedTrackerOptions) {
    this.state = initialState(options.digest);
  }

  /** Takes what the editor says, of which most is not about saving. @param tellsSaved whether it tells of all changes */
  hearEditor(event: ClientEvent, tellsSaved: boolean): void {
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
    if (isSaved(state)) {
      this.savedAt = new Date();
      this.isLate = false;
      this.options.onSaved();
    }
    if (state.owed > before.owed) void this.#lookForSaves();
    this.options.onChange();
  }

  /** Looks no more. */
  stop(): void {
    this.#watch?.abort();
  }

  async #lookForSaves(): Promise<void> {
    this.#watch?.abort();
    const { signal } = (this.#watch = new AbortController());
    const { look, arrival = ARRIVAL, onChange } = this.options;
    while (this.state.owed > 0) {
      const digest = await watchForSave({ digest: this.state.digest, look, patience: arrival, signal });
      if (signal.aborted) return;
      if (digest === undefined) {
        this.isLate = true;
        return onChange();
      }
      this.hear({ type: 'seen', digest });
    }
  }
}
