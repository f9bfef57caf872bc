import express, { type Request, type Router } from 'express';
import { answerErrors, asJson, HttpError } from '../nuxeo/http-error.js';
import type { OpenFiles, Session } from './open-files.js';

/** What an editor's page calls, `/{session}/…`. */
export function sessions(files: OpenFiles): Router {
  const router = express.Router();
  const body = express.raw({ type: () => true, limit: '100mb' });
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  router.get('/:id/events', (request, response) => {
    const session = sessionOf(files, request);
    response.type('text/event-stream').flushHeaders();
    files.connect(session, response);
  });
  router.get('/:id/content', async (request, response) => {
    const { file, participant } = sessionOf(files, request);
    const { type, body: content, version } = await file.show(participant);
    response.set('X-Version', String(version)).type(type).send(content);
    // What the participant had not saved is given up with that.
    file.tell(participant);
  });
  router.post('/:id/changes', body, (request, response) => {
    const session = sessionOf(files, request);
    takeChanges(session, request);
    response.type('json').send(session.file.tell(session.participant));
  });
  router.post('/:id/save', async (request, response) => {
    const { file, participant } = sessionOf(files, request);
    const outcome = await file.save(participant, request.query.force === 'true');
    response.json({ state: JSON.parse(file.tell(participant)) as unknown, outcome });
  });
  router.post('/:id/token', body, (request, response) => {
    const { file, participant } = sessionOf(files, request);
    participant.takeToken(textOf(request));
    response.type('json').send(file.tell(participant));
  });
  router.post('/:id/name', body, async (request, response) => {
    const { file, participant } = sessionOf(files, request);
    response.json(await file.rename(participant, textOf(request)));
  });
  router.post('/:id/leave', body, async (request, response) => {
    const session = sessionOf(files, request);
    takeChanges(session, request);
    await files.leave(session);
    response.status(204).end();
  });
  router.use(answerErrors(asJson));
  return router;
}

function sessionOf(files: OpenFiles, request: Request): Session {
  const session = files.find(String(request.params.id));
  if (!session) throw new HttpError(404, 'This session has ended');
  return session;
}

/** @throws HttpError 400 */
function textOf(request: Request): string {
  const text = Buffer.isBuffer(request.body) ? request.body.toString() : '';
  if (text === '') throw new HttpError(400, 'The body is empty');
  return text;
}

/** @throws HttpError 400 */
function takeChanges({ file, participant }: Session, request: Request): void {
  const changes: unknown = request.body;
  if (Buffer.isBuffer(changes) && changes.length > 0)
    file.take(participant, changes, Number(request.query.base));
}
