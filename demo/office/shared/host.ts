import { dialectOf } from './dialects.js';

/** What the page that frames the editor can have it do. */
export interface HostCommands {
  /** @returns why it could not be saved, '' when it was */
  save(): Promise<string>;
  takeToken(token: string): Promise<void>;
  end(): void;
}

/** How things are, as far as the host page hears of it. */
export interface Condition {
  readonly isUnsaved: boolean;
  /** why the last save failed; '' when it did not */
  readonly problem: string;
}

type Values = Record<string, unknown>;

const editNotificationTime = 300_000;

/**
 * The page that frames the editor, and the messages to and from it (docs/wopi-clients.md "Message form"): in the
 * dialect of the client that is stood in for. Where no host is known, nothing is said and nothing heard.
 */
export class Host {
  private readonly origin = document.body.dataset.hostOrigin ?? '';
  private readonly client = document.body.dataset.client ?? '';
  private readonly dialect = dialectOf(this.client);
  private readonly start = Date.now();
  private isListening = false;
  private isLoaded = false;
  private waiting: string[] = [];
  private everModified = false;
  private told: Condition = { isUnsaved: false, problem: '' };
  private lastEdit = -Infinity;
  private tokenTimers: number[] = [];

  constructor(private readonly commands: HostCommands) {
    if (this.origin === '') return;
    window.addEventListener('message', (event) => this.hear(event));
    if (!this.dialect) return;
    if (this.dialect.saysInitialized) this.post('App_LoadingStatus', { Status: 'Initialized' });
    this.post('App_LoadingStatus', { Status: 'Frame_Ready' });
    if (this.dialect.takesToken) this.watchToken(Number(document.body.dataset.tokenEnds));
  }

  /** To be called when the file is shown for the first time. */
  loaded(): void {
    if (this.isLoaded) return;
    this.isLoaded = true;
    if (!this.isCollabora) {
      this.post('App_LoadingStatus', { DocumentLoadedTime: Date.now() - this.start });
      return;
    }
    this.post('App_LoadingStatus', { Status: 'Document_Loaded' });
    this.post('Doc_ModifiedStatus', { Modified: false });
  }

  loadFailed(reason: string): void {
    if (!this.isCollabora) return;
    this.post('App_LoadingStatus', { Status: 'Failed' });
    this.post('Action_Load_Resp', { success: false, errorType: 'load', errorMsg: reason });
  }

  /** To be called on every change that the person makes. */
  edited(): void {
    this.everModified = true;
    if (this.isCollabora || Date.now() - this.lastEdit < editNotificationTime) return;
    this.lastEdit = Date.now();
    this.post('Edit_Notification');
  }

  /** To be called whenever things may have changed. */
  tell(condition: Condition): void {
    if (!this.isCollabora || !this.isLoaded) return;
    const { isUnsaved, problem } = this.told;
    this.told = condition;
    if (condition.isUnsaved !== isUnsaved) this.post('Doc_ModifiedStatus', { Modified: condition.isUnsaved });
    if (condition.problem !== problem && condition.problem !== '') this.tellSaved(condition.problem);
  }

  /** @param name without extension */
  renamed(name: string, extension: string): void {
    this.post('File_Rename', { NewName: this.isCollabora ? name + extension : name });
  }

  ended(reason: string): void {
    if (this.isCollabora) this.post('Session_Closed', { Reason: reason });
  }

  /** Passes on that the person has pressed a button that the host page sees to. */
  press(button: string): void {
    if (button === 'close')
      this.post('UI_Close', this.isCollabora ? { EverModified: this.everModified } : {});
    else if (button === 'edit') this.post('UI_Edit');
    else if (button === 'share') this.post(this.isCollabora ? 'UI_Share' : 'UI_Sharing');
    else if (button === 'versions') this.post('UI_FileVersions');
  }

  private get isCollabora(): boolean {
    return this.dialect !== undefined;
  }

  private post(id: string, values: Values = {}): void {
    if (this.origin === '') return;
    const message = JSON.stringify({ MessageId: id, SendTime: Date.now(), Values: values });
    if (this.client === 'microsoft' && !this.isListening) this.waiting.push(message);
    else window.parent.postMessage(message, this.origin);
  }

  private hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== window.parent || origin !== this.origin) return;
    const { MessageId, Values } = readMessage(data);
    if (MessageId === 'Host_PostmessageReady') this.startListening();
    else if (this.isListening && typeof MessageId === 'string') this.obey(MessageId, Values);
  }

  private startListening(): void {
    this.isListening = true;
    for (const message of this.waiting.splice(0)) window.parent.postMessage(message, this.origin);
  }

  private obey(id: string, values: Values): void {
    if (id === 'Blur_Focus' || id === 'Grab_Focus') document.body.dataset.focus = id;
    if (!this.isCollabora) return;
    if (id === 'Action_Save') void this.save(values);
    else if (id === 'Reset_Access_Token' && this.dialect?.takesToken) this.takeToken(values);
    else if (id === 'Close_Session' || id === 'Action_Close') this.commands.end();
  }

  private async save({ Notify, DontSaveIfUnmodified }: Values): Promise<void> {
    const isNeeded = this.told.isUnsaved || DontSaveIfUnmodified !== true;
    if (isNeeded) {
      const problem = await this.commands.save();
      if (Notify === true) this.tellSaved(problem);
    } else if (Notify === true) {
      this.post('Action_Save_Resp', { success: true, result: 'unmodified', errorMsg: '...' });
    }
  }

  private tellSaved(problem: string): void {
    this.post('Action_Save_Resp', { success: problem === '', errorMsg: problem });
  }

  private takeToken({ token, ttl }: Values): void {
    if (typeof token !== 'string' || !this.isLoaded) return;
    void this.commands.takeToken(token);
    this.watchToken(Number(ttl));
  }

  /** Tells when the token comes to its end. @param ends ms since 1970 */
  private watchToken(ends: number): void {
    this.tokenTimers.forEach((timer) => clearTimeout(timer));
    const life = ends - Date.now();
    if (!(life > 0)) return;
    this.tokenTimers = [
      window.setTimeout(() => this.post('App_TokenExpiring', { Timeout: ends - Date.now() }), life * 0.8),
      window.setTimeout(() => this.post('App_TokenExpired'), life),
    ];
  }
}

function readMessage(data: unknown): { MessageId?: unknown; Values: Values } {
  let message = data;
  try {
    if (typeof data === 'string') message = JSON.parse(data);
  } catch {
    return { Values: {} };
  }
  if (typeof message !== 'object' || message === null) return { Values: {} };
  const { MessageId, Values } = message as { MessageId?: unknown; Values?: unknown };
  return { MessageId, Values: typeof Values === 'object' && Values !== null ? (Values as Values) : {} };
}
