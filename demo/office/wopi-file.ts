import type { ProofKeys } from './proof-keys.js';
import type { Renamed } from './shared/session.js';

/** What CheckFileInfo says, as far as an editor here needs it. */
export interface FileInfo {
  readonly name: string;
  /** bytes */
  readonly size: number;
  readonly version: string;
  readonly userId: string;
  readonly userName: string;
  readonly canWrite: boolean;
  readonly canRename: boolean;
  /** whether a file may be made beside this one */
  readonly canSaveAs: boolean;
  /** whether the host sees to sharing, as Collabora is told it */
  readonly canShare: boolean;
  /** the host page's origin; '' where the host names none */
  readonly postMessageOrigin: string;
  /** what the host page wants to hear of, by a message each */
  readonly posted: readonly HostButton[];
  /** name of who has made the file; '' where the host does not say */
  readonly ownerId: string;
  /** where the person goes who closes the editor; '' where the host does not say */
  readonly closeUrl: string;
  /** what stands above the file, from the outermost on */
  readonly breadcrumbs: readonly { readonly name: string; readonly url: string }[];
}

/** What a person can press in the editor that the host page sees to. */
export type HostButton = 'close' | 'edit' | 'share' | 'versions';

const buttonFlags: Readonly<Record<HostButton, string>> = {
  close: 'ClosePostMessage',
  edit: 'EditModePostMessage',
  share: 'FileSharingPostMessage',
  versions: 'FileVersionPostMessage',
};

/** Where a converted file can be opened. */
export interface Converted {
  readonly editUrl: string;
  readonly viewUrl: string;
}

interface Call {
  contents?: boolean;
  headers?: Record<string, string>;
  body?: Uint8Array;
}

const patience = 30_000; // ms

/** A WOPI call that the host refused or that failed. */
export class WopiError extends Error {
  /**
   * @param status HTTP status; 0 when the host wasn't reached
   * @param lock the lock that is in the way (409): its id, '' when there is none, undefined when the host didn't say
   */
  constructor(
    readonly operation: string,
    readonly status: number,
    readonly lock?: string,
  ) {
    super(`${explain(status)} (${operation}: ${status || 'no answer'})`);
  }
}

function explain(status: number): string {
  if (status === 0) return "The server of the file can't be reached.";
  if (status === 401 || status === 403) return 'Your session is over, or you may not open the file any more.';
  if (status === 404) return "The file isn't there any more, or you may not open it.";
  if (status === 409) return 'The file is locked by someone else.';
  if (status >= 500) return 'The server of the file had an error.';
  return 'The server of the file refused.';
}

/** A file on a WOPI host, seen through one user's access token. Every call is signed with the proof keys. */
export class WopiFile {
  /** @param source the WOPISrc */
  constructor(
    readonly source: string,
    readonly token: string,
    readonly keys: ProofKeys,
  ) {}

  /** The same file, seen through another token. */
  withToken(token: string): WopiFile {
    return new WopiFile(this.source, token, this.keys);
  }

  async checkFileInfo(): Promise<FileInfo> {
    const answer = await this.#get('CheckFileInfo', {});
    return readFileInfo(await jsonOf(answer, 'CheckFileInfo'));
  }

  async getFile(): Promise<Buffer> {
    const answer = await this.#get('GetFile', { contents: true });
    return Buffer.from(await answer.arrayBuffer());
  }

