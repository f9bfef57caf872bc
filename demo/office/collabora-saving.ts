import type { Unsaved } from './content.js';
import type { Participant } from './participant.js';
import type { SavedFile, Saving } from './saving.js';
import type { Dialect } from './shared/dialects.js';
import type { SaveOutcome } from './shared/session.js';

const idleTime = 30_000;
const autoSaveTime = 300_000;
const retryTime = 5_000;
/** However much times are divided: what has changed is told before it is saved, and a server is not stormed. */
const leastIdleTime = 1_500;
const leastRetryTime = 500;
const mostFailures = 5;

/**
 * As Collabora saves, old and new: one document for all, kept by a process of its own, and saved in two steps. What
 * that process has saved for itself is no change any more, though it may not have reached the file. Somebody's token
 * serves for all; who leaves is not waited for while others stay.
 */
export class CollaboraSaving implements Saving {
  /** what the process has saved for itself, and the file lacks */
  private pending: Buffer | undefined;
  private readonly departed = new Set<string>();
  private latestEditor: Participant | undefined;
  private failures = 0;
  /** over: a save that is still under way when the file is given up starts nothing any more */
  private isStopped = false;
  private idle: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private readonly timer: NodeJS.Timeout;

  /** @param latest what is in the file when it is opened */
  constructor(
    private readonly file: SavedFile,
    private readonly dialect: Dialect,
    private latest: Buffer,
  ) {
    this.timer = setInterval(() => this.saveByItself(), autoSaveTime / file.speed).unref();
  }

  get isModified(): boolean {
    return this.pending !== undefined || this.ids.some((id) => this.file.content.isUnsaved(id));
  }

  isUnsaved({ canEdit, id }: Participant): boolean {
    return canEdit && (this.pending !== undefined || this.file.content.isUnsaved(id));
  }

  changed(by: Participant): void {
    this.latestEditor = by;
    clearTimeout(this.idle);
    if (this.isStopped) return;
    this.idle = setTimeout(() => this.saveByItself(), Math.max(idleTime / this.file.speed, leastIdleTime));
  }

  async save(by: Participant, force: boolean): Promise<SaveOutcome> {
    if (!by.canEdit) return { type: 'unmodified' };
    if (this.isBarred(by)) return { type: 'failed', status: 401 };
    const outcome = await this.file.put(by, () => this.take(force));
    if (outcome.type === 'failed') this.handleFailure(by, outcome.status);
    if (outcome.type === 'saved') await this.handleSuccess();
    return outcome;
  }

  async leave(participant: Participant): Promise<void> {
    const isLast = participant.canEdit && this.editors.every((other) => other === participant);
    const outcome = isLast ? await this.save(participant, false) : undefined;
    participant.disconnect();
    this.departed.add(participant.id);
    if (outcome?.type === 'failed' && this.dialect.retries) participant.isAway = true;
    else await this.file.letGo(participant);
  }

  welcome(): Promise<void> {
    // Whoever comes finds the document as it is kept, and their token serves for the next attempt.
    return Promise.resolve();
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
    clearTimeout(this.idle);
    clearTimeout(this.retry);
  }

  private get ids(): string[] {
    return [...[...this.file.people].map(({ id }) => id), ...this.departed];
  }

  private get editors(): Participant[] {
    return [...this.file.people].filter(({ canEdit, isAway }) => canEdit && !isAway);
  }

  /** What is to be brought to the file. One that does not try again takes what it has saved for itself as done. */
  private async take(force: boolean): Promise<Unsaved | undefined> {
    const isNew = await this.saveForItself();
    if (force) this.pending ??= this.latest;
    const bytes = this.pending;
    if (!bytes || !(isNew || force || this.dialect.retries)) return undefined;
    const settle = (): void => {
      if (this.pending === bytes) this.pending = undefined;
    };
    return { bytes, settle };
  }

  private async saveForItself(): Promise<boolean> {
    let isNew = false;
    for (const id of this.ids) {
      const unsaved = await this.file.content.unsaved(id);
      if (!unsaved) continue;
      unsaved.settle();
      this.latest = this.pending = unsaved.bytes;
      isNew = true;
    }
    for (const id of this.departed) this.file.content.forget(id);
    this.departed.clear();
    return isNew;
  }

  private saveByItself(): void {
    void this.file.inTurn(async () => {
      const by = this.saver();
      if (by && this.isModified) await this.save(by, false);
      else if (this.isModified) this.retrySoon();
    });
  }

  /** Whether their token is not tried again: the new one remembers that it was refused. */
  private isBarred({ isRefused }: Participant): boolean {
    return isRefused && this.dialect.retries;
  }

  /** Whose token serves: who edited last, if they are still there. */
  private saver(): Participant | undefined {
    const here =
      this.editors.length > 0 ? this.editors : [...this.file.people].filter(({ isAway }) => isAway);
    const able = here.filter((one) => !this.isBarred(one));
    return able.find((one) => one === this.latestEditor) ?? able[0];
  }

  private handleFailure(by: Participant, status: number): void {
    if (status === 401) by.isRefused = true;
    this.failures += 1;
    if (!this.dialect.retries) return;
    if (this.failures >= mostFailures) void this.file.inTurn(() => this.giveUp());
    this.retrySoon();
  }

  private retrySoon(): void {
    clearTimeout(this.retry);
    if (this.isStopped) return;
    this.retry = setTimeout(() => this.saveByItself(), Math.max(retryTime / this.file.speed, leastRetryTime));
  }

  private async handleSuccess(): Promise<void> {
    this.failures = 0;
    for (const participant of this.file.people) participant.problem = undefined;
    await this.giveUp();
  }

  /** Nothing more is done for those who have left. */
  private async giveUp(): Promise<void> {
    for (const participant of this.file.people) if (participant.isAway) await this.file.letGo(participant);
  }
}
