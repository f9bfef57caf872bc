import { Failure } from '../failure.js';

const isLocal = (host: string) => /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

function matches(origin: string, pattern: string): boolean {
  const wildcard = /^(https?:\/\/)\*(\..+)$/.exec(pattern);
  if (!wildcard) return URL.canParse(pattern) && new URL(pattern).origin === origin;
  const [, scheme = '', suffix = ''] = wildcard;
  return origin.startsWith(scheme) && origin.slice(scheme.length).endsWith(suffix.toLowerCase());
}

/**
 * Sees to it that a token goes only where it may go (docs/admin.md "nuxeo.conf").
 * @throws Failure `insecure-editor` for http outside localhost, `untrusted-editor` for an origin not in the list
 */
export function assertTrusted(actionUrl: string, trustedOrigins: readonly string[]): void {
  const { protocol, hostname, origin } = new URL(actionUrl);
  if (protocol !== 'https:' && !isLocal(hostname)) throw new Failure('insecure-editor', origin);
  if (trustedOrigins.length && !trustedOrigins.some((pattern) => matches(origin, pattern))) {
    throw new Failure('untrusted-editor', origin);
  }
}

/** Where Microsoft may move a session to a sibling host: the suffixes of its services. */
const SERVICE_SUFFIXES = ['https://*.officeapps.live.com'];

/**
 * Whether a message from that origin can be the editor's: it is the editor's own, or that of a sibling host below the
 * same suffix of a service or of a pattern in `trustedOrigins`.
 */
export function isEditorOrigin(
  origin: string,
  editorOrigin: string,
  trustedOrigins: readonly string[],
): boolean {
  if (origin === editorOrigin) return true;
  return [...SERVICE_SUFFIXES, ...trustedOrigins].some(
    (pattern) => pattern.includes('*') && matches(origin, pattern) && matches(editorOrigin, pattern),
  );
}
