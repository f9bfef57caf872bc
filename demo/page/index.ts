import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { bundleBrowserCode } from '../browser-code.js';
import { configScript } from './config.js';
import { messagesOf } from './messages.js';
import { ensurePlugin } from './plugin.js';

const entry = fileURLToPath(new URL('browser/main.ts', import.meta.url));
const indexPage = fileURLToPath(new URL('index.html', import.meta.url));

/** How the page is set up. */
export interface PageOptions {
  /** origin of the editor, the only other one that the page may frame and post to */
  officeOrigin: string;
  /** `org.nuxeo.web.ui.*` properties without that prefix, read at each request of `config.jsp` */
  config: Record<string, string>;
}

/**
 * Makes the look-alike of Web UI, to be mounted at `/nuxeo/ui`. It is built first, and so is the plugin where needed.
 * @throws Error when something can't be built
 */
export async function createPage({ officeOrigin, config }: PageOptions): Promise<Router> {
  const plugin = await ensurePlugin();
  const page = await bundleBrowserCode(entry, 'page');

  const router = express.Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    next();
  });
  router.get(['/', '/index.html'], (request, response) => {
    if (!request.originalUrl.startsWith('/nuxeo/ui/')) return response.redirect('/nuxeo/ui/');
    response.set('Content-Security-Policy', contentSecurityPolicy(officeOrigin)).sendFile(indexPage);
  });
  router.get('/config.jsp', (_request, response) => {
    response.type('js').send(configScript(config, ['nuxeo-office-online']));
  });
  router.get(/^\/i18n\/messages(?:-([\w-]+))?\.json$/, async (request, response) => {
    const messages = await messagesOf(request.params[0] ?? '');
    if (messages) response.json(messages);
    else response.sendStatus(404);
  });
  router.get(/^\/nuxeo-office-online[\w.-]*\.js$/, express.static(plugin));
  router.use(express.static(page, { index: false }));
  return router;
}

/** No eval and no inline script; Polymer needs inline styles. */
function contentSecurityPolicy(officeOrigin: string): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `frame-src 'self' ${officeOrigin}`,
    `form-action 'self' ${officeOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
}
