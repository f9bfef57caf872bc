import type { FailureReason } from '../failure.js';
import type { Offer } from '../offer/offers.js';

/** What a click hands over to the editor that it opens, so that nothing is asked for twice. */
export interface Handover {
  /** The document and the blob as Web UI has them, and what is offered; without it, the file is looked up. */
  offered?: { document: unknown; blob: unknown; offer: Offer };
  /** The address to come back to at the end. */
  from: string;
  /** What already went wrong. */
  failure?: FailureReason;
}
