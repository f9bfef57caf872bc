import type { Dialect } from './dialects.js';
import type { Host, HostCommands } from './host.js';
import { HostChannel } from './host-channel.js';
import type { Renamed, SaveOutcome, State, View } from './session.js';
import { TokenWatch } from './token-watch.js';

type Values = Record<string, unknown>;

/** ms by which it tells late whether something has changed; what has changed back by then is not told at all */
const modifiedDelay = 500;
const colours = [0x0646a2, 0x579d1c, 0xc5000b, 0x008080];

/**
 * The host page as Collabora talks with it, old and new: what it says and when is as recorded (docs/wopi-clients.md
 * "Seen with LibreOffice Online"), what the new one does otherwise as read in its sources ("Newer Collabora Online").
 */
export class CollaboraHost implements Host {
  private readonly channel = new HostChannel();
  private readonly token: TokenWatch;
  private isHeard = false;
  private isLoaded = false;
  private everModified = false;
  private state: State | undefined;
  /** what was last told of changes; undefined when that is still to come */
  private told: boolean | undefined;
  private modifiedTimer = 0;
  private views: readonly View[] = [];

  constructor(
    private readonly dialect: Dialect,
    private readonly commands?: HostCommands,
  ) {
    this.token = new TokenWatch(dialect, this.channel, commands);
    this.channel.hear((id, values) => this.hear(id, values));
    if (dialect.saysInitialized) this.post('App_LoadingStatus', { Status: 'Initialized' });
    if (!dialect.addsHistory && !matchMedia('(max-width: 767px)').matches) return;
    history.pushState({ context: 'app-started' }, '');
    history.pushState({ context: 'app-started' }, '');
  }

  /** Nothing can be loaded: because of that operation of the host's and its answer, or for a reason that nobody hears of. */
  failed(operation: string, status: number): void {
    if (operation === 'Document') return this.opened();
    if (operation !== 'CheckFileInfo') this.frameReady();
    const isRefused = status === 401 || status === 403;
    const errorType = isRefused ? 'websocketunauthorized' : 'websocketloadfailed';
    const errorMsg = isRefused ? 'Unauthorized WOPI host.' : 'Failed to read document from storage.';
    this.post(
      'Action_Load_Resp',
      this.dialect.hasErrorTypes
        ? { errorType, success: false, errorMsg, result: '' }
        : { success: false, result: 'Error while loading document', errorMsg: `WOPI::${operation} failed` },
    );
  }

  opened(): void {
    this.frameReady();
    this.post('Action_Load_Resp', { success: true, result: '', errorMsg: '' });
  }

  loaded(): void {
    this.isLoaded = true;
    this.post('App_LoadingStatus', { Status: 'Document_Loaded', DocumentLoadedTime: Date.now() });
    this.token.start();
    this.tellViews();
    this.tellModifiedSoon();
  }

  restarted(): void {
    this.isLoaded = false;
    this.told = undefined;
    clearTimeout(this.modifiedTimer);
    this.modifiedTimer = 0;
    for (const { id } of this.views) this.post('View_Removed', { Deprecated: true, ViewId: id });
    this.views = [];
    this.opened();
  }

  edited(): void {
    // Of changes, the office server tells.
  }

  saving(): void {
    this.post('UI_Save');
  }

  tell(state: State): void {
    this.state = state;
    if (!this.isLoaded) return;
    this.tellViews();
    this.tellModifiedSoon();
  }

  renamed({ name, hasAddress }: Renamed): void {
    // Without the address that Nuxeo does not send, it can't go on at another file, and tells nobody.
    if (hasAddress) this.post('File_Rename', { NewName: name });
  }

  ended(reason: string): void {
    this.isLoaded = false;
    this.post('Session_Closed', { Reason: reason });
  }

  press(button: string): void {
    const { everModified, dialect } = this;
    if (button === 'close') {
      if (dialect.saysOldNames) this.post('close', { EverModified: everModified, Deprecated: true });
      this.post('UI_Close', { EverModified: everModified });
    } else if (button === 'versions') {
      if (dialect.saysOldNames) this.post('rev-history', { Deprecated: true });
      this.post('UI_FileVersions');
    } else if (button === 'share') this.post('UI_Share');
  }

  private post(id: string, values?: object): void {
    this.channel.post(id, values);
  }

