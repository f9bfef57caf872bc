import http from 'node:http';
import https from 'node:https';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { ProxyServer } from 'httpxy';
import { officeOnlineSettings } from '../conf.js';
import { close, listen } from '../local-server.js';
import { HttpError } from '../nuxeo/http-error.js';
import { ensurePlugin } from '../page/plugin.js';
import { type Addresses, readServerAddress } from './addresses.js';
import { answerer } from './answer.js';
import { answerFailures } from './failures.js';
import { overlayFor } from './overlay.js';
import { requestChanger } from './request.js';

/** How a proxy is set up. */
export interface ProxyOptions {
  /** the server's address with its context path, `https://server/nuxeo` */
  nuxeo: string;
  /** 0, the default, is any free one */
  port?: number;
  /** settings as in nuxeo.conf, `{'nuxeo.office.online.target': 'tab'}` */
  conf?: Record<string, string>;
  /** takes a line for each failure: method, path, and what went wrong; the console unless told */
  log?: (line: string) => void;
}

/** A Nuxeo server as it is, with the plugin laid over its Web UI. */
export interface Proxy {
  /** `http://localhost:8080/nuxeo/ui/` */
  readonly url: string;
  /** Ends everything, open connections too. */
  stop(): Promise<void>;
}

/**
 * Serves a server's Web UI on localhost with the plugin in it; nothing is installed there.
 * @throws Error that says so when the address or a setting can't be used, the port is taken or the plugin can't be built
 */
export async function startProxy({
  nuxeo,
  port = 0,
  conf = {},
  log = console.error,
}: ProxyOptions): Promise<Proxy> {
  const server = readServerAddress(nuxeo);
  const settings = officeOnlineSettings(conf);
  const plugin = await ensurePlugin();

  const site = express();
  const listener = http.createServer(site);
  const origin = await listen(listener, port);
  const addresses: Addresses = { server, proxy: new URL(origin + server.pathname) };
  const { Agent } = server.protocol === 'https:' ? https : http;
  // A connection is given up before servers usually do: one that ends just then would fail a request.
  const agent = new Agent({ keepAlive: true, timeout: 4000 });

  site.disable('x-powered-by');
  site.use(requireHost(addresses.proxy.host));
  site.use(
    ['/ui', '/repo/:repository/ui'].map((path) => server.pathname + path),
    pluginFiles(plugin),
  );
  site.use(forwarding(addresses, settings, agent));
  site.use(answerFailures(server, log));
  return {
    url: `${addresses.proxy.href}/ui/`,
    async stop() {
      await close(listener);
      agent.destroy();
    },
  };
}

/** Another name that leads here is another site's, which is not to read what the server says (DNS rebinding). */
function requireHost(host: string): RequestHandler {
  return (request, _response, next) => {
    const isOurs = request.headers.host === host && request.originalUrl.startsWith('/');
    next(isOurs ? undefined : new HttpError(403, `This is http://${host}, and it answers to no other name.`));
  };
}

function pluginFiles(folder: string): RequestHandler {
  const setHeaders = (response: Response): void => void response.set('Cache-Control', 'no-cache');
  return express
    .Router()
    .get(/^\/nuxeo-office-online[\w.-]*\.(js|docx|xlsx|pptx)$/, express.static(folder, { setHeaders }));
}

/** Asks the server, and nobody else, for everything. */
function forwarding(
  addresses: Addresses,
  settings: Record<string, string>,
  agent: http.Agent,
): RequestHandler {
  const { server } = addresses;
  const changeRequest = requestChanger(addresses);
  const answer = answerer(addresses);
  const pathOf = ({ path }: Request): string =>
    path.startsWith(`${server.pathname}/`) ? path.slice(server.pathname.length) : '';
  const overlayOf = (request: Request) => overlayFor(pathOf(request), settings);

  const proxy = new ProxyServer<Request, Response>({
    target: server.origin,
    agent,
    changeOrigin: true,
    selfHandleResponse: true,
  });
  proxy.on('proxyRes', (answered, request, response) => {
    answer(answered, response, pathOf(request), overlayOf(request)).catch((error: unknown) =>
      request.next?.(error),
    );
  });
  return async (request, response) => {
    const body = await changeRequest(request, overlayOf(request) !== undefined);
    await proxy.web(request, response, { buffer: body });
  };
}
