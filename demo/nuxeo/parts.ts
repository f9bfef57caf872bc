import type { Request } from 'express';
import { requestBase } from './addresses.js';
import type { DiscoverySource } from './discovery.js';
import type { Faults } from './faults.js';
import type { Repository } from './repository.js';
import type { SignIn } from './sign-in.js';
import type { Tokens } from './tokens.js';

/** What the routes of one stand-in share. */
export class Parts {
  /** what a `CheckFileInfoUpdater` adds to CheckFileInfo */
  readonly checkFileInfo: Record<string, unknown> = {};

  constructor(
    readonly repository: Repository,
    readonly signIn: SignIn,
    readonly tokens: Tokens,
    readonly discovery: DiscoverySource,
    readonly faults: Faults,
    private readonly wopiHost?: string,
  ) {}

  /** Where the WOPI client finds this server, with a slash at its end: where the request did unless told otherwise. */
  wopiBase(request: Request): string {
    return this.wopiHost === undefined ? requestBase(request) : `${this.wopiHost}/nuxeo/`;
  }

  /** The server's own idea of its address, with a slash at its end; the request's unless a fault says otherwise. */
  publicBase(request: Request): string {
    return this.faults.publicUrl?.replace(/\/*$/, '/') ?? requestBase(request);
  }
}
