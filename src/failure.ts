/** Why a session ended before its time, each told to the person with a sentence and one button (design.md). */
export type FailureReason =
  | 'session-expired'
  | 'forbidden'
  | 'not-found'
  | 'unavailable'
  | 'network'
  | 'timeout'
  | 'malformed'
  | 'untrusted-editor'
  | 'insecure-editor'
  | 'editor-failed'
  | 'popup-blocked';

/** Thrown where a session can't go on. `detail` is a plain text for the sentence, such as the editor's origin. */
export class Failure extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly detail = '',
  ) {
    super(reason);
  }
}

function reasonOfStatus(status: number): FailureReason {
  if (status === 401) return 'session-expired';
  if (status === 403) return 'forbidden';
  if (status === 400 || status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  return status >= 500 || status === 429 ? 'unavailable' : 'malformed';
}

/** Tells what a failed request means to the person; the client's errors carry the server's `response`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { response, name } = (error ?? {}) as { response?: { status?: unknown }; name?: unknown };
  if (name === 'TimeoutError') return new Failure('timeout');
  const status = response?.status;
  return new Failure(typeof status === 'number' ? reasonOfStatus(status) : 'network');
}
