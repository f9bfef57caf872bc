import type { Blob } from './blob.js';
import type { TypeName } from './document-types.js';
import type { Access } from './permissions.js';

/** The value of a property: what JSON can hold, and blobs. Dates are ISO 8601 strings. */
export type Property = string | number | boolean | null | Blob | Property[] | { [key: string]: Property };

/** A document, a folder or a version in the repository. */
export interface Document {
  readonly id: string;
  readonly type: TypeName;
  /** last segment of the path; '' for the root */
  name: string;
  readonly parentId: string | undefined;
  /** id of the live document, if this is a version */
  readonly versionOf: string | undefined;
  /** by prefixed name: `dc:title`, `file:content`, `files:files` ([{ file: Blob }]), … */
  properties: Record<string, Property>;
  isCheckedOut: boolean;
  isTrashed: boolean;
  isRecord: boolean;
  hasLegalHold: boolean;
  /** ISO 8601 */
  retainUntil: string | null;
  /** who may do what here and below, instead of what holds above */
  access?: Access;
  /** number of saves, and of saves made by a person: the change token's halves */
  changes: { system: number; user: number };
}

/** Makes a document from what sets it apart; the rest is as for any new one. */
export function newDocument(
  given: Pick<Document, 'id' | 'type' | 'name' | 'parentId' | 'properties'> & Partial<Document>,
): Document {
  return {
    versionOf: undefined,
    isCheckedOut: true,
    isTrashed: false,
    isRecord: false,
    hasLegalHold: false,
    retainUntil: null,
    changes: { system: 0, user: 0 },
    ...given,
  };
}

/** The document's title, a string in any case. */
export function titleOf(document: Document): string {
  const title = document.properties['dc:title'];
  return typeof title === 'string' ? title : document.name;
}

/** `{system}-{user}`, as Nuxeo writes it; every save changes it. */
export function changeTokenOf(document: Document): string {
  return `${document.changes.system}-${document.changes.user}`;
}

/** Whether the document is kept from being changed by a retention date or a legal hold. */
export function isRetained(document: Document): boolean {
  return (
    document.hasLegalHold || (document.retainUntil !== null && new Date(document.retainUntil) > new Date())
  );
}