  private frameReady(): void {
    this.post('App_LoadingStatus', { Status: 'Frame_Ready', Features: { VersionStates: true } });
  }

  private tellViews(): void {
    const { views = [], view: own } = this.state ?? {};
    const ids = new Set(views.map(({ id }) => id));
    const before = new Set(this.views.map(({ id }) => id));
    const come = views.filter(({ id }) => !before.has(id));
    const gone = this.views.filter(({ id }) => !ids.has(id));
    this.views = views;
    for (const view of come) this.post('View_Added', added(view));
    for (const { id } of gone) this.post('View_Removed', { Deprecated: true, ViewId: id });
    if (come.length + gone.length === 0) return;
    this.post(
      'Views_List',
      views.map((view) => listed(view, own)),
    );
  }

  private tellModifiedSoon(): void {
    if (this.modifiedTimer || this.told === this.state?.isModified) return;
    this.modifiedTimer = window.setTimeout(() => {
      this.modifiedTimer = 0;
      const isModified = this.state?.isModified === true;
      if (this.told === isModified) return;
      this.told = isModified;
      this.everModified ||= isModified;
      this.post('Doc_ModifiedStatus', { Modified: isModified });
    }, modifiedDelay);
  }

  private hear(id: string, values: Values): void {
    if (id === 'Host_PostmessageReady') this.isHeard = true;
    if (id === 'Host_PostmessageReady' || id === 'Close_Session' || !this.isHeard) return;
    if (id === 'Grab_Focus') document.body.dataset.focus = id;
    else if (this.isLoaded) this.obey(id, values);
    else console.error(`Not loaded yet. Ignoring post message '${id}'.`);
  }

  private obey(id: string, values: Values): void {
    if (id === 'Action_Save') void this.save(values);
    else if (id === 'Action_Close') this.commands?.end();
    else if (id === 'Action_FollowUser') this.follow(values);
    else if (id === 'Host_VersionRestore' && values.Status === 'Pre_Restore' && this.dialect.takesToken)
      this.post('App_VersionRestore', { Status: 'Pre_Restore_Ack' });
    else if (id === 'Reset_Access_Token' && this.dialect.takesToken) this.token.take(values);
  }

  /** It compares a view's number with its own ones: as a text it is nobody's. */
  private follow({ Follow, ViewId }: Values): void {
    const isKnown = Follow !== false && this.views.some(({ id }) => id === ViewId);
    document.body.dataset.follows = isKnown ? String(ViewId) : '';
  }

  /** Who can only read is not answered. */
  private async save({ Notify, DontSaveIfUnmodified }: Values): Promise<void> {
    if (!this.commands?.canEdit) return;
    const outcome = await this.commands.save(DontSaveIfUnmodified !== true);
    if (outcome.type === 'saved') this.everModified = true;
    if (Notify === true) this.post('Action_Save_Resp', answerOf(outcome));
  }
}

const colourOf = ({ id }: View): number => colours[id % colours.length] ?? 0;

/** A view as `View_Added` has it: the same as in the list, written otherwise. */
function added(view: View): object {
  const { id, userId, userName, isReadOnly } = view;
  const colour = `#${colourOf(view).toString(16).padStart(6, '0')}`;
  return {
    Deprecated: true,
    ViewId: id,
    UserId: userId,
    UserName: userName,
    Color: colour,
    ReadOnly: isReadOnly ? '1' : '0',
  };
}

function listed(view: View, own: number | undefined): object {
  const { id, userName, userId, isReadOnly } = view;
  return {
    ViewId: String(id),
    UserName: userName,
    UserId: userId,
    Color: colourOf(view),
    ReadOnly: isReadOnly ? '1' : '0',
    IsCurrentView: id === own,
  };
}

function answerOf(outcome: SaveOutcome): object {
  if (outcome.type === 'failed') {
    return { success: false, result: failureOf(outcome.status), errorMsg: '...' };
  }
  return outcome.type === 'saved'
    ? { success: true }
    : { success: true, result: 'unmodified', errorMsg: '...' };
}

function failureOf(status: number): string {
  if (status === 401 || status === 403 || status === 404) return 'Invalid or expired access token';
  return status === 409 ? 'Conflict: Document changed in storage' : 'Save failed';
}
