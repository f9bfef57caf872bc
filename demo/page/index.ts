import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { bundleBrowserCode } from '../browser-code.js';
import type { Properties } from '../deployment/index.js';
import { encodePng } from '../png.js';
import { configScript, PREFIX, webUiProperties } from './config.js';
import { webUiMessages } from './messages.js';
import { deployPlugin } from './plugin.js';

const entry = fileURLToPath(new URL('browser/main.ts', import.meta.url));
const stockLinkEntry = fileURLToPath(new URL('browser/stock-link.ts', import.meta.url));
const indexPage = fileURLToPath(new URL('index.html', import.meta.url));

/** How the page is set up. */
export interface PageOptions {
  /** The editors' origins, the only other ones that the page may frame, post to and ask; asked for whenever it is loaded. */
  editorOrigins: () => Promise<string[]>;
  /** `org.nuxeo.web.ui.*` properties without that prefix, on top of the server's; read at each request of `config.jsp` */
  config: Record<string, string>;
  /** what nuxeo.conf sets; read at each request of `config.jsp` */
  conf: Record<string, string>;
  /** path of the plugin's package; it is packed from the sources when none is given */
  package?: string;
  /** folder of another addon to load in the plugin's place, which brings no messages; false for none at all */
  plugin?: string | false;
  /** has the stock addon's link there too */
  stockLink?: boolean;
  /** has Web UI's element for a document's permissions there too, which is large */
  permissions?: boolean;
}

/**
 * Makes the look-alike of Web UI, to be mounted at `/nuxeo/ui`. It is built first, and so is the plugin where needed;
 * then the plugin's package is deployed.
 * @throws Error when something can't be built, or when a server would refuse the package or nuxeo.conf
 */
export async function createPage(options: PageOptions): Promise<Router> {
  const { editorOrigins, config, conf, stockLink, permissions } = options;
  const addon = await deployPlugin(options, await webUiMessages());
  const page = await bundleBrowserCode(entry, 'page');
  const bundles = addon.files.has(`nuxeo.war/ui/${addon.name}.bundle.js`) ? [addon.name] : [];
  if (stockLink) bundles.push('nuxeo-wopi');
  const properties = (): Properties => ({
    ...addon.properties(webUiProperties, conf),
    ...(permissions && { [`${PREFIX}standIn.permissions`]: 'true' }),
    ...Object.fromEntries(Object.entries(config).map(([name, value]) => [PREFIX + name, value])),
  });
  properties();

  const router = express.Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    next();
  });
  router.get(['/', '/index.html'], async (request, response) => {
    if (!request.originalUrl.startsWith('/nuxeo/ui/')) return response.redirect('/nuxeo/ui/');
    response.set('Content-Security-Policy', contentSecurityPolicy(await editorOrigins())).sendFile(indexPage);
  });
  router.get('/config.jsp', (_request, response) => {
    response.type('js').send(configScript(properties(), bundles));
  });
  if (stockLink) {
    const folder = await bundleBrowserCode(stockLinkEntry, 'stock-link');
    router.get('/nuxeo-wopi.bundle.js', (_request, response) =>
      response.sendFile('stock-link.js', { root: folder }),
    );
    router.get('/images/:name.png', (request, response, next) => {
      const picture = stockIcon(request.params.name);
      if (picture) response.type('png').send(picture);
      else next();
    });
  }
  router.use((request, response, next) => {
    const file = addon.files.get(`nuxeo.war/ui${request.path}`);
    if (file) response.type(extname(request.path)).send(file);
    else next();
  });
  router.use(express.static(page, { index: false }));
  return router;
}

const stockColours: Readonly<Record<string, readonly [number, number, number]>> = {
  word: [0x18, 0x5a, 0xbd],
  excel: [0x10, 0x7c, 0x41],
  powerpoint: [0xb7, 0x47, 0x2a],
};

/** What stands in for an icon of Microsoft's, which the stock addon has: a square in its colour. */
function stockIcon(name: string): Buffer | undefined {
  const colour = Object.hasOwn(stockColours, name) ? stockColours[name] : undefined;
  const side = 16;
  return (
    colour &&
    encodePng(
      Uint8Array.from({ length: side * side * 4 }, (_, i) => colour[i % 4] ?? 255),
      side,
      side,
    )
  );
}

/** No eval and no inline script; Polymer needs inline styles. */
function contentSecurityPolicy(editorOrigins: readonly string[]): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    ["frame-src 'self'", ...editorOrigins].join(' '),
    ["form-action 'self'", ...editorOrigins].join(' '),
    ["connect-src 'self'", ...editorOrigins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
}
