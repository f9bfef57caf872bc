import { XMLParser } from 'fast-xml-parser';
import { extensionOf } from '../file-types.js';
import { member } from './json.js';
import type { ProofKey } from './proof-keys.js';
import type { Faults } from './faults.js';

/** What the WOPI client can do with files of one extension. */
export interface WopiApp {
  readonly appName: string;
  /** action → editor URL, up to where `WOPISrc` is to be added */
  readonly actions: ReadonlyMap<string, string>;
}

/** What the discovery says. */
export interface Discovery {
  readonly apps: ReadonlyMap<string, WopiApp>;
  /** undefined if it has none */
  readonly proofKey: ProofKey | undefined;
}

const off: Discovery = { apps: new Map(), proofKey: undefined };

/** Fetches the discovery when it is first needed, and keeps it; a failure is tried again at the next need. */
export class DiscoverySource {
  private fetched: Promise<Discovery> | undefined;

  /** @param url '' if WOPI is off */
  constructor(
    private readonly url: string,
    private readonly faults: Faults = {},
  ) {}

  /** The discovery; one without any app if WOPI is off or the discovery can't be had. */
  async get(): Promise<Discovery> {
    if (this.url === '' || this.faults.discoveryDown) return off;
    try {
      this.fetched ??= fetchDiscovery(this.url);
      return await this.fetched;
    } catch (error) {
      this.fetched = undefined;
      console.error(`Cannot load WOPI discovery from ${this.url}: WOPI disabled.`, error);
      return off;
    }
  }
}

/** What can be done with a file of that name, if anything. */
export function appFor(discovery: Discovery, fileName: string): WopiApp | undefined {
  return discovery.apps.get(extensionOf(fileName));
}

/** Where the editors are that a discovery lists: `http://localhost:8081`. */
export function editorOrigins({ apps }: Discovery): string[] {
  const addresses = [...apps.values()].flatMap(({ actions }) => [...actions.values()]);
  return [...new Set(addresses.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))];
}

async function fetchDiscovery(url: string): Promise<Discovery> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return readDiscovery(await response.text());
}

/** Reads discovery XML. @throws Error if it has no net-zone */
export function readDiscovery(xml: string): Discovery {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
  });
  const parsed: unknown = parser.parse(xml);
  const root = member(parsed, 'wopi-discovery');
  const zone = list(member(root, 'net-zone')).at(-1);
  if (zone === undefined) throw new Error('no net-zone');
  return { apps: readApps(zone), proofKey: readProofKey(member(root, 'proof-key')) };
}

function readApps(zone: unknown): Map<string, WopiApp> {
  const apps = new Map<string, { appName: string; actions: Map<string, string> }>();
  for (const app of list(member(zone, 'app'))) {
    for (const action of list(member(app, 'action'))) {
      const extension = text(action, 'ext').toLowerCase();
      if (extension === '') continue;
      const actions = apps.get(extension)?.actions ?? new Map<string, string>();
      const url = text(action, 'urlsrc').replace(/<.*$/s, '');
      actions.set(text(action, 'name'), `${url}IsLicensedUser=1&`);
      apps.set(extension, { appName: text(app, 'name'), actions });
    }
  }
  return apps;
}

function readProofKey(key: unknown): ProofKey | undefined {
  if (key === undefined) return undefined;
  return {
    modulus: text(key, 'modulus'),
    exponent: text(key, 'exponent'),
    oldModulus: text(key, 'oldmodulus'),
    oldExponent: text(key, 'oldexponent'),
  };
}

function text(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

/** The parser gives one element as itself, several as an array. */
function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
