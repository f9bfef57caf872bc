import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { type Addresses, readdressing } from './addresses.js';

/** What is between the proxy and the server alone, and what would have the browser ask for https. */
const DROPPED = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'strict-transport-security',
  'alt-svc',
]);

/** Makes what turns the headers of the server's answers into the proxy's. */
export function headerChanger(addresses: Addresses): (headers: IncomingHttpHeaders) => OutgoingHttpHeaders {
  const { server, proxy } = addresses;
  const toProxy = readdressing(new URL(server.origin), new URL(proxy.origin));

  const change = (name: string, value: string): string => {
    if (name === 'location') return isServers(value, server) ? toProxy(absolute(value, server)) : value;
    if (name.startsWith('content-security-policy')) return withoutUpgrade(toProxy(value));
    return toProxy(value);
  };
  return (headers) => {
    const changed: OutgoingHttpHeaders = {};
    for (const [name, value] of Object.entries(headers)) {
      if (value === undefined || DROPPED.has(name)) continue;
      changed[name] = Array.isArray(value) ? value.map(cookieHere) : change(name, value);
    }
    return changed;
  };
}

/**
 * Whether a redirect stays at the server. One that leads elsewhere, to an identity provider for example, says where to
 * return to as it is agreed on there.
 */
function isServers(location: string, server: URL): boolean {
  return URL.canParse(location, server) && new URL(location, server).host === server.host;
}

/** `//server/nuxeo` with its scheme; anything else as it is. */
function absolute(location: string, server: URL): string {
  return location.startsWith('//') ? server.protocol + location : location;
}

/** The cookie without what keeps a browser from taking it from http://localhost. Its path stays: it is the same. */
function cookieHere(cookie: string): string {
  const [pair = '', ...attributes] = cookie.split(';');
  // These names are only taken with Secure, which browsers allow localhost.
  const isSecureByName = /^\s*__(?:host|secure)-/i.test(pair);
  const kept = attributes.filter((attribute) => {
    const name = attribute.split('=')[0]?.trim().toLowerCase() ?? '';
    return name !== 'domain' && name !== 'partitioned' && (name !== 'secure' || isSecureByName);
  });
  return [
    pair,
    ...kept.map((attribute) => attribute.replace(/^(\s*samesite\s*=\s*)none\s*$/i, '$1Lax')),
  ].join(';');
}

/** A header may hold several policies, with commas between them. */
function withoutUpgrade(policies: string): string {
  const isKept = (directive: string) => directive.trim().toLowerCase() !== 'upgrade-insecure-requests';
  return policies
    .split(',')
    .map((policy) => policy.split(';').filter(isKept).join(';'))
    .join(',');
}
