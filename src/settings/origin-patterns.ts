/** An origin, or with `*.` before its host every host below. */
const PATTERN = /^(https?:\/\/)(\*\.)?((?:[^\s/?#@:\\*%[\]]+|\[[\da-f:.]+\])(?::\d+)?)\/?$/i;

/** http goes to this machine alone (docs/admin.md "nuxeo.conf"). */
export const isLocal = (host: string): boolean =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

interface OriginPattern {
  /** The origin; of the hosts below it, where `isBelow`. */
  origin: URL;
  isBelow: boolean;
}

/** Hosts of which one can't vouch for all that is below: `com`, an address made of numbers. */
const isTooBroad = ({ hostname }: URL) => !/^[^.]+\.(?:.+\.)?[^.\d][^.]*$/.test(hostname);

function readPattern(entry: string): OriginPattern | undefined {
  const [, scheme = '', wildcard, host = ''] = PATTERN.exec(entry.trim()) ?? [];
  if (!host || !URL.canParse(scheme + host)) return undefined;
  const origin = new URL(scheme + host);
  if (origin.protocol !== 'https:' && !isLocal(origin.hostname)) return undefined;
  if (wildcard && isTooBroad(origin)) return undefined;
  return { origin, isBelow: Boolean(wildcard) };
}

/** Whether an entry of `trustedOrigins` means anything. */
export const isOriginPattern = (entry: string): boolean => readPattern(entry) !== undefined;

/** Whether an entry stands for more than one host. */
export const isWildcard = (entry: string): boolean => readPattern(entry)?.isBelow === true;

/** Whether an entry of `trustedOrigins` stands for that origin; one that can't be used stands for none. */
export function matchesPattern(origin: string, entry: string): boolean {
  const pattern = readPattern(entry);
  if (!pattern) return false;
  if (!pattern.isBelow) return pattern.origin.origin === origin;
  const { protocol, host } = pattern.origin;
  return origin.startsWith(`${protocol}//`) && origin.endsWith(`.${host}`);
}
