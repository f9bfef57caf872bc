import type { Content, Shown, Unsaved } from './content.js';
import type { Engine } from './engine.js';
import { HttpError } from '../nuxeo/http-error.js';

const pageWidth = 1200;

/** A file that is shown as pictures of its pages, slides or sheets, and that nobody changes here. */
export class Pages implements Content {
  private bytes: Buffer = Buffer.alloc(0);
  private pictures: Promise<Uint8Array[]> | undefined;
  private revision = 0;

  constructor(
    private readonly engine: Engine,
    private readonly extension: string,
  ) {}

  load(bytes: Buffer): Promise<void> {
    if (!this.bytes.equals(bytes)) this.pictures = undefined;
    this.bytes = bytes;
    this.revision += 1;
    return Promise.resolve();
  }

  version(): number {
    return this.revision;
  }

  /** The pictures, as a list of addresses that hold them. */
  async show(): Promise<Shown> {
    this.pictures ??= this.engine.render(this.bytes, this.extension, pageWidth);
    const { pictures } = this;
    try {
      const addresses = (await pictures).map((picture) => `data:image/png;base64,${asBase64(picture)}`);
      return { type: 'application/json', body: JSON.stringify(addresses) };
    } catch (error) {
      if (this.pictures === pictures) this.pictures = undefined;
      throw error;
    }
  }

  take(): void {
    throw new HttpError(400, 'This file can’t be changed here');
  }

  isUnsaved(): boolean {
    return false;
  }

  unsaved(): Promise<Unsaved | undefined> {
    return Promise.resolve(undefined);
  }

  forget(): void {
    // Nothing is kept by person.
  }
}

function asBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
