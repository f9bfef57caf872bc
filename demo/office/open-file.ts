import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CollaboraSaving } from './collabora-saving.js';
import type { Content, Shown, Unsaved } from './content.js';
import type { Editor } from './editors.js';
import type { Engine } from './engine.js';
import type { OfficeFaults } from './faults.js';
import { MicrosoftSaving } from './microsoft-saving.js';
import { Participant } from './participant.js';
import type { SavedFile, Saving } from './saving.js';
import type { Dialect } from './shared/dialects.js';
import type { Renamed, SaveOutcome } from './shared/session.js';
import { type FileInfo, WopiError, type WopiFile } from './wopi-file.js';

const refreshTime = 600_000;
/** ms after a new name at which Collabora loads the file anew; at least as late as it tells that all is saved */
const renameTime = 3_000;
const leastRenameTime = 1_500;

/** One who comes in: what they may do, and what they are to do. */
export interface Newcomer {
  readonly wopi: WopiFile;
  readonly info: FileInfo;
  readonly action: 'view' | 'edit' | 'editnew';
}

/** What every open file needs. */
export interface Surroundings {
  readonly engine: Engine;
  /** by which the times between auto-saves are divided */
  readonly speed: number;
  readonly faults: OfficeFaults;
  /** Collabora's, where it is Collabora that is stood in for */
  readonly dialect: Dialect | undefined;
}

/**
 * A file that people have open together, under one lock as soon as one of them may edit. What it does to the file, it
 * does one after the other.
 */
export class OpenFile implements SavedFile {
  readonly people = new Set<Participant>();
  readonly speed: number;
  content: Content;
  private saving: Saving;
  private readonly lockId = randomUUID();
  private readonly refreshing: NodeJS.Timeout;
  private queue: Promise<unknown> = Promise.resolve();
  private newcomers = 0;
  private views = 0;
  private starts = 0;

  constructor(
    private readonly editor: Editor,
    private readonly surroundings: Surroundings,
  ) {
    this.speed = surroundings.speed;
    this.content = editor.open(surroundings.engine);
    this.saving = this.startSaving(Buffer.alloc(0));
    const refresh = (): void => void this.inTurn(() => this.refreshLock());
    this.refreshing = setInterval(refresh, refreshTime / this.speed).unref();
  }

  /** Whether nobody has it open or waits to. */
  get isDone(): boolean {
    return this.people.size === 0 && this.newcomers === 0;
  }

  /** Ends what it does by itself. */
  stop(): void {
    clearInterval(this.refreshing);
    this.saving.stop();
  }

  /** Lets somebody in; who can't edit gets it read-only, with a notice if that is not what they asked for. @throws WopiError */
  async join(newcomer: Newcomer): Promise<Participant> {
    this.newcomers += 1;
    try {
      return await this.inTurn(() => this.admit(newcomer));
    } finally {
      this.newcomers -= 1;
    }
  }

  /** What a participant's page shows, and its version. */
  async show({ id }: Participant): Promise<Shown & { version: number }> {
    const version = this.content.version(id);
    return { ...(await this.content.show(id)), version };
  }

  /** Takes a change from a participant's page. @throws HttpError 400 */
  take(participant: Participant, change: Buffer, base: number): void {
    if (!participant.canEdit) return;
    this.content.take(participant.id, change, base);
    this.saving.changed(participant);
    this.tellAll();
  }

  /** Saves because a participant wants it. @param force even where nothing has changed */
  save(participant: Participant, force: boolean): Promise<SaveOutcome> {
    return this.inTurn(() => this.saving.save(participant, force));
  }

  /** Lets a participant go, as soon as the file can do without them. */
  leave(participant: Participant): Promise<void> {
    return this.inTurn(async () => {
      if (!this.people.has(participant)) return;
      await this.saving.leave(participant);
      this.tellAll();
    });
  }

  /** Renames the file. @throws WopiError */
  rename(participant: Participant, name: string): Promise<Renamed> {
    const { dialect } = this.surroundings;
    return this.inTurn(async () => {
      if (!dialect) return participant.wopi.rename(name, this.lockId);
      await this.saving.save(participant, !dialect.renamesLocked);
      const renamed = await participant.wopi.rename(name, dialect.renamesLocked ? this.lockId : undefined);
      setTimeout(() => this.startAnew(), Math.max(renameTime / this.speed, leastRenameTime)).unref();
      return renamed;
    });
  }

  /** Loses what has the document, as in a crash, and what is not in the file with it; another one takes its place. */
  crash(): Promise<void> {
    return this.inTurn(async () => {
      const editor = [...this.people].find(({ canEdit }) => canEdit);
      const wopi = (editor ?? [...this.people][0])?.wopi;
      if (!wopi) return;
      await editor?.wopi.unlock(this.lockId).catch(() => undefined);
      this.content = this.editor.open(this.surroundings.engine);
      await this.load(wopi);
      await editor?.wopi.lock(this.lockId).catch((error: unknown) => this.fail(editor, error));
      this.startAnew();
    });
  }

