import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Addresses, readdressing } from './addresses.js';
import { encodings } from './encodings.js';
import { headerChanger } from './headers.js';
import type { Change } from './overlay.js';

const TEXT =
  /^(?:text\/(?:html|css|xml|javascript)|application\/(?:json|javascript|x-javascript|(?:[\w.-]+\+)?xml))\b/i;

/** Files are as they are stored. A launch page's WOPISrc is for the editor, which calls the server itself. */
const UNTOUCHED = /^\/nx(?:big)?(?:file|blob|zipfile)\/|\/@blob\b|^\/(?:site\/)?wopi\//;

/** Makes what passes the server's answers on: texts with the proxy's addresses in them, all else as it streams in. */
export function answerer(addresses: Addresses) {
  const changeHeaders = headerChanger(addresses);
  const toProxy = readdressing(addresses.server, addresses.proxy);

  /**
   * @param path below the context path
   * @param overlay what else is changed in the body
   * @throws Error when the answer breaks off, or is not what it says it is
   */
  return async (
    answer: IncomingMessage,
    response: ServerResponse,
    path: string,
    overlay?: Change,
  ): Promise<void> => {
    const headers = changeHeaders(answer.headers);
    const send = () => response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
    if (overlay) neverCached(headers);
    if (!isText(answer, path)) {
      send().flushHeaders();
      return pipeline(answer, response);
    }
    for (const name of ['content-encoding', 'content-length', 'accept-ranges']) delete headers[name];
    if (response.req.method === 'HEAD') {
      answer.resume();
      send().end();
      return;
    }
    const text = Buffer.from(toProxy((await decoded(answer)).toString('latin1')), 'latin1');
    const body = overlay && answer.statusCode === 200 && !isPage(answer) ? await overlay(text) : text;
    headers['content-length'] = body.length;
    send().end(body);
  };
}

function neverCached(headers: OutgoingHttpHeaders): void {
  for (const name of ['etag', 'last-modified', 'expires', 'pragma', 'age']) delete headers[name];
  headers['cache-control'] = 'no-cache';
}

/** Whether there is a text, whole and readable, whose addresses are the page's to follow. */
function isText({ statusCode = 502, headers }: IncomingMessage, path: string): boolean {
  if ([204, 206, 304].includes(statusCode) || headers['content-disposition'] || UNTOUCHED.test(path))
    return false;
  const encoding = headers['content-encoding'] ?? 'identity';
  return TEXT.test(headers['content-type'] ?? '') && (encoding === 'identity' || encodings.has(encoding));
}

/** A sign-in page, where something else was asked for. */
function isPage({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.includes('html') ?? false;
}

/** Read as Latin-1, the bytes of any charset survive: addresses are in ASCII. */
async function decoded(answer: IncomingMessage): Promise<Buffer> {
  const undo = encodings.get(answer.headers['content-encoding'] ?? '');
  return undo ? pipeline(answer, undo(), (bytes) => buffer(bytes)) : buffer(answer);
}
