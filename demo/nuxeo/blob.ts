import { createHash } from 'node:crypto';
import { fileTypeOf } from '../file-types.js';

/** A file in the repository. It never changes: a save or a rename puts another in its place. */
export class Blob {
  readonly mimeType: string;
  /** MD5, in hexadecimal */
  readonly digest: string;

  /** @param mimeType that of its extension unless told */
  constructor(
    readonly name: string,
    readonly bytes: Buffer,
    mimeType?: string,
  ) {
    this.mimeType = mimeType ?? fileTypeOf(name)?.mimeType ?? 'application/octet-stream';
    this.digest = createHash('md5').update(bytes).digest('hex');
  }
}
