import { elementOf, setText, showWarning } from './elements.js';
import { makeHost } from './host.js';
import { askForName, showHostButtons } from './host-buttons.js';
import { type SaveOutcome, Session } from './session.js';

const sendDelay = 100;
const retryDelay = 1000;

/** Changes to be sent. */
export interface Changes {
  readonly body: Blob;
  /** To be called when the office server has them. */
  settle(): void;
}

/** What shows the file, and lets people change it. */
export interface Surface {
  /** Whether a newer version can be shown without losing what was changed here. */
  readonly merges: boolean;
  /** Whether the person is in the middle of a change, which can't be collected yet. */
  readonly isChanging: boolean;
  /** Shows what the office server has sent, in the place of what was shown before. */
  show(content: Response): Promise<void>;
  /** Takes the change that the person is in the middle of as it is. */
  finish(): void;
  /** What has been changed and not been settled. */
  collect(): Promise<Changes | undefined>;
  /** As much of that as can be had at once, when the page goes away. */
  collectAtOnce(): Blob | undefined;
}

/** Where a surface belongs, and what it tells. */
export interface SurfaceHost {
  readonly element: HTMLElement;
  readonly canEdit: boolean;
  readonly userName: string;
  /** To be called on every change that the person makes. */
  handleChange(): void;
}

/** An editor's page: the bar above and the surface below, kept in step with the office server. */
export class EditorPage {
  private readonly canEdit = document.body.dataset.canEdit === 'true';
  private readonly session = new Session(document.body.dataset.session ?? '', () => this.handleState());
  private readonly host = makeHost({
    canEdit: this.canEdit,
    save: (force) => this.save(force),
    takeToken: (token) => void this.session.takeToken(token).catch((error: unknown) => console.error(error)),
    end: () => this.session.leave(this.surface?.collectAtOnce(), this.shownVersion),
    warn: showWarning,
  });
  private surface: Surface | undefined;
  private shownVersion = -1;
  private starts: number | undefined;
  private isLoading = false;
  private isSaving = false;
  private edits = 0;
  private sentEdits = 0;
  private hasEdited = false;
  private hasToldEnd = false;
  private failure = '';
  private timer = 0;
  private sending = Promise.resolve();
  private loading = Promise.resolve();

  /** Starts it. @param makeSurface loads what shows the file */
  static start(makeSurface: (host: SurfaceHost) => Promise<Surface>): void {
    void new EditorPage().open(makeSurface);
  }

  private async open(makeSurface: (host: SurfaceHost) => Promise<Surface>): Promise<void> {
    this.session.listen();
    this.listen();
    this.host.opened();
    this.render();
    try {
      this.surface = await makeSurface({
        element: elementOf('content'),
        canEdit: this.canEdit,
        userName: document.querySelector('.user')?.textContent ?? '',
        handleChange: () => this.handleChange(),
      });
      await this.load();
      this.host.loaded();
    } catch (error) {
      this.failure = 'The editor can’t show this file.';
      console.error(error);
    }
    this.render();
  }

