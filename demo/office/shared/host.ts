import { CollaboraHost } from './collabora-host.js';
import { dialectOf } from './dialects.js';
import { MicrosoftHost } from './microsoft-host.js';
import type { Renamed, SaveOutcome, State } from './session.js';

/** What the page that frames the editor can have it do. */
export interface HostCommands {
  /** whether there is something to command: who can only read saves nothing */
  readonly canEdit: boolean;
  /** @param force even where nothing has changed */
  save(force: boolean): Promise<SaveOutcome>;
  takeToken(token: string): void;
  end(): void;
  /** Shows a text in the person's way. */
  warn(text: string): void;
}

/** The page that frames the editor, as an editor's page talks with it. Where no host is known, nothing is said. */
export interface Host {
  /** The office server has the file. */
  opened(): void;
  /** The file is shown. */
  loaded(): void;
  /** What has the document was started anew: it is about to be shown again. */
  restarted(): void;
  /** The person has made a change. */
  edited(): void;
  /** The person wants to save. */
  saving(): void;
  /** Things may have changed. */
  tell(state: State): void;
  /** @param extension of the name, with its dot */
  renamed(to: Renamed, extension: string): void;
  /** The office server has ended the session. */
  ended(reason: string): void;
  /** The person has pressed a button that the host page sees to. */
  press(button: string): void;
}

/** The host, in the dialect of the client that is stood in for. */
export function makeHost(commands: HostCommands): Host {
  const dialect = dialectOf(document.body.dataset.client ?? '');
  return dialect ? new CollaboraHost(dialect, commands) : new MicrosoftHost();
}
