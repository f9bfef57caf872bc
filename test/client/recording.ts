import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ClientStage, Heard, TestDocument, Writer } from './client-stage.js';

const FOLDER = fileURLToPath(new URL('../unit/save/recorded/', import.meta.url));

/** What happened while a file was open, in the order in which it did. The unit tests replay it. */
export type RecordedEntry = { at: number } & (
  | { editor: Heard['message'] }
  | { host: Heard['message'] }
  /** What the person did. */
  | { person: string }
  /** What the server stores: its blob’s digest, and which of the words typed so far are in it. */
  | { digest: string; has: string[] }
);

/** Writes down what one person’s editor tells, what it is told, and what reaches the server. */
export class Recording {
  readonly #entries: RecordedEntry[] = [];
  readonly #digests: string[] = [];
  readonly #typed: string[] = [];

  /** Begins before the editor opens. */
  constructor(
    private readonly stage: ClientStage,
    private readonly writer: Writer,
    private readonly document: TestDocument,
  ) {
    const { repository } = stage.standIn.nuxeo;
    const save = repository.saveBlob.bind(repository);
    repository.saveBlob = (saved, ...rest) => {
      save(saved, ...rest);
      if (saved.id === document.id) void this.#noteStored();
    };
    void this.#noteStored();
  }

  /** Notes what the person does now; `typed` is the word that they type. */
  note(what: string, typed?: string): void {
    if (typed) this.#typed.push(typed);
    this.#entries.push({ at: Date.now(), person: what });
  }

  /** Writes the file `NAME.json`, which has no names of hosts and no tokens. */
  async write(name: string): Promise<void> {
    await this.#noteStored();
    const heard = this.writer.heard.filter(isWorthKeeping).map(({ at, from, message }): RecordedEntry => {
      const kept = { MessageId: message.MessageId, Values: withoutTimes(message.Values) };
      return from === 'editor' ? { at, editor: kept } : { at, host: kept };
    });
    const entries = [...this.#entries, ...heard].sort((one, other) => one.at - other.at);
    const start = entries[0]?.at ?? 0;
    const lines = entries.map((entry) => JSON.stringify({ ...entry, at: entry.at - start }));
    writeFileSync(`${FOLDER}${name}.json`, `[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`);
  }

  /** Digests become letters, so that a new recording differs from an old one only where the client does. */
  async #noteStored(): Promise<void> {
    const at = Date.now();
    const { repository } = this.stage.standIn.nuxeo;
    const digest = repository.blobAt(repository.get(this.document.id), 'file:content')?.digest ?? '';
    const text = await this.stage.text(this.document);
    if (!this.#digests.includes(digest)) this.#digests.push(digest);
    const letter = String.fromCharCode('a'.charCodeAt(0) + this.#digests.indexOf(digest));
    this.#entries.push({ at, digest: letter, has: this.#typed.filter((word) => text.includes(word)) });
  }
}

/** Host_PostmessageReady and what else has nothing to do with saving is left out on the host’s side. */
const isWorthKeeping = ({ from, message }: Heard) => from === 'editor' || message.MessageId === 'Action_Save';

function withoutTimes(values: unknown = {}): Record<string, unknown> {
  const kept = values as Record<string, unknown>;
  return 'DocumentLoadedTime' in kept ? { Status: kept.Status } : kept;
}
