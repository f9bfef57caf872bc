import { Failure } from '../failure.js';
import { isRecord, stringOf } from '../narrow.js';
import type { Offer } from '../offer/offers.js';
import { answerOf, connect, type NuxeoClient } from '../web-ui/connection.js';

/** What the server hands out to open one file once. The token is the user's full credential: memory only. */
export interface Launch {
  /** The editor's address, absolute, as the server named it. */
  actionUrl: string;
  accessToken: string;
  /** When the token ends by the server's clock, in ms since 1970; 0 when the server did not say. */
  accessTokenTtl: number;
  /** What goes into the form beside the token, by the fields' names. */
  fields?: Record<string, string>;
  /** The application's icon, absolute, where the server hands it out (docs/host.md "Launch page"). */
  favicon?: string;
  /** Milliseconds by which this machine's clock is ahead of the server's; 0 or absent when the server did not say. */
  clockAhead?: number;
}

/** When the token ends by this machine's clock, in ms since 1970; 0 when the server did not say. */
export const endOf = ({ accessTokenTtl, clockAhead = 0 }: Launch): number =>
  accessTokenTtl && accessTokenTtl + clockAhead;

/**
 * Moves the launch page's address to where the connection reaches the server, so that cookies and headers go
 * along: the server's own idea of its address can differ (docs/host.md "Launch page"). What follows the
 * context path is kept.
 * @throws Failure `malformed` when it is not the address of a launch page
 */
export function rebase(launchUrl: string, baseUrl: string): string {
  const path = URL.canParse(launchUrl, location.href) ? new URL(launchUrl, location.href) : undefined;
  const start = path?.pathname.search(/\/wopi\/(edit|editnew|view|convert)\/./) ?? -1;
  if (!path || start < 0) throw new Failure('malformed');
  return baseUrl.replace(/\/$/, '') + path.pathname.slice(start) + path.search;
}

/**
 * Asks the server for what opens an offer's file.
 * @throws Failure
 */
export const requestLaunch = async ({ launchUrl }: Offer, signal: AbortSignal): Promise<Launch> =>
  fetchLaunch(await connect(), launchUrl, signal);

/**
 * Asks the server for the editor's address and a token: one request, by the page's shared client, never from a cache.
 * @throws Failure
 */
export async function fetchLaunch(
  client: Pick<NuxeoClient, '_baseURL' | 'http'>,
  launchUrl: string,
  signal: AbortSignal,
): Promise<Launch> {
  const request = client.http({
    method: 'GET',
    url: rebase(launchUrl, client._baseURL),
    json: false,
    // A conditional header keeps the browser's own cache out (Fetch, "http-network-or-cache fetch").
    headers: {
      Accept: 'application/json, text/html;q=0.9',
      'Cache-Control': 'no-cache',
      'If-None-Match': '"none"',
    },
    resolveWithFullResponse: true,
    signal,
  });
  const response = await answerOf(request);
  const type = response.headers.get('content-type') ?? '';
  const body = await answerOf(response.text());
  const launch = type.includes('json') ? readLaunchJson(body) : readLaunchPage(body, response.url);
  const date = Date.parse(response.headers.get('date') ?? '');
  return { ...launch, clockAhead: date ? Date.now() - date : 0 };
}

/** Reads `{actionUrl, accessToken, accessTokenTtl}`. @throws Failure `malformed` */
export function readLaunchJson(body: string): Launch {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    throw new Failure('malformed');
  }
  if (!isRecord(answer)) throw new Failure('malformed');
  return checkLaunch(stringOf(answer.actionUrl), stringOf(answer.accessToken), answer.accessTokenTtl);
}

/**
 * Reads the launch page's form.
 * @param url where the answer came from in the end, after redirects
 * @throws Failure `session-expired` for the sign-in page, else `malformed`
 */
export function readLaunchPage(body: string, url = ''): Launch {
  const page = new DOMParser().parseFromString(body, 'text/html');
  const form = page.querySelector('form input[name="access_token"]')?.closest('form');
  if (!form) {
    const isSignIn = /\/login(\.jsp)?([?#]|$)/.test(url) || page.querySelector('input[type="password"]');
    throw new Failure(isSignIn ? 'session-expired' : 'malformed');
  }
  const field = (name: string) => form.querySelector(`input[name="${name}"]`)?.getAttribute('value') ?? '';
  if (form.getAttribute('method')?.toLowerCase() !== 'post') throw new Failure('malformed');
  const launch = checkLaunch(
    form.getAttribute('action') ?? '',
    field('access_token'),
    field('access_token_ttl'),
  );
  // The server's own icon, for want of the application's, has an address without a host.
  const favicon = page.querySelector('link[rel~="icon"]')?.getAttribute('href') ?? '';
  return /^https?:\/\//i.test(favicon) ? { ...launch, favicon } : launch;
}

function checkLaunch(actionUrl: string, accessToken: string, ttl: unknown): Launch {
  const isWhole = /^https?:\/\/[^/\s]\S*$/i.test(actionUrl) && URL.canParse(actionUrl);
  const accessTokenTtl = Number(ttl ?? 0);
  if (!isWhole || !accessToken || !Number.isSafeInteger(accessTokenTtl) || accessTokenTtl < 0) {
    throw new Failure('malformed');
  }
  const { username, password } = new URL(actionUrl);
  if (username || password) throw new Failure('malformed');
  return { actionUrl, accessToken, accessTokenTtl };
}
