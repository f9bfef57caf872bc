import type { Request } from 'express';
import { Blob } from './blob.js';
import type { Property } from './document.js';
import { hasProperty, type TypeName } from './document-types.js';
import { HttpError } from './http-error.js';
import { member } from './json.js';
import type { Parts } from './parts.js';
import type { User } from './users.js';

/**
 * The properties of a document in a request's body, as the server reads them (docs/host.md "New documents"): what the
 * type does not have is passed over without a word, and so is a blob that nothing is found for.
 * @throws HttpError 400
 */
export function readProperties(parts: Parts, request: Request, type: TypeName): Record<string, Property> {
  const given = member(request.body, 'properties');
  if (typeof given !== 'object' || given === null) return {};
  const reader = new PropertyReader(parts, request);
  const known = Object.entries<unknown>({ ...given }).filter(([name]) => hasProperty(type, name));
  const read = known.map(([name, value]) => [name, reader.read(name, value)] as const);
  return Object.fromEntries(read.filter((entry): entry is [string, Property] => entry[1] !== undefined));
}

class PropertyReader {
  private readonly user: User;
  private readonly base: string;

  constructor(
    private readonly parts: Parts,
    private readonly request: Request,
  ) {
    this.user = parts.signIn.requireUser(request);
    this.base = parts.publicBase(request);
  }

  /** The value, or undefined for a blob that nothing is found for: the property is left as it is then. */
  read(name: string, value: unknown): Property | undefined {
    if (isPlain(value)) return value;
    if (name === 'file:content') return this.blob(value);
    if (name === 'files:files' && Array.isArray(value)) {
      return value.map((item) => ({ file: this.blob(member(item, 'file')) ?? null }));
    }
    const isList = ['dc:contributors', 'dc:subjects'].includes(name);
    if (isList && Array.isArray(value) && value.every(isPlain)) return [...value];
    throw new HttpError(400, `Unable to deserialize property: ${name}`);
  }

  /** By the server's decoders, in their order. */
  private blob(value: unknown): Blob | undefined {
    return this.stringBlob(value) ?? this.copy(value) ?? this.uploaded(value);
  }

  private stringBlob(value: unknown): Blob | undefined {
    const data = member(value, 'data') ?? member(value, 'content');
    if (typeof data !== 'string' || data.startsWith('http')) return undefined;
    const name = text(member(value, 'filename')) ?? text(member(value, 'name')) ?? '';
    return new Blob(name, Buffer.from(data), text(member(value, 'mime-type')) ?? 'text/plain');
  }

  /** Another blob of this server, by its download address; it keeps its own name. */
  private copy(value: unknown): Blob | undefined {
    const url = member(value, 'data');
    if (typeof url !== 'string' || !url.startsWith(this.base)) return undefined;
    const { repository } = this.parts;
    const [, name, id = '', rest = ''] =
      /^nxfile\/([^/]+)\/([^/]+)\/([^?]+)/.exec(url.slice(this.base.length)) ?? [];
    const document = name === repository.name ? repository.documents.get(id) : undefined;
    const steps = rest.split('/').map(decodeURIComponent);
    const blob =
      document && repository.mayRead(this.user, document)
        ? (repository.blobAt(document, steps.join('/')) ??
          repository.blobAt(document, steps.slice(0, -1).join('/')))
        : undefined;
    if (!blob) throw new HttpError(400, '');
    return blob;
  }

  /** A file of a batch, which is gone with that unless the request says otherwise. */
  private uploaded(value: unknown): Blob | undefined {
    const batch = text(member(value, 'upload-batch')) ?? '';
    const blob = this.parts.batches.get(batch)?.get(text(member(value, 'upload-fileId')) ?? '');
    if (this.request.get('X-Batch-No-Drop') !== 'true') this.parts.batches.drop(batch);
    return blob;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