  private listen(): void {
    elementOf('save').addEventListener('click', () => this.handleSave());
    showHostButtons((button) => this.press(button));
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        this.handleSave();
      },
      true,
    );
    // Who presses a button of the host's page may be about to close this one.
    window.addEventListener('blur', () => void this.send());
    window.addEventListener('pagehide', () => {
      this.surface?.finish();
      this.session.leave(this.surface?.collectAtOnce(), this.shownVersion);
    });
  }

  private press(button: string): void {
    if (button !== 'rename') this.host.press(button);
    else {
      askForName(async (name, extension) => {
        const renamed = await this.session.rename(name);
        this.host.renamed(renamed, extension);
        return renamed.name;
      });
    }
  }

  private load(): Promise<void> {
    this.isLoading = true;
    this.loading = this.loadContent().finally(() => {
      this.isLoading = false;
    });
    // A page that is going away can load nothing: what failed is not tried again at once.
    const goOn = (): void => this.handleState();
    this.loading.then(goOn, () => setTimeout(goOn, retryDelay));
    this.render();
    return this.loading;
  }

  private async loadContent(): Promise<void> {
    const { edits } = this;
    const { response, version } = await this.session.content();
    // Who has begun to type in the meantime is to decide about it.
    if (!this.surface?.merges && this.edits > edits) return;
    await this.surface?.show(response);
    this.shownVersion = version;
  }

  /** Loads what somebody else has saved; what was changed here is given up. */
  private async loadNewer(): Promise<void> {
    this.sentEdits = this.edits;
    await this.load();
    this.hasEdited = false;
    this.render();
  }

  private handleChange(): void {
    this.edits += 1;
    this.host.edited();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), sendDelay);
    this.render();
  }

  /** Sends what has been changed: one after the other, so that the latest comes last. */
  private send(): Promise<void> {
    clearTimeout(this.timer);
    this.sending = this.sending
      .then(() => this.sendChanges())
      .catch((error: unknown) => this.sendAgain(error));
    return this.sending;
  }

  /** The connection may be back in a moment. */
  private sendAgain(error: unknown): void {
    console.error(error);
    if (this.session.end === undefined) this.timer = window.setTimeout(() => void this.send(), retryDelay);
  }

  private async sendChanges(): Promise<void> {
    await this.loading;
    const { edits, shownVersion } = this;
    if (!this.canEdit || edits === this.sentEdits) return;
    const changes = await this.surface?.collect();
    if (changes) {
      await this.session.send(changes.body, shownVersion);
      changes.settle();
    }
    this.sentEdits = Math.max(this.sentEdits, edits);
    this.render();
  }

  private handleSave(): void {
    this.host.saving();
    void this.save(false);
  }

  /** @param force even where nothing has changed */
  private async save(force: boolean): Promise<SaveOutcome> {
    if (!this.canEdit || this.isFirstLoading) return { type: 'unmodified' };
    this.surface?.finish();
    this.isSaving = true;
    this.render();
    await this.send();
    const outcome = await this.session.save(force).catch((): SaveOutcome => ({ type: 'failed', status: 0 }));
    this.isSaving = false;
    this.render();
    return outcome;
  }

  /** Shows the file as what has the document now has it: what was not saved is gone, here too. */
  private async restart(): Promise<void> {
    this.host.restarted();
    this.sentEdits = this.edits;
    this.hasEdited = false;
    this.shownVersion = -1;
    await this.load();
    this.host.loaded();
    this.render();
  }

  private handleState(): void {
    const { starts } = this.session.state;
    const isAnew = starts > (this.starts ?? starts) && !this.isFirstLoading;
    this.starts = starts;
    if (isAnew) this.restart().catch((error: unknown) => console.error(error));
    if (this.session.end && !this.hasToldEnd) {
      this.hasToldEnd = true;
      this.host.ended(this.session.end);
    }
    const isNewer = this.session.state.version > this.shownVersion;
    const mayLoad = this.surface?.merges || !this.isUnsaved;
    if (isNewer && mayLoad && !this.isLoading && !this.isFirstLoading) {
      this.load().catch((error: unknown) => console.error(error));
    }
    this.render();
  }

  private get isFirstLoading(): boolean {
    return this.shownVersion < 0;
  }

  /** Whether the office server has all that was changed here: nothing gets lost when the page goes away. */
  private get isKept(): boolean {
    return this.edits === this.sentEdits && !this.surface?.isChanging;
  }

  private get isUnsaved(): boolean {
    return !this.isKept || this.session.state.isUnsaved;
  }

  private get isOutdated(): boolean {
    return !this.surface?.merges && this.isUnsaved && this.session.state.version > this.shownVersion;
  }

  private get status(): string {
    if (this.isFirstLoading || (this.isLoading && !this.surface?.merges)) return 'Loading…';
    if (!this.canEdit) return 'Read-only';
    if (this.isSaving || this.session.state.isSaving) return 'Saving…';
    if (this.isUnsaved) return 'Unsaved changes';
    return this.hasEdited ? 'Saved' : 'Ready';
  }

  private get notice(): string {
    if (this.failure) return this.failure;
    const { end } = this.session;
    if (end !== undefined) return `This session has ended. ${end} Open the file again to go on.`;
    if (this.isOutdated) {
      return 'Someone else has saved a newer version. Your changes can’t be saved over it.';
    }
    return this.session.state.problem ?? document.body.dataset.notice ?? '';
  }

  private render(): void {
    this.hasEdited ||= this.session.state.isUnsaved;
    setText(elementOf('status'), this.status);
    elementOf('save').hidden = !this.canEdit;
    document.body.dataset.kept = String(this.isKept);
    this.host.tell(this.session.state);
    elementOf('progress').hidden = this.status !== 'Loading…' || this.failure !== '';
    const { others } = this.session.state;
    setText(elementOf('others'), others.length ? `With ${others.join(', ')}` : '');
    this.renderNotice();
  }

  private renderNotice(): void {
    const { notice } = this;
    const element = elementOf('notice');
    if (element.textContent?.startsWith(notice) && element.hidden === !notice) return;
    const text = document.createElement('p');
    text.textContent = notice;
    element.replaceChildren(text);
    element.hidden = !notice;
    if (!this.isOutdated) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Load the newer version';
    button.addEventListener('click', () => void this.loadNewer());
    element.append(button);
  }
}