  /** Tells every page how things are. */
  tellAll(): void {
    for (const participant of this.people) this.tell(participant);
  }

  /** Tells a participant's page how things are. @returns what it was told */
  tell(participant: Participant): string {
    const here = [...this.people].filter(({ isAway }) => !isAway);
    return participant.tell({
      views: here.map(({ view, name, info, canEdit }) => ({
        id: view,
        userName: name,
        userId: info.userId,
        isReadOnly: !canEdit,
      })),
      starts: this.starts,
      others: here.filter((other) => other !== participant).map(({ name }) => name),
      version: this.content.version(participant.id),
      isUnsaved: this.saving.isUnsaved(participant),
      isModified: this.saving.isModified,
    });
  }

  inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(task);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  async put(by: Participant, take: () => Promise<Unsaved | undefined>): Promise<SaveOutcome> {
    const { saveDelay } = this.surroundings.faults;
    try {
      const unsaved = await take();
      if (!unsaved) return { type: 'unmodified' };
      by.isSaving = true;
      this.tell(by);
      if (saveDelay !== undefined) await wait(saveDelay);
      await by.wopi.putFile(unsaved.bytes, this.lockId);
      unsaved.settle();
      by.problem = undefined;
      return { type: 'saved' };
    } catch (error) {
      this.fail(by, error);
      return { type: 'failed', status: error instanceof WopiError ? error.status : 0 };
    } finally {
      by.isSaving = false;
      this.tellAll();
    }
  }

  async letGo(participant: Participant): Promise<void> {
    this.people.delete(participant);
    if (participant.canEdit && !this.hasEditor()) {
      // The server ends a lock that nobody refreshes, so a failure heals itself.
      await participant.wopi.unlock(this.lockId).catch(() => undefined);
    }
  }

  private startSaving(bytes: Buffer): Saving {
    const { dialect } = this.surroundings;
    return dialect
      ? new CollaboraSaving(this, dialect, bytes)
      : new MicrosoftSaving(this, this.editor.autoSave);
  }

  private async admit(newcomer: Newcomer): Promise<Participant> {
    const { wopi, info, action } = newcomer;
    await this.saving.welcome({ userId: info.userId, token: wopi.token });
    if (action === 'editnew') await this.fill(wopi);
    if (!this.hasEditor()) await this.load(wopi);
    const refusal = action === 'view' ? undefined : await this.lock(newcomer);
    const canEdit = action !== 'view' && refusal === undefined;
    const participant = new Participant(this.views, wopi, info, canEdit, refusal);
    this.views += 1;
    this.people.add(participant);
    this.tellAll();
    return participant;
  }

  private hasEditor(): boolean {
    return [...this.people].some(({ canEdit }) => canEdit);
  }

  /** Puts a new file in the place of an empty one. */
  private async fill(wopi: WopiFile): Promise<void> {
    const { size } = await wopi.checkFileInfo();
    if (size === 0 && this.editor.blank) await wopi.putFile(await this.editor.blank());
  }

  /** Loads what is in the file. Collabora takes an empty one for a new one, and writes nothing before it is changed. */
  private async load(wopi: WopiFile): Promise<void> {
    const bytes = await wopi.getFile();
    const loaded = (bytes.length === 0 && (await this.editor.blank?.())) || bytes;
    await this.content.load(loaded);
    this.saving.stop();
    this.saving = this.startSaving(loaded);
  }

  private startAnew(): void {
    this.starts += 1;
    this.tellAll();
  }

  /** @returns why it can't be locked for this user, undefined when it is */
  private async lock({ wopi, info }: Newcomer): Promise<string | undefined> {
    const lockedByOther = 'This file is locked by someone else. You can read it, but not change it.';
    if (!info.canWrite) {
      const isLocked = await wopi.isLockedByHand();
      return isLocked ? lockedByOther : 'You can read this file, but not change it.';
    }
    try {
      await wopi.lock(this.lockId);
      return undefined;
    } catch (error) {
      // Collabora goes on reading, whatever keeps it from the lock.
      const isHeld = error instanceof WopiError && (error.status === 409 || this.surroundings.dialect);
      if (isHeld) return lockedByOther;
      throw error;
    }
  }

  private async refreshLock(): Promise<void> {
    const editor = [...this.people].find(({ canEdit }) => canEdit);
    await editor?.wopi.refreshLock(this.lockId).catch((error: unknown) => this.fail(editor, error));
  }

  private fail(participant: Participant, error: unknown): void {
    const reason = error instanceof WopiError ? error.message : 'The file can’t be written.';
    if (!(error instanceof WopiError)) console.error(error);
    participant.problem = `Changes can’t be saved. ${reason}`;
    this.tell(participant);
  }
}
