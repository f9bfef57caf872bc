import type { Request } from 'express';
import { downloadUrl, launchUrl, thumbnailUrl } from './addresses.js';
import { Blob } from './blob.js';
import { appFor, type Discovery } from './discovery.js';
import { facetsOf, type Schema, schemasOf, subtypesOf } from './document-types.js';
import { changeTokenOf, type Document, isRetained, type Property, titleOf } from './document.js';
import type { Parts } from './parts.js';
import { type User, userJson, users } from './users.js';

/** What a request asks to be written of a document. */
interface Wanted {
  /** schema names, or `*` */
  readonly schemas: string[];
  readonly documentEnrichers: string[];
  readonly blobEnrichers: string[];
  readonly fetch: string[];
}

/** Properties that name people; `fetch-document: properties` has the people themselves in their place. */
const peopleProperties = ['dc:creator', 'dc:lastContributor', 'dc:contributors'];

/** Writes documents as Nuxeo's REST API does, for one request. */
export type DocumentWriter = (document: Document) => Record<string, unknown>;

/** Makes the writer that gives the request what its headers and parameters ask for. */
export async function documentWriter(parts: Parts, request: Request, user: User): Promise<DocumentWriter> {
  const wanted = readWanted(request);
  const discovery =
    wanted.blobEnrichers.includes('wopi') && !parts.faults.noEnricher
      ? await parts.discovery.get()
      : undefined;
  const base = parts.publicBase(request);
  return (document) => new Writing(parts, user, base, wanted, discovery).document(document);
}

/** Headers such as `enrichers-blob: wopi`, or parameters such as `enrichers.blob=wopi`; both are comma lists. */
function readWanted(request: Request): Wanted {
  const asked = (name: string): string[] => {
    const parameter = request.query[name.replace('-', '.')];
    const value = request.get(name) ?? (typeof parameter === 'string' ? parameter : '');
    return value.split(',').map((item) => item.trim());
  };
  return {
    schemas: asked('properties'),
    documentEnrichers: asked('enrichers-document'),
    blobEnrichers: asked('enrichers-blob'),
    fetch: asked('fetch-document'),
  };
}

class Writing {
  constructor(
    private readonly parts: Parts,
    private readonly user: User,
    private readonly base: string,
    private readonly wanted: Wanted,
    private readonly discovery: Discovery | undefined,
  ) {}

  document(document: Document): Record<string, unknown> {
    const { wanted } = this;
    return {
      ...this.header(document),
      ...(wanted.fetch.includes('versionLabel') && { versionLabel: versionLabel(document) }),
      ...(wanted.fetch.includes('lock') && this.lock(document)),
      lastModified: document.properties['dc:modified'],
      ...(wanted.schemas.some((schema) => schema !== '') && { properties: this.properties(document) }),
      ...kind(document),
      ...(wanted.documentEnrichers.some((name) => name !== '') && {
        contextParameters: this.contextParameters(document),
      }),
    };
  }

  private header(document: Document): Record<string, unknown> {
    const { repository } = this.parts;
    return {
      'entity-type': 'document',
      repository: repository.name,
      uid: document.id,
      path: repository.pathOf(document),
      type: document.type,
      state: 'project',
      parentRef: document.parentId ?? null,
      isCheckedOut: document.isCheckedOut,
      isRecord: document.isRecord,
      retainUntil: document.retainUntil,
      hasLegalHold: document.hasLegalHold,
      isUnderRetentionOrLegalHold: isRetained(document),
      isVersion: document.versionOf !== undefined,
      isProxy: false,
      ...(document.versionOf !== undefined && { versionableId: document.versionOf }),
      changeToken: changeTokenOf(document),
      isTrashed: document.isTrashed,
      title: titleOf(document),
    };
  }

  private lock(document: Document): Record<string, unknown> {
    const lock = this.parts.repository.locks.of(document.id);
    return lock ? { lockOwner: lock.owner, lockCreated: lock.created.toISOString() } : {};
  }

  private properties(document: Document): Record<string, unknown> {
    const { schemas } = this.wanted;
    const entries = Object.entries(document.properties).filter(([name]) => {
      const schema = schemasOf(document.type).find(({ prefix }) => name.startsWith(`${prefix}:`));
      return schemas.includes('*') || (schema && schemas.includes(schema.name));
    });
    return Object.fromEntries(entries.map(([name, value]) => [name, this.fetched(document, name, value)]));
  }

