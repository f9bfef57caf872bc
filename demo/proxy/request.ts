import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Addresses, readdressing } from './addresses.js';
import { encodings } from './encodings.js';

/** Bodies up to that many bytes are read for addresses; larger ones, and files, stream through. */
const MAX_BODY = 5_000_000;

/** Makes what has a request ask the server as if its page came from there. */
export function requestChanger({ server, proxy }: Addresses) {
  const toServer = readdressing(proxy, server);

  /** @returns the body in place of the request's own, if it is another */
  return async (request: IncomingMessage, isChanged: boolean): Promise<Readable | undefined> => {
    request.url = toServer(request.url ?? '/');
    changeHeaders(request.headers, { server, proxy }, isChanged);
    if (!mayHaveAddresses(request.headers)) return undefined;
    const body = Buffer.from(toServer((await buffer(request)).toString('latin1')), 'latin1');
    request.headers['content-length'] = String(body.length);
    return Readable.from([body]);
  };
}

/** Nuxeo's filters look at where a request comes from; a request from another page keeps its origin. */
function changeHeaders(headers: IncomingHttpHeaders, { server, proxy }: Addresses, isChanged: boolean): void {
  if (headers.origin === proxy.origin) headers.origin = server.origin;
  if (headers.referer?.startsWith(`${proxy.origin}/`)) {
    headers.referer = server.origin + headers.referer.slice(proxy.origin.length);
  }
  headers['accept-encoding'] = acceptable(headers['accept-encoding']);
  headers.connection = 'keep-alive';
  for (const name of ['upgrade', 'keep-alive', 'te', 'proxy-authorization', 'proxy-connection']) {
    Reflect.deleteProperty(headers, name);
  }
  if (!isChanged) return;
  for (const name of ['if-none-match', 'if-modified-since', 'if-range', 'range']) {
    Reflect.deleteProperty(headers, name);
  }
}

/** What the browser takes of what can be read here. */
function acceptable(header: string | string[] | undefined): string {
  const known = String(header ?? '')
    .split(',')
    .filter((item) => encodings.has(item.split(';')[0]?.trim().toLowerCase() ?? ''));
  return known.join() || 'identity';
}

/**
 * A form's or a JSON body. What the page shows as the proxy's address would otherwise be stored as such: a note with a
 * link in it, saved again.
 */
function mayHaveAddresses(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'] ?? '';
  const length = Number(headers['content-length'] ?? Infinity);
  const isText = /^application\/(?:x-www-form-urlencoded|(?:[\w.-]+\+)?json)\b/i.test(type);
  return isText && length <= MAX_BODY && headers['content-encoding'] === undefined;
}
