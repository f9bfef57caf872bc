import { HttpError } from '../nuxeo/http-error.js';

/** Bytes to be put in the file's place. */
export interface Unsaved {
  readonly bytes: Buffer;
  /** To be called once they are there. */
  settle(): void;
}

/** What a page gets to show. */
export interface Shown {
  /** content type of the body */
  readonly type: string;
  readonly body: Buffer | string;
}

/** What is in an open file, and how its people change it together. People are known by their session's id. */
export interface Content {
  /** Takes what the file holds now: when it is opened, and when it may have changed elsewhere. */
  load(bytes: Buffer): Promise<void>;
  /** A number that grows whenever there is something new to show to this person. */
  version(person: string): number;
  /** What there is to show; it takes the place of what the person has not saved. */
  show(person: string): Shown | Promise<Shown>;
  /**
   * Takes a change from a person's page.
   * @param base the version that it was made in
   * @throws HttpError 400 when it can't be used
   */
  take(person: string, change: Buffer, base: number): void;
  /** Whether the person has changes that wait to be saved, or to be given up. */
  isUnsaved(person: string): boolean;
  /** What can be saved for a person, if anything. */
  unsaved(person: string): Promise<Unsaved | undefined>;
  /** Forgets a person who has left. */
  forget(person: string): void;
}

/** The change as JSON, not narrowed. @throws HttpError 400 */
export function parseChange(change: Buffer): unknown {
  try {
    return JSON.parse(change.toString());
  } catch {
    throw new HttpError(400, 'The change is no JSON');
  }
}
