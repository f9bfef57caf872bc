import type { ErrorRequestHandler, Response } from 'express';

/** An answer other than success: thrown anywhere, written by the router it belongs to (see `answerErrors`). */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** The error as an `HttpError`: body parsers throw errors with a `status`; anything else is a 500. */
function httpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (!(error instanceof Error)) return new HttpError(500, 'Internal Server Error');
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status >= 500) console.error(error);
  return new HttpError(status, error.message);
}

/** How the routes of one kind write an error; status and headers are set already. */
export type ErrorWriter = (error: HttpError, response: Response) => void;

/** Express's last handler for the routes of one kind. */
export function answerErrors(write: ErrorWriter): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    if (response.headersSent) return next(thrown);
    const error = httpError(thrown);
    response.status(error.status).set(error.headers);
    write(error, response);
  };
}

/** Nuxeo's REST API writes errors as JSON of this shape. */
export const asJson: ErrorWriter = (error, response) => {
  response.json({ 'entity-type': 'exception', status: error.status, message: error.message || null });
};
