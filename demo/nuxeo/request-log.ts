import type { RequestHandler } from 'express';
import type { SignIn } from './sign-in.js';

/** A request that came in, so that tests can say how many there were. */
export interface LoggedRequest {
  readonly method: string;
  /** path and query string, without the access token */
  readonly url: string;
  /** who was signed in, undefined for the WOPI client */
  readonly user: string | undefined;
}

const most = 5000;

/** Notes each request but those of Web UI's own files; the oldest go first. */
export function logRequests(log: LoggedRequest[], signIn: SignIn): RequestHandler {
  return (request, _response, next) => {
    if (!request.originalUrl.startsWith('/nuxeo/ui/')) {
      const url = request.originalUrl.replace(/\baccess_token=[^&]*/g, 'access_token=…');
      log.push({ method: request.method, url, user: signIn.userOf(request)?.name });
      if (log.length > most) log.shift();
    }
    next();
  };
}
