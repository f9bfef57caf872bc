import { Failure } from '../failure.js';
import { isLocal, isWildcard, matchesPattern } from '../settings/origin-patterns.js';

/**
 * Sees to it that a token goes only where it may go (docs/admin.md "nuxeo.conf").
 * @param trustedOrigins the setting; one that has entries, but none that can be used, trusts nobody
 * @throws Failure `insecure-editor` for http outside localhost, `untrusted-editor` for an origin not in the list
 */
export function assertTrusted(actionUrl: string, trustedOrigins: readonly string[]): void {
  const { protocol, hostname, origin } = new URL(actionUrl);
  if (protocol !== 'https:' && !isLocal(hostname)) throw new Failure('insecure-editor', origin);
  if (trustedOrigins.length && !trustedOrigins.some((entry) => matchesPattern(origin, entry))) {
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
    (entry) => isWildcard(entry) && matchesPattern(origin, entry) && matchesPattern(editorOrigin, entry),
  );
}
