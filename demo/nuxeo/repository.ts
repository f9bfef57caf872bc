import { randomUUID } from 'node:crypto';
import { Blob } from './blob.js';
import { type Document, isRetained, newDocument, type Property, titleOf } from './document.js';
import { HttpError } from './http-error.js';
import { Locks } from './locks.js';
import { type Access, everywhere, permissionsOf } from './permissions.js';
import type { User } from './users.js';

/** The documents, in memory. Tests may look into it and change it as they like. */
export class Repository {
  readonly name = 'default';
  readonly documents = new Map<string, Document>();
  readonly locks: Locks;

  /** @param lockLifetime ms a WOPI lock lives when it is not refreshed */
  constructor(lockLifetime: number) {
    this.locks = new Locks(lockLifetime);
  }

  add(document: Document): Document {
    this.documents.set(document.id, document);
    return document;
  }

  /** @throws HttpError 404 */
  get(id: string): Document {
    const document = this.documents.get(id);
    if (!document) throw new HttpError(404, `Failed to get document ${id}`);
    return document;
  }

  /** @throws HttpError 404 */
  atPath(path: string): Document {
    const document = this.live().find((candidate) => this.pathOf(candidate) === path);
    if (!document) throw new HttpError(404, `Failed to get document ${path}`);
    return document;
  }

  /** `/default-domain/workspaces/…`; a version has the path of its live document, and the root is `/`. */
  pathOf(document: Document): string {
    const names = this.lineOf(document).map(({ name }) => name);
    return `/${names.filter((name) => name !== '').join('/')}`;
  }

  /** The document's ancestors, the outermost first, and the document itself. */
  lineOf(document: Document): Document[] {
    const parentId =
      document.versionOf === undefined ? document.parentId : this.get(document.versionOf).parentId;
    return parentId === undefined ? [document] : [...this.lineOf(this.get(parentId)), document];
  }

  /** The documents in a folder, sorted by title; those in the trash instead if asked. */
  childrenOf(folderId: string, { trashed = false } = {}): Document[] {
    return this.live()
      .filter((document) => document.parentId === folderId && document.isTrashed === trashed)
      .sort((one, other) => titleOf(one).localeCompare(titleOf(other)));
  }

  /** The blob at an xpath such as `file:content` or `files:files/0/file`, if there is one. */
  blobAt(document: Document, xpath: string): Blob | undefined {
    const value = xpath.split('/').reduce<Property | undefined>(step, document.properties);
    return value instanceof Blob ? value : undefined;
  }

  /** The user's permissions on the document. Requests from the WOPI client pass a WOPI lock (docs/host.md "Locks"). */
  permissionsOf(user: User, document: Document, { fromWopiClient = false } = {}): string[] {
    const joins = fromWopiClient && this.locks.hasWopiLock(document.id);
    return permissionsOf(
      user,
      joins ? undefined : this.locks.of(document.id)?.owner,
      this.accessOf(document),
    );
  }

  /** Who may do what with a document: what is said nearest above it. */
  accessOf(document: Document): Access {
    return this.lineOf(document).findLast((ancestor) => ancestor.access)?.access ?? everywhere;
  }

  /** Whether the user may read the document: what others must not hear of is left out of listings. */
  mayRead(user: User, document: Document): boolean {
    return this.permissionsOf(user, document).includes('Read');
  }

  /** @throws HttpError 403 when the user lacks the permission */
  requirePermission(user: User, document: Document, permission: string): void {
    if (this.permissionsOf(user, document).includes(permission)) return;
    throw new HttpError(403, `Privilege '${permission}' is not granted to '${user.name}'`);
  }

  /** The name that a child of that name gets: cut, and with a moment behind it where there is one already. */
  freeName(folderId: string, wanted: string): string {
    const name = pathSegment(wanted);
    const isTaken = this.live().some((document) => document.parentId === folderId && document.name === name);
    return isTaken ? `${name}.${Date.now()}` : name;
  }

  /** Puts a document and all below it in the trash, where it has another name. */
  trash(document: Document): void {
    document.name = `${document.name}._${Date.now()}_.trashed`;
    for (const trashed of this.withDescendants(document)) trashed.isTrashed = true;
  }

