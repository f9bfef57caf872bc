import { randomUUID } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { HttpError } from './http-error.js';
import { member } from './json.js';
import { loginPage } from './login-page.js';
import { authenticate, type User, users } from './users.js';

const cookieName = 'JSESSIONID';

/** Who is signed in: by a session cookie, from the login form, or by HTTP basic. */
export class SignIn {
  /** session id → user name */
  private readonly sessions = new Map<string, string>();

  /** The signed-in user, if there is one. */
  userOf(request: Request): User | undefined {
    const session = member(request.cookies, cookieName);
    const name = typeof session === 'string' ? this.sessions.get(session) : undefined;
    return name === undefined ? basicUser(request.get('authorization')) : users.get(name);
  }

  /**
   * The signed-in user. @throws HttpError 401, without `WWW-Authenticate`: no browser is to ask for a password
   */
  requireUser(request: Request): User {
    const user = this.userOf(request);
    if (!user) throw new HttpError(401, 'Unauthorized');
    return user;
  }

  /** For pages: sends those who are not signed in to the login page, or answers 401 to a client that wants JSON. */
  readonly requireSignIn: RequestHandler = (request, response, next) => {
    if (this.userOf(request)) return next();
    if (request.accepts(['html', 'json']) === 'json') throw new HttpError(401, 'Unauthorized');
    const requested = request.originalUrl.replace(/^\/nuxeo\//, '');
    response.redirect(`/nuxeo/login.jsp?requestedUrl=${encodeURIComponent(requested)}`);
  };

  /** Signs everybody out. */
  endSessions(): void {
    this.sessions.clear();
  }

  /** Login page, the form's target and logout; to be mounted at `/nuxeo`. */
  router(): Router {
    const router = express.Router();
    router.get('/login.jsp', (request, response) => {
      const { requestedUrl, loginFailed } = request.query;
      response.type('html').send(loginPage(text(requestedUrl), loginFailed === 'true'));
    });
    router.post('/startup', express.urlencoded({ extended: false }), (request, response) => {
      const requestedUrl = text(member(request.body, 'requestedUrl'));
      const user = authenticate(
        text(member(request.body, 'user_name')),
        text(member(request.body, 'user_password')),
      );
      if (!user) {
        const query = new URLSearchParams({ loginFailed: 'true', requestedUrl });
        return response.redirect(303, `/nuxeo/login.jsp?${query}`);
      }
      const session = randomUUID();
      this.sessions.set(session, user.name);
      response.cookie(cookieName, session, { httpOnly: true, sameSite: 'lax', path: '/nuxeo' });
      response.redirect(303, startPage(requestedUrl, `${request.protocol}://${request.get('host') ?? ''}`));
    });
    router.get('/logout', (request, response) => {
      const session = member(request.cookies, cookieName);
      if (typeof session === 'string') this.sessions.delete(session);
      response.clearCookie(cookieName, { path: '/nuxeo' });
      response.redirect('/nuxeo/login.jsp');
    });
    return router;
  }
}

/** Reads the request's cookies, for all handlers here. */
export const readCookies: RequestHandler = cookieParser();

function basicUser(header: string | undefined): User | undefined {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  return authenticate(name, password.join(':'));
}

/** Where to go after signing in: the page that was asked for if it is one of ours, else Web UI. */
function startPage(requestedUrl: string, origin: string): string {
  const home = '/nuxeo/ui/';
  if (requestedUrl === '' || !URL.canParse(requestedUrl, `${origin}/nuxeo/`)) return home;
  const { origin: itsOrigin, pathname, search, hash } = new URL(requestedUrl, `${origin}/nuxeo/`);
  const isOurs = itsOrigin === origin && pathname.startsWith('/nuxeo/');
  return isOurs ? `${pathname}${search}${hash}` : home;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
