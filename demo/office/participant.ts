import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { State } from './shared/session.js';
import type { FileInfo, WopiFile } from './wopi-file.js';

/** What a page is told of the file, beside what is known of its person. */
type FileState = Omit<State, 'serial' | 'view' | 'isSaving' | 'problem'>;

/** Somebody who has a file open in a page. */
export class Participant {
  /** unguessable: who knows it may act as this participant */
  readonly id = randomBytes(24).toString('base64url');
  isSaving = false;
  /** has left, while something of theirs is still to be saved */
  isAway = false;
  /** the host does not take their token any more */
  isRefused = false;
  /** what went wrong with the last save */
  problem: string | undefined;
  private serial = 0;
  private connection: Response | undefined;

  /**
   * @param view their number in the file
   * @param notice to be read by them on opening
   */
  constructor(
    readonly view: number,
    public wopi: WopiFile,
    readonly info: FileInfo,
    readonly canEdit: boolean,
    readonly notice: string | undefined,
  ) {}

  get name(): string {
    return this.info.userName;
  }

  /** Goes on with another token; the old one is not used any more. */
  takeToken(token: string): void {
    this.wopi = this.wopi.withToken(token);
    this.isRefused = false;
  }

  /** Tells the page that the session is over, and why. */
  tellEnd(reason: string): void {
    this.connection?.write(`event: ended\ndata: ${JSON.stringify(reason)}\n\n`);
  }

  get isConnected(): boolean {
    return this.connection !== undefined;
  }

  /** Lets the page listen. */
  connect(connection: Response): void {
    this.connection?.end();
    this.connection = connection;
  }

  /** Ends the listening: of this connection, or of whichever there is. */
  disconnect(connection = this.connection): void {
    connection?.end();
    if (connection === this.connection) this.connection = undefined;
  }

  /** Tells the page how things are. @returns what it was told, as JSON */
  tell(file: FileState): string {
    const { view, isSaving, problem } = this;
    this.serial += 1;
    const told: State = { serial: this.serial, view, ...file, isSaving, problem };
    const state = JSON.stringify(told);
    this.connection?.write(`data: ${state}\n\n`);
    return state;
  }
}
