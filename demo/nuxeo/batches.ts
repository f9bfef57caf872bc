import { randomUUID } from 'node:crypto';
import express, { type Router } from 'express';
import { Blob } from './blob.js';
import { HttpError } from './http-error.js';
import { goWrong, type Faults } from './faults.js';

/** Files that were uploaded and are not in a document yet: batch id → file index → file. */
export class Batches {
  private readonly batches = new Map<string, Map<string, Blob>>();

  start(): string {
    const id = `batchId-${randomUUID()}`;
    this.batches.set(id, new Map());
    return id;
  }

  /** The files of a batch, if there is one. */
  get(id: string): Map<string, Blob> | undefined {
    return this.batches.get(id);
  }

  drop(id: string): boolean {
    return this.batches.delete(id);
  }
}

/** `upload` (docs/host.md "New documents"); to be mounted at the REST API's root, behind its sign-in and before what reads JSON. */
export function uploads(batches: Batches, faults: Faults): Router {
  const router = express.Router();
  router.use('/upload', goWrong(faults, 'upload'), express.raw({ type: () => true, limit: '100mb' }));
  router.post('/upload', (_request, response) => {
    response.status(201).json({ batchId: batches.start() });
  });
  router.post('/upload/:batch/:index', (request, response) => {
    const { batch, index } = request.params;
    const files = batches.get(batch);
    if (!files) return void response.status(404).end();
    if (!/^\d+$/.test(index)) throw new HttpError(400, 'fileIdx request path parameter must be a number');
    if (request.is('multipart/form-data')) {
      throw new HttpError(400, 'Content-Type: "multipart/form-data" is not supported');
    }
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const name = decodeURIComponent((request.get('X-File-Name') ?? '').replaceAll('+', ' '));
    files.set(index, new Blob(name, bytes, request.get('X-File-Type')));
    const uploadedSize = request.get('Content-Length') ?? '-1';
    const uploaded = { uploaded: 'true', batchId: batch, fileIdx: index, uploadType: 'normal', uploadedSize };
    response.status(201).json(uploaded);
  });
  router.get('/upload/:batch', (request, response) => {
    const files = batches.get(request.params.batch);
    if (!files) return void response.status(404).end();
    if (files.size === 0) return void response.status(204).end();
    response.json(
      [...files.values()].map(({ name, bytes }) => ({ name, size: bytes.length, uploadType: 'normal' })),
    );
  });
  router.delete('/upload/:batch', (request, response) => {
    response.status(batches.drop(request.params.batch) ? 204 : 404).end();
  });
  return router;
}
