import { createHash } from 'node:crypto';
import { extname } from 'node:path';

const mimeTypes: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  txt: 'text/plain',
};

/** A file's extension in lower case without the dot, '' if it has none. */
export function extensionOf(fileName: string): string {
  return extname(fileName).slice(1).toLowerCase();
}

/** A file in the repository. It never changes: a save or a rename puts another in its place. */
export class Blob {
  readonly mimeType: string;
  /** MD5, in hexadecimal */
  readonly digest: string;

  constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    this.mimeType = mimeTypes[extensionOf(name)] ?? 'application/octet-stream';
    this.digest = createHash('md5').update(bytes).digest('hex');
  }
}
