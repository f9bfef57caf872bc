import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Conversion {
  kind: 'convert';
  to: string;
}
interface Rendering {
  kind: 'render';
  /** pixels */
  width: number;
}
type Task = (Conversion | Rendering) & { bytes: Uint8Array; from: string };

/** What the engine's process is asked for. `from` and `to` are file extensions. */
export type EngineTask = Task & { id: number };
/** What it says when it is done. */
export type EngineAnswer = { id: number } & ({ files: Uint8Array[] } | { reason: string });

interface Waiting {
  resolve: (files: Uint8Array[]) => void;
  reject: (error: Error) => void;
}

const idleTime = 300_000;
/** How long each attempt at a task may take: seldom, a thread of LibreOffice's never wakes, and a new process helps. */
const patience = [40_000, 80_000, 160_000];
/** LibreOffice didn't answer in time. */
class Stuck extends Error {}

const code = fileURLToPath(new URL('engine-process.ts', import.meta.url));

/**
 * LibreOffice, in a process of its own, for it takes more than a gigabyte. The process starts with the first task,
 * which takes some seconds, and ends when there has been none for five minutes.
 */
export class Engine {
  private process: ChildProcess | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private idleTimer: NodeJS.Timeout | undefined;

  /** Converts a file from one format to another, both given by extension (`doc`, `docx`). */
  async convert(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
    const [file] = await this.ask({ kind: 'convert', bytes, from, to });
    if (!file) throw new Error(`LibreOffice made no .${to} of the file`);
    return file;
  }

  /** Makes a PNG image, `width` pixels wide, of each page, slide or sheet. */
  render(bytes: Uint8Array, from: string, width: number): Promise<Uint8Array[]> {
    return this.ask({ kind: 'render', bytes, from, width });
  }

  /** Ends the process; tasks under way fail. */
  stop(): void {
    this.kill(new Error('LibreOffice was stopped'));
  }

  private async ask(task: Task): Promise<Uint8Array[]> {
    for (const time of patience) {
      try {
        return await this.attempt(task, time);
      } catch (error) {
        if (!(error instanceof Stuck)) throw error;
      }
    }
    throw new Error('LibreOffice doesn’t answer');
  }

  /** @throws Stuck when it takes longer than `time` ms */
  private async attempt(task: Task, time: number): Promise<Uint8Array[]> {
    clearTimeout(this.idleTimer);
    this.process ??= this.start();
    const id = (this.lastId += 1);
    const timer = setTimeout(() => this.kill(new Stuck()), time);
    try {
      return await new Promise((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        this.process?.send({ ...task, id });
      });
    } finally {
      clearTimeout(timer);
      this.rest();
    }
  }

  private kill(reason: Error): void {
    this.process?.kill('SIGKILL');
    this.end(reason);
  }

  private start(): ChildProcess {
    const child = fork(code, {
      execArgv: ['--import', import.meta.resolve('tsx')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (answer: EngineAnswer) => this.take(answer));
    child.on('exit', () => {
      if (child === this.process) this.end(new Error('LibreOffice ended unexpectedly'));
    });
    return child;
  }

  private take(answer: EngineAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('files' in answer) waiting?.resolve(answer.files);
    else waiting?.reject(new Error(answer.reason));
  }

  private rest(): void {
    if (!this.process || this.waiting.size > 0) return;
    this.idleTimer = setTimeout(() => this.stop(), idleTime).unref();
  }

  private end(reason: Error): void {
    this.process = undefined;
    clearTimeout(this.idleTimer);
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}