  /** Takes a document away for good, with its versions and all below it. @throws HttpError 403 */
  remove(document: Document, user: User): void {
    const { id, parentId = '' } = document;
    const parent = this.documents.get(parentId);
    const lacks =
      (!this.permissionsOf(user, document).includes('Remove') && 'Remove') ||
      (parent && !this.permissionsOf(user, parent).includes('RemoveChildren') && 'RemoveChildren');
    if (lacks) {
      const where = lacks === 'Remove' ? `document ${id}` : `parent document ${parentId}`;
      const reason = `Permission denied: cannot remove document ${id}, Missing permission '${lacks}' on ${where}`;
      throw new HttpError(403, `Failed to delete document ${this.pathOf(document)}, ${reason}`);
    }
    for (const removed of this.withDescendants(document)) {
      this.locks.unlock(removed.id);
      for (const version of this.versionsOf(removed.id)) this.documents.delete(version.id);
      this.documents.delete(removed.id);
    }
  }

  /** Puts another blob where there is one already. Errors as for `save`. */
  saveBlob(document: Document, xpath: string, blob: Blob, user: User): void {
    const [first = '', ...steps] = xpath.split('/');
    this.save(document, { [first]: replaced(document.properties[first] ?? null, steps, blob) }, user);
  }

  /** Sets properties. @throws HttpError 403 for a version, 409 for a document under retention or legal hold */
  save(document: Document, properties: Record<string, Property>, user: User): void {
    requireChangeable(document);
    Object.assign(document.properties, properties, {
      'dc:modified': new Date().toISOString(),
      'dc:lastContributor': user.name,
    });
    document.changes = { system: document.changes.system + 1, user: document.changes.user + 1 };
    document.isCheckedOut = true;
  }

  /** Keeps the document as it is now as a version, with the given or a new id. Errors as for `save`. */
  createVersion(document: Document, increment: 'major' | 'minor', id: string = randomUUID()): Document {
    requireChangeable(document);
    const { 'uid:major_version': major, 'uid:minor_version': minor } = document.properties;
    const number =
      increment === 'major'
        ? { 'uid:major_version': Number(major) + 1, 'uid:minor_version': 0 }
        : { 'uid:minor_version': Number(minor) + 1 };
    Object.assign(document.properties, number);
    document.isCheckedOut = false;
    return this.add(
      newDocument({
        ...document,
        id,
        parentId: undefined,
        versionOf: document.id,
        properties: { ...document.properties },
      }),
    );
  }

  /** Makes the document what it was in a version; its number stays the highest that there was. */
  restoreVersion(document: Document, { properties }: Document): void {
    requireChangeable(document);
    const { 'uid:major_version': major = null, 'uid:minor_version': minor = null } = document.properties;
    document.properties = { ...properties, 'uid:major_version': major, 'uid:minor_version': minor };
    document.changes = { ...document.changes, system: document.changes.system + 1 };
    document.isCheckedOut = true;
  }

  /** The versions of a document. */
  versionsOf(id: string): Document[] {
    return [...this.documents.values()].filter(({ versionOf }) => versionOf === id);
  }

  /** The document and all that lies below it. */
  private withDescendants(document: Document): Document[] {
    return this.live().filter((candidate) => this.lineOf(candidate).includes(document));
  }

  /** All documents but versions. */
  live(): Document[] {
    return [...this.documents.values()].filter((document) => document.versionOf === undefined);
  }
}

/** A name as it stands in a path: 24 characters at most, without slashes; one of nothing but marks is replaced. */
function pathSegment(name: string): string {
  const segment = name.trim().slice(0, 24).trim().replace(/[/\\]/g, '-');
  return /^[- .,;?!:/\\'"]*$/.test(segment) ? randomUUID() : segment;
}

function requireChangeable(document: Document): void {
  if (document.versionOf !== undefined) throw new HttpError(403, 'A version can’t be changed');
  if (isRetained(document)) throw new HttpError(409, 'The document is under retention or legal hold');
}

function step(value: Property | undefined, key: string): Property | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  if (value === null || typeof value !== 'object' || value instanceof Blob) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value with what lies at `steps` replaced: a copy, so that versions keep theirs. */
function replaced(value: Property, [key, ...rest]: string[], blob: Blob): Property {
  if (key === undefined) return blob;
  const inner = replaced(step(value, key) ?? null, rest, blob);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  if (value === null || typeof value !== 'object' || value instanceof Blob) return value;
  return { ...value, [key]: inner };
}
