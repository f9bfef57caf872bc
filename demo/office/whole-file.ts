import type { Content, Shown, Unsaved } from './content.js';

interface Draft {
  readonly bytes: Buffer;
  readonly base: number;
}

/** What is known of one person in the file. */
interface Seat {
  /** how often others have saved since the person came: the version as this person counts it */
  version: number;
  draft?: Draft;
}

/**
 * A file that each person changes as a whole. Who started from what somebody else has replaced since can't save any
 * more; they have to load what is newer.
 */
export class WholeFile implements Content {
  private bytes: Buffer = Buffer.alloc(0);
  private readonly seats = new Map<string, Seat>();

  constructor(private readonly type: string) {}

  load(bytes: Buffer): Promise<void> {
    if (!this.bytes.equals(bytes)) this.replace(bytes);
    return Promise.resolve();
  }

  version(person: string): number {
    return this.seat(person).version;
  }

  show(person: string): Shown {
    delete this.seat(person).draft;
    return { type: this.type, body: this.bytes };
  }

  take(person: string, bytes: Buffer, base: number): void {
    this.seat(person).draft = { bytes, base };
  }

  isUnsaved(person: string): boolean {
    return this.seat(person).draft !== undefined;
  }

  unsaved(person: string): Promise<Unsaved | undefined> {
    const { draft, version } = this.seat(person);
    if (draft?.base !== version) return Promise.resolve(undefined);
    const settle = (): void => this.settle(person, draft);
    return Promise.resolve({ bytes: draft.bytes, settle });
  }

  forget(person: string): void {
    this.seats.delete(person);
  }

  private settle(person: string, saved: Draft): void {
    const seat = this.seat(person);
    // A newer draft of the same person, made while this one was on its way, stays unsaved.
    if (seat.draft === saved) delete seat.draft;
    this.replace(saved.bytes, person);
  }

  private replace(bytes: Buffer, by?: string): void {
    this.bytes = bytes;
    for (const [person, seat] of this.seats) {
      if (person !== by) seat.version += 1;
    }
  }

  private seat(person: string): Seat {
    const seat = this.seats.get(person) ?? { version: 0 };
    this.seats.set(person, seat);
    return seat;
  }
}
