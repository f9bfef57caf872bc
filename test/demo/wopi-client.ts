import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNuxeo, type Nuxeo, type NuxeoOptions } from '../../demo/nuxeo/index.js';

const ticksAtEpoch = 621_355_968_000_000_000n;

/** Headers of a call, without the `X-WOPI-` in front of their names. */
type Headers = Record<string, string>;

interface Call {
  user?: string;
  /** instead of the user's */
  token?: string;
  headers?: Headers;
  body?: BodyInit;
  /** signs the call; nothing is signed without it */
  key?: KeyObject;
  /** also signs `X-WOPI-ProofOld` */
  oldKey?: KeyObject;
  /** ms since 1970, of the proof */
  at?: number;
}

/** A stand-in for Nuxeo on a free port, and what a WOPI client needs to call it. */
export class WopiClient {
  private constructor(
    readonly nuxeo: Nuxeo,
    readonly base: string,
    readonly keys: Keys,
    private readonly servers: Server[],
  ) {}

  static async start(options: Partial<NuxeoOptions> = {}): Promise<WopiClient> {
    const keys = { current: keyPair(), old: keyPair() };
    const office = await listen((_request, response) => response.end(discoveryXml(keys)));
    const nuxeo = createNuxeo({ discoveryUrl: addressOf(office), ...options });
    const server = await listen(nuxeo.app);
    return new WopiClient(nuxeo, `${addressOf(server)}/nuxeo/`, keys, [office, server]);
  }

  async stop(): Promise<void> {
    this.nuxeo.stop();
    await Promise.all(this.servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }

  /** GET with a user's password. */
  get(path: string, user: string, headers: Headers = {}): Promise<Response> {
    const authorization = `Basic ${btoa(`${user}:${user}`)}`;
    return fetch(this.base + path, {
      headers: { authorization, connection: 'close', ...headers },
      redirect: 'manual',
    });
  }

  /** The document as REST answers it to a user. */
  async document(id: string, user: string): Promise<DocumentAnswer> {
    const headers = { properties: '*', 'enrichers-document': 'permissions', 'fetch-document': 'lock' };
    const response = await this.get(`api/v1/id/${id}`, user, headers);
    return (await response.json()) as DocumentAnswer;
  }

  /** The token that the launch page gives a user. */
  async token(user: string, id: string, xpath = 'file:content', action = 'edit'): Promise<string> {
    const launch = await this.get(`wopi/${action}/default/${id}/${xpath}`, user);
    return /name="access_token" value="([^"]+)"/.exec(await launch.text())?.[1] ?? '';
  }

  /** Calls what a WOPI client calls; `override` makes it a POST. */
  async call(file: string, override: string | undefined, call: Call = {}): Promise<Response> {
    const token = call.token ?? (await this.token(call.user ?? 'alice', idOf(file), xpathOf(file)));
    const url = `${this.base}site/wopi/files/${file}?access_token=${token}`;
    const headers = Object.entries({ ...call.headers, ...(override && { Override: override }) });
    return fetch(url, {
      method: override === undefined ? 'GET' : 'POST',
      headers: {
        connection: 'close',
        ...Object.fromEntries(headers.map(([name, value]) => [`X-WOPI-${name}`, value])),
        ...proof(call, token, url),
      },
      ...(call.body !== undefined && { body: call.body }),
    });
  }
}

/** What the tests look at in a document. */
export interface DocumentAnswer {
  lockOwner?: string;
  changeToken: string;
  properties: { 'dc:modified': string; 'file:content': { digest: string; length: string; name: string } };
  contextParameters: { permissions: string[] };
}

/** How the WOPI client names a file; append `/contents` for its content. */
export function fileId(id: string, xpath = 'file:content'): string {
  return btoa(`default/${id}/${xpath}`);
}

interface Keys {
  current: KeyPair;
  old: KeyPair;
}

interface KeyPair {
  privateKey: KeyObject;
  modulus: string;
  exponent: string;
}

/** A key pair that discovery knows nothing of, or is to know. */
export function keyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const base64 = (part: string): string => Buffer.from(part, 'base64url').toString('base64');
  return { privateKey, modulus: base64(n), exponent: base64(e) };
}

function idOf(file: string): string {
  return atob(file.replace('/contents', '')).split('/')[1] ?? '';
}

function xpathOf(file: string): string {
  return atob(file.replace('/contents', '')).split('/').slice(2).join('/');
}

function proof({ key, oldKey = key, at = Date.now() }: Call, token: string, url: string): Headers {
  if (!key || !oldKey) return {};
  const ticks = BigInt(at) * 10_000n + ticksAtEpoch;
  const bytes = Buffer.concat([
    framed(Buffer.from(token)),
    framed(Buffer.from(url.toUpperCase())),
    framed(int64(ticks)),
  ]);
  return {
    'X-WOPI-Proof': sign('RSA-SHA256', bytes, key).toString('base64'),
    'X-WOPI-ProofOld': sign('RSA-SHA256', bytes, oldKey).toString('base64'),
    'X-WOPI-TimeStamp': String(ticks),
  };
}

function framed(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(part.length);
  return Buffer.concat([length, part]);
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

function discoveryXml({ current, old }: Keys): string {
  const action = (ext: string, name: string): string =>
    `<action name="${name}" ext="${ext}" urlsrc="https://office.example/we/${name}.aspx?&lt;ui=UI_LLCC&amp;&gt;&lt;rs=DC_LLCC&amp;&gt;"/>`;
  return `<?xml version="1.0" encoding="utf-8"?>
    <wopi-discovery>
      <net-zone name="external-https">
        <app name="Word">${action('docx', 'view')}${action('docx', 'edit')}${action('doc', 'convert')}</app>
        <app name="Excel">${action('xlsx', 'edit')}</app>
      </net-zone>
      <proof-key modulus="${current.modulus}" exponent="${current.exponent}"
        oldmodulus="${old.modulus}" oldexponent="${old.exponent}" value="" oldvalue=""/>
    </wopi-discovery>`;
}

async function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

function addressOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
