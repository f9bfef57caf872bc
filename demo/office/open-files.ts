import type { Editor } from './editors.js';
import { type Newcomer, OpenFile, type Surroundings } from './open-file.js';
import type { Participant } from './participant.js';

const firstConnection = 60_000;
const reconnection = 15_000;
/** Collabora takes a broken connection for a person who has left. */
const collaboraReconnection = 300;

/** Somebody's session with the file it is about. */
export interface Session {
  readonly file: OpenFile;
  readonly participant: Participant;
}

/** Every file that is open, and everybody who has one open. */
export class OpenFiles {
  private readonly files = new Map<string, OpenFile>();
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly surroundings: Surroundings) {}

  /** Opens the file at an address for somebody. @throws WopiError */
  async open(source: string, editor: Editor, newcomer: Newcomer): Promise<Participant> {
    const file = this.files.get(source) ?? new OpenFile(editor, this.surroundings);
    this.files.set(source, file);
    try {
      const participant = await file.join(newcomer);
      const session = { file, participant };
      this.sessions.set(participant.id, session);
      this.awaitConnection(session, firstConnection);
      return participant;
    } finally {
      this.forget(source, file);
    }
  }

  /** The session of that id, while it lasts. */
  find(id: string): Session | undefined {
    return this.sessions.get(id);
  }

  /** Lets the session's page listen. A page that goes away and stays away is taken for closed. */
  connect(session: Session, connection: Parameters<Participant['connect']>[0]): void {
    const { participant, file } = session;
    const { dialect, speed } = this.surroundings;
    const patience = dialect ? collaboraReconnection : Math.max(reconnection / speed, 1000);
    participant.connect(connection);
    connection.on('close', () => {
      participant.disconnect(connection);
      this.awaitConnection(session, patience);
    });
    file.tell(participant);
  }

  /** Ends a session: what is unsaved is saved. */
  async leave({ file, participant }: Session): Promise<void> {
    this.sessions.delete(participant.id);
    await file.leave(participant);
    for (const [source, open] of this.files) this.forget(source, open);
  }

  /** Ends every session. */
  async stop(): Promise<void> {
    await Promise.all([...this.sessions.values()].map((session) => this.leave(session)));
  }

  /** Ends every session as the editor's own server does, which tells the pages why. */
  async close(reason: string): Promise<void> {
    for (const { participant } of this.sessions.values()) participant.tellEnd(reason);
    await this.stop();
  }

  /** Loses what has the documents, as in a crash; another one takes its place, and pages load from it. */
  async crash(): Promise<void> {
    await Promise.all([...this.files.values()].map((file) => file.crash()));
  }

  /** Forgets everything, as if the process were killed: nothing is saved, nothing unlocked. */
  vanish(): void {
    for (const { participant } of this.sessions.values()) participant.disconnect();
    for (const file of this.files.values()) file.stop();
    this.sessions.clear();
    this.files.clear();
  }

  private awaitConnection(session: Session, patience: number): void {
    const { participant } = session;
    const check = (): void => {
      if (!participant.isConnected && this.sessions.has(participant.id)) void this.leave(session);
    };
    setTimeout(check, patience).unref();
  }

  private forget(source: string, file: OpenFile): void {
    if (!file.isDone) return;
    file.stop();
    if (this.files.get(source) === file) this.files.delete(source);
  }
}