  private fetched(document: Document, name: string, value: Property): unknown {
    const isWanted = this.wanted.fetch.some((fetch) => fetch === 'properties' || fetch === name);
    if (!isWanted || !peopleProperties.includes(name)) return this.value(document, name, value);
    return Array.isArray(value) ? value.map(personNamed) : personNamed(value);
  }

  private value(document: Document, xpath: string, value: Property): unknown {
    if (value instanceof Blob) return this.blob(document, xpath, value);
    if (Array.isArray(value))
      return value.map((item, index) => this.value(document, `${xpath}/${index}`, item));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([name, inner]) => [name, this.value(document, `${xpath}/${name}`, inner)]),
    );
  }

  private blob(document: Document, xpath: string, blob: Blob): Record<string, unknown> {
    const app = this.discovery && appFor(this.discovery, blob.name);
    return {
      name: blob.name,
      'mime-type': blob.mimeType,
      encoding: null,
      digestAlgorithm: 'MD5',
      digest: blob.digest,
      length: String(blob.bytes.length),
      data: downloadUrl(this.base, this.parts.repository, document, xpath, blob.name),
      ...(app && {
        wopi: { appName: app.appName, ...this.launchUrls(document, xpath, [...app.actions.keys()]) },
      }),
    };
  }

  private launchUrls(document: Document, xpath: string, actions: string[]): Record<string, string> {
    const url = (action: string): string =>
      launchUrl(this.base, action, this.parts.repository, document.id, xpath);
    return Object.fromEntries(actions.map((action) => [action, url(action)]));
  }

  private contextParameters(document: Document): Record<string, unknown> {
    const { repository } = this.parts;
    const enrichers = this.wanted.documentEnrichers;
    return {
      ...(enrichers.includes('permissions') && {
        permissions: repository.permissionsOf(this.user, document),
      }),
      ...(enrichers.includes('acls') && { acls: [this.acl(document)] }),
      ...(enrichers.includes('userVisiblePermissions') && {
        userVisiblePermissions: ['Read', 'ReadWrite', 'Everything'],
      }),
      ...(enrichers.includes('subtypes') && { subtypes: subtypesOf(document.type) }),
      ...(enrichers.includes('thumbnail') && {
        thumbnail: { url: thumbnailUrl(this.base, repository, document) },
      }),
      ...(enrichers.includes('breadcrumb') && { breadcrumb: this.breadcrumb(document) }),
    };
  }

  /** Who may do what, all of it inherited: rights are given to folders alone here. */
  private acl(document: Document): Record<string, unknown> {
    const access = Object.entries(this.parts.repository.accessOf(document));
    return {
      name: 'inherited',
      aces: access.map(([name, right]) => {
        const permission = right === 'write' ? 'ReadWrite' : 'Read';
        return {
          id: `${name}:${permission}:true:::`,
          username: name,
          externalUser: false,
          permission,
          granted: true,
          creator: null,
          begin: null,
          end: null,
          status: 'effective',
        };
      }),
    };
  }

  private breadcrumb(document: Document): Record<string, unknown> {
    const line = this.parts.repository.lineOf(document).filter(({ type }) => type !== 'Root');
    return {
      'entity-type': 'documents',
      entries: line.map((ancestor) => ({ ...this.header(ancestor), ...kind(ancestor) })),
    };
  }
}

/** The user of that name, or the value as it is. */
function personNamed(value: Property): unknown {
  const user = typeof value === 'string' ? users.get(value) : undefined;
  return user ? userJson(user) : value;
}

function kind(document: Document): { facets: string[]; schemas: Schema[] } {
  const facets = facetsOf(document.type);
  if (document.versionOf !== undefined) facets.push('Immutable');
  return { facets, schemas: schemasOf(document.type) };
}

/** `1.0`; with a `+` once the document was changed after that version; '' before the first. */
function versionLabel(document: Document): string {
  const { 'uid:major_version': major, 'uid:minor_version': minor } = document.properties;
  if (typeof major !== 'number' || typeof minor !== 'number' || (major === 0 && minor === 0)) return '';
  return `${major}.${minor}${document.isCheckedOut ? '+' : ''}`;
}
