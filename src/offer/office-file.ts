import { isRecord, stringOf } from '../narrow.js';
import type { Offer } from './offers.js';

/** The file that a route leads to, and what is done with it. */
export interface OfficeFile {
  fileName: string;
  /** The blob's digest; empty where the server sends none. */
  digest: string;
  documentTitle: string;
  offer: Offer;
}

/** What a document, a blob of it and an offer say of the file; the first two are taken with whatever is in them. */
export function describeFile(document: unknown, blob: unknown, offer: Offer): OfficeFile {
  const { title } = isRecord(document) ? document : {};
  const { name, digest } = isRecord(blob) ? blob : {};
  return { fileName: stringOf(name), digest: stringOf(digest), documentTitle: stringOf(title), offer };
}

/** The file under its new name, which Microsoft tells without its extension and Collabora with it. */
export function renamed(file: OfficeFile, name: string): OfficeFile {
  const extension = /\.[^.]*$/.exec(file.fileName)?.[0] ?? '';
  const isWhole = name.toLowerCase().endsWith(extension.toLowerCase());
  return { ...file, fileName: isWhole ? name : name + extension };
}
