import type { Content, Unsaved } from './content.js';
import type { Participant } from './participant.js';
import type { SaveOutcome } from './shared/session.js';

/** An open file, as far as what saves it is concerned. */
export interface SavedFile {
  readonly content: Content;
  readonly people: ReadonlySet<Participant>;
  /** by which the times are divided */
  readonly speed: number;
  /** Has a task wait for those before it. */
  inTurn<T>(task: () => Promise<T>): Promise<T>;
  /**
   * Puts what `take` gives in the file's place, with somebody's token; what goes wrong is in their state.
   * @param take nothing where there is nothing to put
   */
  put(by: Participant, take: () => Promise<Unsaved | undefined>): Promise<SaveOutcome>;
  /** Lets somebody go for good, and unlocks when no other editor is left. */
  letGo(participant: Participant): Promise<void>;
  /** Tells every page how things are. */
  tellAll(): void;
}

/** When an open file is saved, and with whose token: WOPI clients differ in it. What is async is called in turn. */
export interface Saving {
  /** Whether the file lacks something that anybody has changed. */
  readonly isModified: boolean;
  /** Whether that person waits for a save. */
  isUnsaved(participant: Participant): boolean;
  /** Somebody has changed something. */
  changed(by: Participant): void;
  /** Somebody wants it saved. @param force even where nothing has changed */
  save(by: Participant, force: boolean): Promise<SaveOutcome>;
  /** Somebody leaves. They are let go, or stay behind as `isAway` while something of theirs is to be saved. */
  leave(participant: Participant): Promise<void>;
  /** Somebody comes who may be one of those. */
  welcome(newcomer: { readonly userId: string; readonly token: string }): Promise<void>;
  /** Ends what it does by itself. */
  stop(): void;
}
