/** Somebody who has the file open. */
export interface View {
  readonly id: number;
  readonly userName: string;
  readonly userId: string;
  readonly isReadOnly: boolean;
}

/** What became of a wish to save; `status` is the host's answer, 0 where there was none. */
export type SaveOutcome =
  { readonly type: 'saved' | 'unmodified' } | { readonly type: 'failed'; readonly status: number };

/** How things are with the open file, as the office server tells it. */
export interface State {
  /** grows with every telling */
  readonly serial: number;
  /** which of `views` is this page's */
  readonly view: number;
  readonly views: readonly View[];
  /** grows whenever what has the document is started anew */
  readonly starts: number;
  /** names of the others who have the file open */
  readonly others: readonly string[];
  /** grows whenever there is something new to show */
  readonly version: number;
  /** whether the office server has changes of this person that are not in the file yet */
  readonly isUnsaved: boolean;
  /** the same of anybody's changes */
  readonly isModified: boolean;
  readonly isSaving: boolean;
  /** why changes can't be saved */
  readonly problem?: string;
}

/** What a file has become by a new name. */
export interface Renamed {
  /** without extension */
  readonly name: string;
  /** whether the host has said where it is now */
  readonly hasAddress: boolean;
}

/** Bytes that may go on their way while the page goes away: browsers allow 64 KB for all that is under way. */
const mostOnLeaving = 30_000;

/** This page's session at the office server, which keeps the access token to itself. */
export class Session {
  state: State = {
    serial: 0,
    view: 0,
    views: [],
    starts: 0,
    others: [],
    version: 0,
    isUnsaved: false,
    isModified: false,
    isSaving: false,
  };
  /** why it is over, as far as the office server says; undefined while it goes on */
  end: string | undefined;
  private readonly base: string;

  /** @param handleState called whenever things have changed */
  constructor(
    id: string,
    private readonly handleState: () => void,
  ) {
    this.base = `/session/${id}`;
  }

  /** Starts to listen to the office server, which takes a page that doesn't listen for closed. */
  listen(): void {
    const events = new EventSource(`${this.base}/events`);
    events.addEventListener('message', ({ data }) => this.take(JSON.parse(String(data)) as State));
    events.addEventListener('error', () => {
      if (events.readyState === EventSource.CLOSED) this.finish('');
    });
    events.addEventListener('ended', ({ data }) => {
      events.close();
      this.finish(String(JSON.parse(String(data))));
    });
  }

  /** What there is to show, and its version. */
  async content(): Promise<{ response: Response; version: number }> {
    const response = await this.request('content');
    return { response, version: Number(response.headers.get('X-Version')) };
  }

  /** Sends changes that were made in a version. */
  async send(changes: Blob, base: number): Promise<void> {
    const keepalive = changes.size <= mostOnLeaving;
    const response = await this.request(`changes?base=${base}`, { method: 'POST', body: changes, keepalive });
    this.take((await response.json()) as State);
  }

  /** Has the office server save. @param force even where nothing has changed */
  async save(force: boolean): Promise<SaveOutcome> {
    const response = await this.request(`save?force=${force}`, { method: 'POST' });
    const { state, outcome } = (await response.json()) as { state: State; outcome: SaveOutcome };
    this.take(state);
    return outcome;
  }

  /** Goes on with a new access token. */
  async takeToken(token: string): Promise<void> {
    const response = await this.request('token', { method: 'POST', body: token });
    this.take((await response.json()) as State);
  }

  /** Renames the file. @param name without extension @returns the name that it has got */
  async rename(name: string): Promise<Renamed> {
    const response = await this.request('name', { method: 'POST', body: name });
    return (await response.json()) as Renamed;
  }

  /** Ends the session, from a page that is going away. @param changes what has not been sent yet */
  leave(changes: Blob | undefined, base: number): void {
    const url = `${this.base}/leave?base=${base}`;
    const isSent =
      changes !== undefined && changes.size <= mostOnLeaving && navigator.sendBeacon(url, changes);
    if (!isSent) navigator.sendBeacon(url);
  }

  private async request(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(`${this.base}/${path}`, init);
    if (response.status === 404) this.finish('');
    if (!response.ok) throw new Error(`The office server answered ${response.status}`);
    return response;
  }

  private take(state: State): void {
    if (state.serial <= this.state.serial) return;
    this.state = state;
    this.handleState();
  }

  private finish(reason: string): void {
    if (this.end !== undefined) return;
    this.end = reason;
    this.handleState();
  }
}
