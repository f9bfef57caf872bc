import express, { type Router } from 'express';
import { bundleBrowserCode } from '../browser-code.js';
import { editors, entryOf } from './editors.js';

/** The browser code of the editors, of `convert` and of `failure`, `/{name}/…`, bundled when it is first asked for. */
export function browserCode(): Router {
  const router = express.Router();
  const names = new Set(['convert', 'failure', ...Object.values(editors).map(({ name }) => name)]);
  for (const name of names) {
    router.use(`/${name}`, async (request, response, next) => {
      const folder = await bundleBrowserCode(entryOf(name), `office-${name}`);
      express.static(folder, { index: false })(request, response, next);
    });
  }
  return router;
}
