import type { ErrorRequestHandler, Request } from 'express';
import { asPage } from '../nuxeo/html.js';
import { asJson, HttpError } from '../nuxeo/http-error.js';
import { member } from '../nuxeo/json.js';

/**
 * Express's last handler: says in a sentence what went wrong, and tells the log where.
 * @param log gets a line with method and path, never the query or anything else of the request
 */
export function answerFailures(server: URL, log: (line: string) => void): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows error handlers by their four parameters
  return (thrown: unknown, request, response, _next) => {
    if (response.destroyed) return;
    const error = thrown instanceof HttpError ? thrown : failureOf(thrown, server);
    log(`${request.method} ${loggedPath(request)}: ${error.message}`);
    if (response.headersSent) return void response.destroy();
    response.status(error.status).set('Cache-Control', 'no-store');
    // Until the server is back.
    if (error.status === 502 && request.method === 'GET') response.set('Refresh', '5');
    const write = request.accepts(['html', 'json']) === 'json' ? asJson : asPage;
    write(error, response);
  };
}

/** What the error means to who started the proxy. */
function failureOf(thrown: unknown, server: URL): HttpError {
  const code = member(thrown, 'code');
  const reason = typeof code === 'string' ? code : 'no reason given';
  const status = member(thrown, 'status');
  if (status === 400) return new HttpError(400, 'That is not an address.');
  if (/CERT|SIGNATURE|ISSUER|ERR_TLS/.test(reason)) {
    return new HttpError(
      502,
      `The certificate of ${server.origin} is not trusted here (${reason}). Start the proxy with NODE_EXTRA_CA_CERTS, ` +
        'the path of a PEM file with the certificate of its authority.',
    );
  }
  return new HttpError(
    502,
    `${server.origin} does not answer as it should (${reason}). See that it runs; pages try again by themselves.`,
  );
}

/** A path may hold a session's identifier after a semicolon. */
const loggedPath = ({ originalUrl }: Request): string => originalUrl.replace(/[?#;].*$/, '');
