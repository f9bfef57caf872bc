import type { Host } from './host.js';
import { HostChannel } from './host-channel.js';
import type { Renamed } from './session.js';

const editNotificationTime = 300_000;
const messages: Readonly<Record<string, string>> = {
  close: 'UI_Close',
  edit: 'UI_Edit',
  share: 'UI_Sharing',
  versions: 'UI_FileVersions',
};

/**
 * The host page as Microsoft's editors and ONLYOFFICE talk with it (docs/wopi-clients.md "Messages"): of changes, they
 * tell now and then; of saves, never. Microsoft's keep what they have to say until the host says that it listens.
 */
export class MicrosoftHost implements Host {
  private readonly channel = new HostChannel();
  private readonly start = Date.now();
  private readonly isMicrosoft = document.body.dataset.client === 'microsoft';
  private waiting: (() => void)[] | undefined = this.isMicrosoft ? [] : undefined;
  private isLoaded = false;
  private lastEdit = -Infinity;

  constructor() {
    this.channel.hear((id, values) => this.hear(id, values));
    // Asked before anybody is known to listen, and waited for by nobody here.
    if (this.isMicrosoft && new URLSearchParams(location.search).get('sftc') === '1')
      this.channel.post('App_IsFrameTrusted', this.common);
  }

  /** What every message of Microsoft's has. */
  private get common(): object {
    return this.isMicrosoft ? { wdUserSession: document.body.dataset.session } : {};
  }

  opened(): void {
    // They speak when the file is shown.
  }

  loaded(): void {
    if (this.isLoaded) return;
    this.isLoaded = true;
    this.post('App_LoadingStatus', { DocumentLoadedTime: Date.now() - this.start });
  }

  restarted(): void {
    // What has the document is not the page's business here.
  }

  edited(): void {
    if (Date.now() - this.lastEdit < editNotificationTime) return;
    this.lastEdit = Date.now();
    this.post('Edit_Notification');
  }

  saving(): void {
    // Nothing is told of saves.
  }

  tell(): void {
    // Nothing is told of what is unsaved.
  }

  renamed({ name }: Renamed): void {
    this.post('File_Rename', { NewName: name });
  }

  ended(): void {
    // The person reads it in the editor.
  }

  press(button: string): void {
    const id = messages[button];
    if (id !== undefined) this.post(id);
  }

  private post(id: string, values: object = {}): void {
    const send = (): void => this.channel.post(id, { ...values, ...this.common });
    if (this.waiting) this.waiting.push(send);
    else send();
  }

  private hear(id: string, values: Record<string, unknown>): void {
    if (id === 'Host_IsFrameTrusted') document.body.dataset.trusted = String(values.isTopFrameTrusted);
    if (id === 'Blur_Focus' || id === 'Grab_Focus') document.body.dataset.focus = id;
    if (id !== 'Host_PostmessageReady') return;
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    for (const send of waiting) send();
  }
}
