import { randomUUID } from 'node:crypto';
import type { Content, Shown } from './content.js';
import type { Editor } from './editors.js';
import type { Engine } from './engine.js';
import { Participant } from './participant.js';
import { setTimeout as wait } from 'node:timers/promises';
import type { OfficeFaults } from './faults.js';
import { type FileInfo, WopiError, type WopiFile } from './wopi-file.js';

const refreshTime = 600_000;
const retryTime = 5_000;
const returnTime = 60_000;

/** One who comes in: what they may do, and what they are to do. */
export interface Newcomer {
  readonly wopi: WopiFile;
  readonly info: FileInfo;
  readonly action: 'view' | 'edit' | 'editnew';
}

/**
 * A file that people have open together, under one lock as soon as one of them may edit. What it does to the file, it
 * does one after the other.
 */
export class OpenFile {
  readonly people = new Set<Participant>();
  private readonly lockId = randomUUID();
  private readonly content: Content;
  private readonly timers: NodeJS.Timeout[];
  private queue: Promise<unknown> = Promise.resolve();
  /** who has left with changes that could not be saved: they may come back with another token */
  private readonly ghosts = new Set<Participant>();
  private newcomers = 0;
  private retry: NodeJS.Timeout | undefined;

  /** @param speed by which the times between auto-saves are divided */
  constructor(
    private readonly editor: Editor,
    engine: Engine,
    private readonly speed: number,
    private readonly faults: OfficeFaults,
  ) {
    this.content = editor.open(engine);
    this.timers = [
      setInterval(() => void this.inTurn(() => this.autoSave()), editor.autoSave / speed),
      setInterval(() => void this.inTurn(() => this.refreshLock()), refreshTime / speed),
    ];
  }

  /** Whether nobody has it open or waits to. */
  get isDone(): boolean {
    return this.people.size === 0 && this.newcomers === 0;
  }

  /** Ends what it does by itself. */
  stop(): void {
    this.timers.forEach(clearInterval);
    clearTimeout(this.retry);
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
    this.tellAll();
  }

  /** Saves what a participant has changed; what goes wrong is told in their state. */
  save(participant: Participant): Promise<void> {
    return this.inTurn(() => this.put(participant));
  }

  /** Lets a participant go: saves, and unlocks when no other editor is left. */
  leave(participant: Participant): Promise<void> {
    return this.inTurn(async () => {
      if (!this.people.has(participant)) return;
      await this.put(participant);
      participant.disconnect();
      if (participant.problem === undefined || this.ghosts.has(participant)) await this.letGo(participant);
      else this.awaitReturn(participant);
      this.tellAll();
    });
  }

  /** Goes on for a participant with another token, and saves what the old one could not. */
  takeToken(participant: Participant, token: string): Promise<void> {
    participant.takeToken(token);
    return this.save(participant);
  }

  /** Renames the file. @returns its new name, without extension @throws WopiError */
  rename(participant: Participant, name: string): Promise<string> {
    return this.inTurn(() => participant.wopi.rename(name, this.lockId));
  }

  /** Tells every page how things are. */
  tellAll(): void {
    for (const participant of this.people) this.tell(participant);
  }

  /** Tells a participant's page how things are. @returns what it was told */
  tell(participant: Participant): string {
    return participant.tell({
      others: [...this.people]
        .filter((other) => other !== participant && !this.ghosts.has(other))
        .map(({ name }) => name),
      version: this.content.version(participant.id),
      isUnsaved: participant.canEdit && this.content.isUnsaved(participant.id),
    });
  }

  private awaitReturn(participant: Participant): void {
    this.ghosts.add(participant);
    setTimeout(() => void this.leave(participant), Math.max(returnTime / this.speed, retryTime)).unref();
  }

  private async letGo(participant: Participant): Promise<void> {
    this.people.delete(participant);
    this.ghosts.delete(participant);
    this.content.forget(participant.id);
    if (participant.canEdit && !this.hasEditor()) {
      // The server ends a lock that nobody refreshes, so a failure heals itself.
      await participant.wopi.unlock(this.lockId).catch(() => undefined);
    }
  }

  /** Saves with a newcomer's token what they could not save when they left. */
  private async welcomeBack({ wopi, info }: Newcomer): Promise<void> {
    for (const ghost of this.ghosts) {
      if (ghost.info.userId !== info.userId) continue;
      ghost.takeToken(wopi.token);
      await this.put(ghost);
    }
  }

  private async admit(newcomer: Newcomer): Promise<Participant> {
    const { wopi, info, action } = newcomer;
    await this.welcomeBack(newcomer);
    if (action === 'editnew') await this.fill(wopi);
    const isFirst = !this.hasEditor();
    const refusal = action === 'view' ? undefined : await this.lock(newcomer);
    const canEdit = action !== 'view' && refusal === undefined;
    try {
      if (isFirst) await this.load(wopi);
    } catch (error) {
      if (isFirst && canEdit) await wopi.unlock(this.lockId).catch(() => undefined);
      throw error;
    }
    const participant = new Participant(wopi, info, canEdit, refusal);
    this.people.add(participant);
    this.tellAll();
    return participant;
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(task);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private hasEditor(): boolean {
    return [...this.people].some(({ canEdit }) => canEdit);
  }

  private async fill(wopi: WopiFile): Promise<void> {
    const { size } = await wopi.checkFileInfo();
    if (size === 0 && this.editor.blank) await wopi.putFile(await this.editor.blank());
  }

  private async load(wopi: WopiFile): Promise<void> {
    await this.content.load(await wopi.getFile());
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
      if (error instanceof WopiError && error.status === 409) return lockedByOther;
      throw error;
    }
  }

  private async refreshLock(): Promise<void> {
    const editor = [...this.people].find(({ canEdit }) => canEdit);
    await editor?.wopi.refreshLock(this.lockId).catch((error: unknown) => this.fail(editor, error));
  }

  /** Everybody's changes, in the name of who came last where they are everybody's. */
  private async autoSave(): Promise<void> {
    for (const participant of [...this.people].reverse()) await this.put(participant);
  }

  private async put(participant: Participant): Promise<void> {
    if (!participant.canEdit) return;
    try {
      const unsaved = await this.content.unsaved(participant.id);
      if (!unsaved) return;
      participant.isSaving = true;
      this.tell(participant);
      if (this.faults.saveDelay !== undefined) await wait(this.faults.saveDelay);
      await participant.wopi.putFile(unsaved.bytes, this.lockId);
      unsaved.settle();
      participant.problem = undefined;
    } catch (error) {
      this.fail(participant, error);
      this.retrySoon();
    } finally {
      participant.isSaving = false;
      this.tellAll();
    }
  }

  private retrySoon(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.inTurn(() => this.autoSave()), retryTime / this.speed);
  }

  private fail(participant: Participant, error: unknown): void {
    const reason = error instanceof WopiError ? error.message : 'The file can’t be written.';
    if (!(error instanceof WopiError)) console.error(error);
    participant.problem = `Changes can’t be saved. ${reason}`;
    this.tell(participant);
  }
}
