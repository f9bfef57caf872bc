import { html, nothing } from 'lit/html.js';
import { fetchVersions, type Version } from '../../src/access/versions.js';
import { failureOf } from '../../src/failure.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { hrefOfDocument } from '../../src/web-ui/document-link.js';
import { knownName, learnName } from '../../src/web-ui/full-names.js';
import { translate } from '../../src/web-ui/i18n.js';
import { textLanguage } from '../../src/web-ui/text-language.js';
import type { NuxeoOfficeOnlineEditor } from '../editor/nuxeo-office-online-editor.js';
import { restore } from './restore.js';

/** The document's versions: a new one is made, an older one is looked at in a new tab, or restored. */
export class VersionList {
  #versions?: Version[];
  #isFailed = false;
  #isBusy = false;
  /** Of several requests, the last one counts. */
  #request = 0;
  /** The version that the person is asked about. */
  #asked?: Version;

  constructor(
    private readonly openFile: OpenFile,
    private readonly editor: NuxeoOfficeOnlineEditor,
    private readonly changed: () => void,
  ) {}

  /** Asks the server for them. Never rejects: what could not be had is said. */
  async load(): Promise<void> {
    const request = ++this.#request;
    this.#asked = undefined;
    this.#isFailed = false;
    this.changed();
    try {
      const versions = await fetchVersions(this.openFile.route);
      if (request !== this.#request) return;
      this.#versions = versions;
    } catch (error) {
      failureOf(error);
      this.#isFailed = request === this.#request;
    }
    this.changed();
    for (const author of new Set(this.#versions?.map((version) => version.author)))
      if (author && !knownName(author)) void learnName(author, undefined).then(() => this.changed());
  }

  get #mayWrite(): boolean {
    return this.openFile.saved !== undefined && !this.openFile.isReading;
  }

  async #create(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.changed();
    try {
      const { makeVersion } = await import('../menu/menu.js');
      await makeVersion(this.openFile);
    } catch (error) {
      failureOf(error);
    }
    this.#isBusy = false;
    await this.load();
  }

  #ask(version?: Version): void {
    this.#asked = version;
    this.changed();
  }

  view() {
    if (this.#asked) return this.#question(this.#asked);
    return html`${
        this.#mayWrite
          ? html`<button aria-disabled=${this.#isBusy} @click=${() => this.#create()}>
              ${translate('officeOnline.menu.version')}
            </button>`
          : nothing
      }
      <p role="status">${this.#status}</p>
      ${
        this.#isFailed
          ? html`<button @click=${() => this.load()}>${translate('officeOnline.button.retry')}</button>`
          : nothing
      }
      <ul>
        ${this.#versions?.map((version) => this.#item(version))}
      </ul>`;
  }

  get #status(): string {
    if (this.#isFailed) return translate('officeOnline.panel.failed');
    return this.#versions?.length === 0 ? translate('officeOnline.panel.none') : '';
  }

  #item(version: Version) {
    const { documentId, label, made, author } = version;
    const { repository } = this.openFile.route;
    const when = made?.toLocaleString(textLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
    return html`<li>
      <a href=${hrefOfDocument({ repository, documentId })} target="_blank" rel="noopener">${label}</a>
      <span><bdi>${when}</bdi><br /><bdi>${knownName(author) ?? author}</bdi></span>
      ${
        this.#mayWrite
          ? html`<button
              aria-label=${`${translate('officeOnline.panel.restore')} ${label}`}
              @click=${() => this.#ask(version)}
            >
              ${translate('officeOnline.panel.restore')}
            </button>`
          : nothing
      }
    </li>`;
  }

  async #restore(version: Version): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.changed();
    await restore(this.openFile, this.editor, version);
  }

  #question(version: Version) {
    return html`<p role="alert">${translate('officeOnline.panel.question', version.label)}</p>
      <div class="buttons">
        <button @click=${() => this.#ask()}>${translate('officeOnline.cancel')}</button>
        <button class="primary" aria-disabled=${this.#isBusy} @click=${() => this.#restore(version)}>
          ${translate('officeOnline.panel.confirm')}
        </button>
      </div>`;
  }
}
