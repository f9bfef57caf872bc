import { createHash } from 'node:crypto';
import { fileTypeOf } from '../file-types.js';

/** A file in the repository. It never changes: a save or a rename puts another in its place. */
export class Blob {
  readonly mimeType: string;
  /** MD5, in hexadecimal */
  readonly digest: string;

  constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    this.mimeType = fileTypeOf(name)?.mimeType ?? 'application/octet-stream';
    this.digest = createHash('md5').update(bytes).digest('hex');
  }
}
