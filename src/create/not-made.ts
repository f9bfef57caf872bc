import type { DocumentAddress } from '../address/route.js';
import { Failure, failureOfRequest } from '../failure.js';

/**
 * What kept a document from being made. The sentence for it is the message `officeOnline.create.{problem}`:
 * - `forbidden`: no right to, or somebody else has locked the folder
 * - `gone`: the folder is not there any more
 * - `no-template`: the template is not there any more, or may not be read
 * - `no-file`: documents of that type have no main file
 * - `no-room`: Nuxeo could not do it, perhaps because a quota is used up
 * - `refused`: Nuxeo said no for another reason, or was not asked
 * - `unknown`: no answer came, so it may have been made
 * - `half`: it was made, without what belongs into it, and could not be taken away again
 */
export type Problem =
  'forbidden' | 'gone' | 'no-template' | 'no-file' | 'no-room' | 'refused' | 'unknown' | 'half';

/** Thrown where no document was made, or not the one that was asked for. */
export class NotMade extends Error {
  /**
   * @param failure of the request that was in the way
   * @param made with `half`: the document
   */
  constructor(
    readonly problem: Problem,
    readonly failure?: Failure,
    readonly made?: DocumentAddress,
  ) {
    super(problem);
  }
}

/**
 * What a status means. Nuxeo answers an exceeded quota with 500 and without a word of it (docs/host.md "New documents"), so
 * that can be anything; a proxy's 502 and 504 say nothing of what Nuxeo has done.
 */
const BY_STATUS: Record<number, Problem> = {
  403: 'forbidden',
  404: 'gone',
  413: 'no-room',
  500: 'no-room',
  502: 'unknown',
  504: 'unknown',
  507: 'no-room',
};

/** What an error of the request that makes a document means; a `Failure` is of one before it. */
export function notMade(error: unknown): NotMade {
  if (error instanceof NotMade) return error;
  if (error instanceof Failure) return new NotMade('refused', error);
  const failure = failureOfRequest(error);
  const { response } = (error ?? {}) as { response?: { status?: unknown } };
  const status = response?.status;
  if (typeof status !== 'number') return new NotMade('unknown', failure);
  return new NotMade(BY_STATUS[status] ?? 'refused', failure);
}
