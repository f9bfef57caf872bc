import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type RequestListener,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { close, listen } from '../../demo/local-server.js';
import { type Proxy, startProxy } from '../../demo/proxy/index.js';

/** An answer as it came over the wire, nothing decoded. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** What is asked beside the path. */
export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A server that says what a test wants, a proxy before it, and somebody who asks that one. */
export class ProxyStage {
  /** how the server answers */
  handler: RequestListener = (_request, response) => void response.end();
  /** what the proxy has logged */
  readonly log: string[] = [];
  private listener = createServer((...both) => this.handler(...both));
  private port = 0;
  proxy!: Proxy;

  constructor() {
    before(async () => {
      await this.startServer();
      const conf = { 'nuxeo.office.online.productName': 'Büro' };
      this.proxy = await startProxy({ nuxeo: this.server, conf, log: (line) => void this.log.push(line) });
    });
    after(async () => {
      await this.proxy?.stop();
      await this.stopServer();
    });
  }

  /** the server's own address, `http://localhost:41000/nuxeo` */
  get server(): string {
    return `http://localhost:${this.port}/nuxeo`;
  }

  /** the proxy's, `http://localhost:42000/nuxeo` */
  get here(): string {
    return this.proxy.url.replace('/ui/', '');
  }

  async startServer(): Promise<void> {
    this.port = Number(new URL(await listen(this.listener, this.port)).port);
  }

  async stopServer(): Promise<void> {
    await close(this.listener);
  }

  /** Has the server answer everything alike. */
  answers(headers: Record<string, string | string[]>, body: string | Buffer = '', status = 200): void {
    this.handler = (_request, response) => void response.writeHead(status, headers).end(body);
  }

  /** Asks the proxy. The path is below the context path. */
  async asks(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(this.here + path, { method, headers, agent: false })
        .once('response', resolve)
        .once('error', reject)
        .end(body);
    });
    const bytes = await buffer(answer);
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: bytes, text: bytes.toString() };
  }
}
