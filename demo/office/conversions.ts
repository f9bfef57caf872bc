import { randomBytes } from 'node:crypto';
import express, { type Router } from 'express';
import { answerErrors, asJson, HttpError } from '../nuxeo/http-error.js';
import { canEdit } from './apps.js';
import type { Engine } from './engine.js';
import { WopiError, type WopiFile } from './wopi-file.js';

/** From what format to what, by extension. */
interface Formats {
  readonly from: string;
  readonly to: string;
}

const keepTime = 600_000;

/** Files on their way from a binary format to today's: each begins when its page is posted, and the page asks for the end. */
export class Conversions {
  private readonly results = new Map<string, Promise<string>>();

  constructor(private readonly engine: Engine) {}

  /** Begins a conversion. @returns its id, unguessable */
  start(wopi: WopiFile, formats: Formats): string {
    const id = randomBytes(24).toString('base64url');
    const result = this.convert(wopi, formats);
    result.catch(() => undefined); // whoever asks hears of it
    this.results.set(id, result);
    setTimeout(() => this.results.delete(id), keepTime).unref();
    return id;
  }

  /** What a conversion's page calls: `/{id}` answers with the new file's `url` when it is there. */
  routes(): Router {
    const router = express.Router();
    router.get('/:id', async (request, response) => {
      const result = this.results.get(request.params.id);
      if (!result) throw new HttpError(404, 'This conversion is over. Open the file again.');
      response.set('Cache-Control', 'no-store').json({ url: await result });
    });
    router.use(answerErrors(asJson));
    return router;
  }

  /** @returns where the host opens the new file: for editing if an app here can */
  private async convert(wopi: WopiFile, { from, to }: Formats): Promise<string> {
    try {
      const bytes = await this.engine.convert(await wopi.getFile(), from, to);
      const { editUrl, viewUrl } = await wopi.replaceByConverted(bytes, to);
      return canEdit(to) ? editUrl : viewUrl;
    } catch (error) {
      throw error instanceof WopiError ? new HttpError(error.status || 502, error.message) : error;
    }
  }
}
