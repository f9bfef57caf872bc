import express, { type Router } from 'express';
import { bundleBrowserCode } from '../browser-code.js';
import { editors, entryOf } from './editors.js';

/** The editors' browser code, `/{editor}/…`, bundled when it is first asked for. */
export function browserCode(): Router {
  const router = express.Router();
  for (const editor of new Set(Object.values(editors))) {
    router.use(`/${editor.name}`, async (request, response, next) => {
      const folder = await bundleBrowserCode(entryOf(editor), `office-${editor.name}`);
      express.static(folder, { index: false })(request, response, next);
    });
  }
  return router;
}
