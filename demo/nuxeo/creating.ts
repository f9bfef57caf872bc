import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { Blob } from './blob.js';
import { type Document, newDocument, type Property } from './document.js';
import { facetsOf, hasProperty, isType, type TypeName } from './document-types.js';
import { readProperties } from './document-reader.js';
import { HttpError } from './http-error.js';
import { member } from './json.js';
import type { Parts } from './parts.js';

/**
 * Makes a document below the parent from the request's body, in the order in which the server looks at it
 * (docs/host.md "New documents"). It does not hold anybody to the parent's `subtypes`, nor out of the trash.
 * @throws HttpError 400, 403, 415, 500
 */
export function createDocument(parts: Parts, request: Request, parent: Document): Document {
  const { repository, faults } = parts;
  const user = parts.signIn.requireUser(request);
  if (!request.is('json')) throw new HttpError(415, 'Unsupported Media Type');
  const { type, name } = readHead(request.body);
  const given = type === undefined ? {} : readProperties(parts, request, type);
  if (type === undefined || name === undefined) throw new HttpError(400, 'type or name property is missing');
  repository.requirePermission(user, parent, 'AddChildren');
  const added = Object.values(given).reduce<number>((sum, value) => sum + sizeOf(value), 0);
  if (added > 0 && added > (faults.quota ?? Infinity)) throw new HttpError(500, 'Internal Server Error');
  const now = new Date().toISOString();
  return repository.add(
    newDocument({
      id: randomUUID(),
      type,
      name: repository.freeName(parent.id, name),
      parentId: parent.id,
      properties: {
        'dc:title': null,
        'dc:description': null,
        'common:icon': null,
        ...(facetsOf(type).includes('Versionable') && { 'uid:major_version': 0, 'uid:minor_version': 0 }),
        ...(hasProperty(type, 'file:content') && { 'file:content': null }),
        ...(hasProperty(type, 'files:files') && { 'files:files': [] }),
        ...given,
        'dc:creator': user.name,
        'dc:contributors': [user.name],
        'dc:lastContributor': user.name,
        'dc:created': now,
        'dc:modified': now,
      },
    }),
  );
}

function readHead(body: unknown): { type?: TypeName; name?: string } {
  const entity = member(body, 'entity-type');
  if (entity !== 'document') {
    throw new HttpError(
      400,
      `Json object entity-type is wrong. Expected is document but was ${String(entity)}`,
    );
  }
  const [type, name] = [member(body, 'type'), member(body, 'name')];
  if (typeof type === 'string' && type.trim() !== '' && !isType(type)) {
    throw new HttpError(400, `Type: ${type} does not exist`);
  }
  return {
    ...(typeof type === 'string' && isType(type) && { type }),
    ...(typeof name === 'string' && name.trim() !== '' && { name }),
  };
}

/** How many bytes of blobs are in the value. */
function sizeOf(value: Property): number {
  if (value instanceof Blob) return value.bytes.length;
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, inner: Property) => sum + sizeOf(inner), 0);
}
