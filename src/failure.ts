/**
 * Every reason for which a session can end before its time, with what the person can do about it, the best first. The
 * sentence for it is the message `officeOnline.failed.{reason}`, a remedy's button `officeOnline.button.{remedy}`.
 */
const REMEDIES = {
  'session-expired': ['sign-in'],
  forbidden: ['back'],
  'not-found': ['back'],
  'not-viewable': ['back'],
  unavailable: ['retry'],
  network: ['retry'],
  timeout: ['retry'],
  malformed: ['retry'],
  'untrusted-editor': ['back'],
  'insecure-editor': ['back'],
  'editor-unreachable': ['retry'],
  'editor-blocked': ['back'],
  'editor-failed': ['retry', 'new-tab'],
  unexpected: ['retry', 'back'],
  'popup-blocked': ['here'],
} as const;

export type FailureReason = keyof typeof REMEDIES;

/** What a button of a failure does. */
export type Remedy = (typeof REMEDIES)[FailureReason][number];

/** What can be done about a failure, the best first. */
export const remediesFor = (reason: FailureReason): readonly Remedy[] => REMEDIES[reason];

/** Thrown where a session can't go on. `detail` is a plain text: the editor's origin, or its own words. */
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

/** What a request that has failed means to the person; the client's errors carry the server's `response`. */
export function failureOfRequest(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { response, name } = (error ?? {}) as { response?: { status?: unknown }; name?: unknown };
  if (name === 'TimeoutError') return new Failure('timeout');
  const status = response?.status;
  return typeof status === 'number'
    ? new Failure(reasonOfStatus(status), `HTTP ${status}`)
    : new Failure('network');
}

/**
 * What an error means to the person. Who makes a request throws a `Failure` where that fails, so what is none is a
 * mistake in the code, and its details are for the console.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  reportError(error);
  return new Failure('unexpected');
}
