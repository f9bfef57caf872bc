import type { Request, RequestHandler } from 'express';
import { readFileId } from './file-id.js';
import type { Parts } from './parts.js';

/** Writes a line for each call of the WOPI client, when it is answered: `POST PUT "Budget.xlsx" 200 12 ms`. Nothing of a token is in it. */
export function logWopiCalls(parts: Parts, write: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const call = [request.method, operationOf(request), JSON.stringify(nameOf(parts, request))];
    response.on('close', () => {
      const answer = response.writableFinished ? response.statusCode : 'no answer';
      write([...call, answer, Math.round(performance.now() - start), 'ms'].join(' '));
    });
    next();
  };
}

/** The operation as the WOPI client names it; where it names none, what its address is for. */
function operationOf(request: Request): string {
  const override = /^[A-Z_]{1,32}$/.exec(request.get('X-WOPI-Override') ?? '')?.[0];
  return override ?? (request.path.endsWith('/contents') ? 'GetFile' : 'CheckFileInfo');
}

function nameOf({ repository }: Parts, { params }: Request): string {
  try {
    const { documentId, xpath } = readFileId(String(params.fileId));
    return repository.blobAt(repository.get(documentId), xpath)?.name ?? '';
  } catch {
    return '';
  }
}
