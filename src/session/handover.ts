import type { FailureReason } from '../failure.js';
import type { Offer } from '../offer/offers.js';
import type { FileLock } from '../tabs/file-lock.js';

/** What a click hands over to the editor that it opens, so that nothing is asked for twice. */
export interface Handover {
  /** The document and the blob as Web UI has them, and what is offered; without it, the file is looked up. */
  offered?: { document: unknown; blob: unknown; offer: Offer };
  /** The address to come back to at the end; the document's where there is none. */
  from?: string;
  /** The lock of the file, which an editor of this tab had before. */
  lock?: FileLock;
  /** What already went wrong. */
  failure?: FailureReason;
}