  /** @param lock needless for a file that is empty and not locked */
  async putFile(bytes: Uint8Array, lock?: string): Promise<void> {
    await this.#post('PutFile', 'PUT', {
      contents: true,
      body: bytes,
      headers: lock ? { 'X-WOPI-Lock': lock } : {},
    });
  }

  async lock(lock: string): Promise<void> {
    await this.#post('Lock', 'LOCK', { headers: { 'X-WOPI-Lock': lock } });
  }

  async refreshLock(lock: string): Promise<void> {
    await this.#post('RefreshLock', 'REFRESH_LOCK', { headers: { 'X-WOPI-Lock': lock } });
  }

  async unlock(lock: string): Promise<void> {
    await this.#post('Unlock', 'UNLOCK', { headers: { 'X-WOPI-Lock': lock } });
  }

  /** Renames the file. @param name without extension @param lock which Nuxeo demands */
  async rename(name: string, lock?: string): Promise<Renamed> {
    const headers = { 'X-WOPI-RequestedName': asUtf7(name), ...(lock ? { 'X-WOPI-Lock': lock } : {}) };
    const answer = await this.#post('RenameFile', 'RENAME_FILE', { headers });
    const { Name, Url } = await jsonOf(answer, 'RenameFile');
    return {
      name: typeof Name === 'string' ? Name : name,
      hasAddress: typeof Url === 'string' && Url !== '',
    };
  }

  /** Whether someone locked the file without WOPI: the host then answers GetLock with 409. */
  async isLockedByHand(): Promise<boolean> {
    try {
      await this.#post('GetLock', 'GET_LOCK', {});
      return false;
    } catch (error) {
      if (error instanceof WopiError && error.status === 409) return true;
      throw error;
    }
  }

  /** Puts a converted file in the place of this one, by PutRelativeFile. */
  async replaceByConverted(bytes: Uint8Array, extension: string): Promise<Converted> {
    const answer = await this.#post('PutRelativeFile', 'PUT_RELATIVE', {
      body: bytes,
      headers: {
        'X-WOPI-SuggestedTarget': `.${extension}`,
        'X-WOPI-FileConversion': 'true',
        'X-WOPI-Size': String(bytes.length),
      },
    });
    const { HostEditUrl, HostViewUrl } = await jsonOf(answer, 'PutRelativeFile');
    return { editUrl: webAddress(HostEditUrl), viewUrl: webAddress(HostViewUrl) };
  }

  #get(operation: string, call: Call): Promise<Response> {
    return this.#send(operation, 'GET', call);
  }

  #post(operation: string, override: string, call: Call): Promise<Response> {
    const headers = { 'X-WOPI-Override': override, ...call.headers };
    return this.#send(operation, 'POST', { ...call, headers });
  }

  async #send(operation: string, method: string, { contents, headers, body }: Call): Promise<Response> {
    const path = `${this.source}${contents ? '/contents' : ''}`;
    const url = new URL(
      `${path}${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(this.token)}`,
    ).href;
    let answer: Response;
    try {
      answer = await fetch(url, {
        method,
        headers: {
          Authorization: `Bearer ${this.token}`,
          'X-WOPI-ClientVersion': '16.0.0.0',
          'Content-Type': 'application/octet-stream',
          ...this.keys.sign(url, this.token),
          ...headers,
        },
        ...(body ? { body: new Uint8Array(body) } : {}),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
    } catch {
      throw new WopiError(operation, 0);
    }
    if (answer.ok) return answer;
    await answer.body?.cancel();
    throw new WopiError(operation, answer.status, answer.headers.get('X-WOPI-Lock') ?? undefined);
  }
}

/** In UTF-7, as file names go in headers. */
function asUtf7(name: string): string {
  return name.replace(/[^A-Za-z0-9 '(),./:?_-]+/g, (run) => {
    const bytes = Buffer.from(run, 'utf16le').swap16();
    return `+${bytes.toString('base64').replace(/=+$/, '')}-`;
  });
}

async function jsonOf(answer: Response, operation: string): Promise<Record<string, unknown>> {
  const value: unknown = await answer.json().catch(() => undefined);
  if (typeof value !== 'object' || value === null) throw new Error(`${operation} wasn't answered with JSON.`);
  return value as Record<string, unknown>;
}

function readFileInfo(answer: Record<string, unknown>): FileInfo {
  const { BaseFileName, Size, Version, UserId, UserFriendlyName, UserCanWrite, ReadOnly } = answer;
  if (typeof BaseFileName !== 'string' || typeof Size !== 'number' || typeof UserId !== 'string') {
    throw new Error('CheckFileInfo lacks BaseFileName, Size or UserId.');
  }
  return {
    name: BaseFileName,
    size: Size,
    version: textOf(Version),
    userId: UserId,
    userName: textOf(UserFriendlyName) || UserId,
    canWrite: UserCanWrite === true && ReadOnly !== true,
    canRename: answer.UserCanRename === true && answer.SupportsRename === true,
    canSaveAs: answer.UserCanNotWriteRelative !== true,
    canShare: answer.EnableShare === true,
    postMessageOrigin: textOf(answer.PostMessageOrigin),
    posted: (Object.keys(buttonFlags) as HostButton[]).filter((name) => answer[buttonFlags[name]] === true),
    ownerId: textOf(answer.OwnerId),
    closeUrl: textOf(answer.CloseUrl),
    breadcrumbs: ['Brand', 'Folder']
      .map((step) => ({
        name: textOf(answer[`Breadcrumb${step}Name`]),
        url: textOf(answer[`Breadcrumb${step}Url`]),
      }))
      .filter(({ url }) => url !== ''),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function webAddress(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new Error("The host's answer has no address.");
  return url.href;
}
