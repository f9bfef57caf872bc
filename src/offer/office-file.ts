import { valueAt } from '../address/xpath.js';
import { isRecord, stringOf } from '../narrow.js';
import type { Offer } from './offers.js';

/** The file that a route leads to, and what is done with it. */
export interface OfficeFile {
  fileName: string;
  /** The blob's digest; empty where the server sends none. */
  digest: string;
  documentTitle: string;
  /** The name of who has made the document; empty where the server sends none. */
  ownerId: string;
  offer: Offer;
}

/** What a document, a blob of it and an offer say of the file; the first two are taken with whatever is in them. */
export function describeFile(document: unknown, blob: unknown, offer: Offer): OfficeFile {
  const { title } = isRecord(document) ? document : {};
  const { name, digest } = isRecord(blob) ? blob : {};
  return {
    fileName: stringOf(name),
    digest: stringOf(digest),
    documentTitle: stringOf(title),
    ownerId: ownerOf(document),
    offer,
  };
}

/** Who has made a document: a name, or the user's record where Web UI has the server look it up. */
export function ownerOf(document: unknown): string {
  const creator = isRecord(document) ? valueAt(document.properties, 'dc:creator') : undefined;
  return stringOf(isRecord(creator) ? creator.id : creator);
}

/** The file under its new name, which Microsoft tells without its extension and Collabora with it. */
export function renamed(file: OfficeFile, name: string): OfficeFile {
  const extension = /\.[^.]*$/.exec(file.fileName)?.[0] ?? '';
  const isWhole = name.toLowerCase().endsWith(extension.toLowerCase());
  return { ...file, fileName: isWhole ? name : name + extension };
}
