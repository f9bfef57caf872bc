import type { Request } from 'express';
import { requestBase } from './addresses.js';
import { Batches } from './batches.js';
import { Blob } from './blob.js';
import type { DiscoverySource } from './discovery.js';
import type { Faults } from './faults.js';
import { HttpError } from './http-error.js';
import type { Repository } from './repository.js';
import type { SignIn } from './sign-in.js';
import type { Tokens } from './tokens.js';

/** Converts a file's bytes, both formats by their extensions. */
export type Convert = (bytes: Uint8Array, from: string, to: string) => Promise<Uint8Array>;

/** What the routes of one stand-in share. */
export class Parts {
  /** what a `CheckFileInfoUpdater` adds to CheckFileInfo */
  readonly checkFileInfo: Record<string, unknown> = {};

  /** what is uploaded */
  readonly batches = new Batches();

  constructor(
    readonly repository: Repository,
    readonly signIn: SignIn,
    readonly tokens: Tokens,
    readonly discovery: DiscoverySource,
    readonly faults: Faults,
    private readonly wopiHost?: string,
    private readonly convert?: Convert,
  ) {}

  /** The blob as a PDF. @throws HttpError 500 where it can't be converted */
  async pdfOf({ name, bytes }: Blob): Promise<Blob> {
    const [base, extension = ''] = [name.replace(/\.[^.]*$/, ''), /[^.]*$/.exec(name)?.[0]];
    try {
      if (!this.convert) throw new Error('There is no converter');
      const pdf = await this.convert(bytes, extension, 'pdf');
      return new Blob(`${base}.pdf`, Buffer.from(pdf));
    } catch (error) {
      throw new HttpError(500, error instanceof Error ? error.message : String(error));
    }
  }

  /** Where the WOPI client finds this server, with a slash at its end: where the request did unless told otherwise. */
  wopiBase(request: Request): string {
    return this.wopiHost === undefined ? requestBase(request) : `${this.wopiHost}/nuxeo/`;
  }

  /** The server's own idea of its address, with a slash at its end; the request's unless a fault says otherwise. */
  publicBase(request: Request): string {
    return this.faults.publicUrl?.replace(/\/*$/, '/') ?? requestBase(request);
  }
}
