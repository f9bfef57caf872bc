import type { Request } from 'express';
import { changeTokenOf, type Document } from './document.js';
import type { Repository } from './repository.js';

/** The server's address as the request has it, with a slash at its end: `http://localhost:8080/nuxeo/`. */
export function requestBase(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}/nuxeo/`;
}

/** The address of a document in Web UI. */
export function documentUrl(base: string, document: Document): string {
  return `${base}ui/#!/doc/${document.id}`;
}

/** The address of the launch page for a blob. */
export function launchUrl(
  base: string,
  action: string,
  repository: Repository,
  id: string,
  xpath: string,
): string {
  return `${base}wopi/${action}/${repository.name}/${id}/${xpath}`;
}

/** The address a blob is downloaded from. */
export function downloadUrl(
  base: string,
  repository: Repository,
  document: Document,
  xpath: string,
  fileName: string,
): string {
  const name = encodeURIComponent(fileName.replace(/^.*[\\/]/, ''));
  return `${base}nxfile/${repository.name}/${document.id}/${xpath}/${name}?changeToken=${changeTokenOf(document)}`;
}

/** The address of a file for the WOPI client: what `WOPISrc` says. */
export function wopiFileUrl(base: string, fileId: string): string {
  return `${base}site/wopi/files/${fileId}`;
}

/** The address of a document's thumbnail, a rendition. */
export function thumbnailUrl(base: string, repository: Repository, document: Document): string {
  const rendition = `${base}api/v1/repo/${repository.name}/id/${document.id}/@rendition/thumbnail`;
  return `${rendition}?changeToken=${changeTokenOf(document)}&sync=true`;
}
