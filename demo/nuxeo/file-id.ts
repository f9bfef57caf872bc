import { HttpError } from './http-error.js';

/** Names a file to the WOPI client: base64 of `repository/document/xpath`. */
export function fileIdOf(repository: string, documentId: string, xpath: string): string {
  return Buffer.from(`${repository}/${documentId}/${xpath}`).toString('base64');
}

/** What a file id names. @throws HttpError 404 when it names nothing */
export function readFileId(fileId: string): { repository: string; documentId: string; xpath: string } {
  const [repository, documentId, ...steps] = Buffer.from(fileId, 'base64').toString().split('/');
  if (!repository || !documentId || steps.length === 0) throw new HttpError(404, 'No such file');
  return { repository, documentId, xpath: steps.join('/') };
}
