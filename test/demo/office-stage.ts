import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import JSZip from 'jszip';
import { createNuxeo, type Document, type Nuxeo } from '../../demo/nuxeo/index.js';
import { createOffice, type Office, type OfficeOptions } from '../../demo/office/index.js';

/** A stand-in for Nuxeo and one for an Office editor, without the page of Web UI. */
export class OfficeStage {
  private constructor(
    readonly nuxeo: Nuxeo,
    readonly nuxeoUrl: string,
    readonly office: Office,
    readonly officeUrl: string,
    private readonly servers: Server[],
  ) {}

  static async start(options: OfficeOptions = {}): Promise<OfficeStage> {
    const office = createOffice(options);
    const officeServer = await listen(express().use(office.app));
    const officeUrl = addressOf(officeServer);
    const nuxeo = createNuxeo({ discoveryUrl: `${officeUrl}/hosting/discovery` });
    const nuxeoServer = await listen(express().use(nuxeo.app));
    return new OfficeStage(nuxeo, addressOf(nuxeoServer), office, officeUrl, [officeServer, nuxeoServer]);
  }

  async stop(): Promise<void> {
    await this.office.stop();
    this.nuxeo.stop();
    for (const server of this.servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  /** Opens a file as the plugin does: posts what the launch page has. */
  async open(user: string, action: string, id: string, xpath = 'file:content'): Promise<OpenedPage> {
    const { url, token } = await this.launch(user, action, id, xpath);
    return this.post(url, token);
  }

  /** What the launch page has. */
  async launch(
    user: string,
    action: string,
    id: string,
    xpath = 'file:content',
  ): Promise<{ url: string; token: string; ttl: number }> {
    const launch = await fetch(`${this.nuxeoUrl}/nuxeo/wopi/${action}/default/${id}/${xpath}`, {
      headers: { authorization: `Basic ${btoa(`${user}:${user}`)}` },
    });
    const form = await launch.text();
    const field = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? '';
    return {
      url: /action="([^"]+)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? '',
      token: field('access_token'),
      ttl: Number(field('access_token_ttl')),
    };
  }

  /** Posts a token to the editor. */
  async post(url: string, token: string): Promise<OpenedPage> {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ access_token: token }) });
    const html = await response.text();
    const id = /data-session="([^"]+)"/.exec(html)?.[1] ?? '';
    return new OpenedPage(response.status, html, `${this.officeUrl}/session/${id}`);
  }

  document(id: string): Document {
    return this.nuxeo.repository.get(id);
  }

  /** A part of the file as Nuxeo has it. */
  async stored(id: string, part: string, xpath = 'file:content'): Promise<string> {
    const blob = this.nuxeo.repository.blobAt(this.document(id), xpath);
    const zip = await JSZip.loadAsync(blob?.bytes ?? Buffer.alloc(0));
    return (await zip.file(part)?.async('string')) ?? '';
  }

  /** How many times a file has been put so far. */
  saves(): number {
    const isSave = ({ method, url }: { method: string; url: string }): boolean =>
      method === 'POST' && /\/contents\b/.test(url);
    return this.nuxeo.requests.filter(isSave).length;
  }

  isLocked(id: string): boolean {
    return this.nuxeo.repository.locks.of(id) !== undefined;
  }
}

/** What a page is told of the file. */
export interface State {
  others: string[];
  version: number;
  isUnsaved: boolean;
  problem?: string;
}

/** An editor's page that somebody has open, as the office server sees it. */
export class OpenedPage {
  private events: AbortController | undefined;

  constructor(
    readonly status: number,
    readonly html: string,
    private readonly url: string,
  ) {}

  get canEdit(): boolean {
    return this.html.includes('data-can-edit="true"');
  }

  /** What the page tells on opening. */
  get notice(): string {
    return /data-notice="([^"]*)"/.exec(this.html)?.[1] ?? '';
  }

  async content(): Promise<{ bytes: Buffer; version: number }> {
    const response = await fetch(`${this.url}/content`);
    const version = Number(response.headers.get('X-Version'));
    return { bytes: Buffer.from(await response.arrayBuffer()), version };
  }

  async change(changes: Buffer | object, base = 0): Promise<State> {
    const body = Buffer.isBuffer(changes) ? new Uint8Array(changes) : JSON.stringify(changes);
    const response = await fetch(`${this.url}/changes?base=${base}`, { method: 'POST', body });
    return (await response.json()) as State;
  }

  async save(): Promise<State> {
    const response = await fetch(`${this.url}/save`, { method: 'POST' });
    return ((await response.json()) as { state: State }).state;
  }

  /** @returns the answer's status */
  async leave(changes = ''): Promise<number> {
    return (await fetch(`${this.url}/leave?base=0`, { method: 'POST', body: changes })).status;
  }

  /** Starts to listen, as a page does. @returns the state that it is told first */
  async listen(): Promise<string> {
    this.events = new AbortController();
    const response = await fetch(`${this.url}/events`, { signal: this.events.signal });
    const reader = response.body?.getReader();
    return new TextDecoder().decode((await reader?.read())?.value);
  }

  /** Goes away without a word. */
  vanish(): void {
    this.events?.abort();
  }
}

async function listen(app: express.Express): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

function addressOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
