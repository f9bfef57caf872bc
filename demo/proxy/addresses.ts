/** The two addresses of what is served: with context path, without a slash at the end. */
export interface Addresses {
  /** the server's own, `https://server/nuxeo` */
  readonly server: URL;
  /** the proxy's, `http://localhost:8080/nuxeo` */
  readonly proxy: URL;
}

const EXPECTED = "--nuxeo expects the server's address with its context path, such as https://server/nuxeo";

/**
 * Reads the address of a Nuxeo server. The one that the browser shows in Web UI serves too.
 * @param text `https://server/nuxeo`, `https://server/nuxeo/ui/#!/home`
 * @throws Error that says what was expected
 */
export function readServerAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${EXPECTED}; got ${text}.`);
  if (url.username || url.password) throw new Error(`${EXPECTED}, without name and password in it.`);
  const context = url.pathname.replace(/\/(?:ui(?:\/.*)?)?$/, '');
  if (!/^(?:\/[\w.~-]+)+$/.test(context)) throw new Error(`${EXPECTED}; got the path ${url.pathname}.`);
  return new URL(url.origin + context);
}

/* How an address's punctuation is written within text: plainly, in JSON, in a query (or a query in it), in HTML. */
const COLON = String.raw`(?::|%(?:25)*3A|&#(?:x3A|58);|\\u003A)`;
const SLASH = String.raw`(?:\\*/|%(?:25)*2F|&#(?:x2F|47);|\\u002F)`;

/**
 * Makes what replaces one address by another wherever it stands in a text, each as it is written there.
 * @param from with the path that has to follow the origin, if there is one
 * @param to its path takes that one's place
 */
export function readdressing(from: URL, to: URL): (text: string) => string {
  // Where TLS ends in front of a server, it often says http of itself.
  const port = from.port ? COLON + from.port : `(?:${COLON}(?:80|443))?`;
  const path = from.pathname
    .split('/')
    .filter((step) => step !== '')
    .map((step) => SLASH + literal(step));
  const host = literal(from.hostname) + port + path.join('');
  const pattern = new RegExp(
    `https?(${COLON})(${SLASH})${SLASH}${host}(?![\\w~@-]|\\.\\w|${COLON}\\d)`,
    'gi',
  );
  const address = to.href.replace(/\/$/, '');
  return (text) =>
    text.replace(pattern, (_, colon: string, slash: string) =>
      address.replace(/[:/]/g, (sign) => (sign === ':' ? colon : slash)),
    );
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
