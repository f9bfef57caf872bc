import type { Participant } from './participant.js';
import type { SavedFile, Saving } from './saving.js';
import type { SaveOutcome } from './shared/session.js';

const retryTime = 5_000;
const returnTime = 60_000;

/**
 * As Microsoft's editors and ONLYOFFICE save: everybody's changes with their own token, each few seconds and when they
 * leave. What can't be saved is tried again; who has left with such changes may come back with another token.
 */
export class MicrosoftSaving implements Saving {
  private readonly timer: NodeJS.Timeout;
  private retry: NodeJS.Timeout | undefined;
  /** over: a save that is still under way when the file is given up starts nothing any more */
  private isStopped = false;

  /** @param every ms between auto-saves */
  constructor(
    private readonly file: SavedFile,
    every: number,
  ) {
    this.timer = setInterval(() => void file.inTurn(() => this.saveAll()), every / file.speed).unref();
  }

  get isModified(): boolean {
    return [...this.file.people].some((participant) => this.isUnsaved(participant));
  }

  isUnsaved({ canEdit, id }: Participant): boolean {
    return canEdit && this.file.content.isUnsaved(id);
  }

  changed(): void {
    // Changes wait for the next auto-save.
  }

  async save(by: Participant): Promise<SaveOutcome> {
    if (!by.canEdit) return { type: 'unmodified' };
    const outcome = await this.file.put(by, () => this.file.content.unsaved(by.id));
    if (outcome.type === 'failed') this.retrySoon();
    return outcome;
  }

  async leave(participant: Participant): Promise<void> {
    await this.save(participant);
    participant.disconnect();
    if (participant.problem === undefined || participant.isAway) {
      this.file.content.forget(participant.id);
      await this.file.letGo(participant);
    } else this.awaitReturn(participant);
  }

  async welcome({ userId, token }: { userId: string; token: string }): Promise<void> {
    for (const participant of this.file.people) {
      if (!participant.isAway || participant.info.userId !== userId) continue;
      participant.takeToken(token);
      await this.save(participant);
    }
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
    clearTimeout(this.retry);
  }

  private awaitReturn(participant: Participant): void {
    participant.isAway = true;
    const giveUp = (): void => void this.file.inTurn(() => this.leave(participant));
    setTimeout(giveUp, Math.max(returnTime / this.file.speed, retryTime)).unref();
  }

  /** In the name of who came last where changes are everybody's. */
  private async saveAll(): Promise<void> {
    for (const participant of [...this.file.people].reverse()) await this.save(participant);
  }

  private retrySoon(): void {
    clearTimeout(this.retry);
    if (this.isStopped) return;
    const again = (): void => void this.file.inTurn(() => this.saveAll());
    this.retry = setTimeout(again, retryTime / this.file.speed);
  }
}
