import { html, nothing, render } from 'lit/html.js';
import { obstacleIn } from '../../src/create/location.js';
import type { Kind } from '../../src/create/kinds.js';
import type { Source } from '../../src/create/make-document.js';
import { isRecord, stringOf } from '../../src/narrow.js';
import { createSettings } from '../../src/settings/create-settings.js';
import { textOfWebUi, translate } from '../../src/web-ui/i18n.js';
import { tellLanguage } from '../../src/web-ui/text-language.js';
import { appIcon } from '../common/app-icon.js';
import type { NuxeoOfficeOnlineCreate } from '../entry/nuxeo-office-online-create.js';
import { createAndOpen, mayCreate } from './create-and-open.js';
import { LocationField } from './location-field.js';
import { CREATE_STYLES } from './styles.js';
import type { TemplateList } from './template-list.js';
import { notOpened, troubleOf, type Trouble } from './trouble.js';

const styles = new CSSStyleSheet();
styles.replaceSync(CREATE_STYLES);

const SHOWN_KINDS: readonly Kind[] = ['word', 'excel', 'powerpoint'];

/** The form of the tab “Office”: what, from which template, under which title, where. */
export class CreateForm {
  #source: Source = 'word';
  /** As the person has typed it; until then, the title is what the source is called. */
  #title?: string;
  #trouble?: Trouble;
  #isBusy = false;
  #wasVisible = false;
  #templates?: TemplateList;
  #location: LocationField;

  constructor(private readonly door: NuxeoOfficeOnlineCreate) {
    this.#root.adoptedStyleSheets = [styles];
    this.#location = new LocationField(door, () => this.#render());
  }

  get #root(): ShadowRoot {
    return this.door.shadowRoot!;
  }

  /** The tab is shown or hidden, or the folder is another one. */
  update(): void {
    const isVisible = this.door.hasAttribute('visible');
    const isOpened = isVisible && !this.#wasVisible;
    this.#wasVisible = isVisible;
    // A request that is under way goes on: its form must not become another one.
    if (isOpened && !this.#isBusy) this.#begin();
    this.#location.follow();
    this.door.hidden = !mayCreate(this.door.user);
    this.#render();
    if (isOpened) this.#titleField?.select();
  }

  #begin(): void {
    this.#source = 'word';
    this.#title = this.#trouble = undefined;
    this.#templates = undefined;
    const { templatesPath } = createSettings();
    if (templatesPath) void this.#findTemplates(templatesPath);
  }

  /** Where the code for them can't be fetched, there are none. */
  async #findTemplates(path: string): Promise<void> {
    const room = await import('./template-list.js').catch(() => undefined);
    if (!room || this.#templates) return;
    this.#templates = new room.TemplateList(
      this.#root,
      path,
      () => this.#render(),
      (source) => this.#choose(source),
    );
    void this.#templates.load();
  }

  get #titleField(): HTMLInputElement | null {
    return this.#root.querySelector('[name=title]');
  }

  get #shownTitle(): string {
    return this.#title ?? nameOf(this.#source);
  }

  #choose(source: Source): void {
    this.#source = source;
    this.#render();
  }

  /** What keeps the document from being made before the server is asked. */
  get #obstacle(): string {
    const obstacle = obstacleIn(this.door.parent, createSettings().createType);
    if (this.#location.problem) return this.#location.problem;
    return obstacle ? textOfWebUi(`documentCreationBehavior.error.${obstacle}`, '') || obstacle : '';
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { parent, user } = this.door;
    if (this.#isBusy || this.#obstacle || !isRecord(parent)) return;
    const title = this.#shownTitle.trim();
    this.#trouble = title ? undefined : { sentence: translate('officeOnline.create.title-missing') };
    this.#isBusy = title !== '';
    this.#render();
    if (!title) return this.#titleField?.focus();
    try {
      const created = await createAndOpen(parent, this.#source, title, user);
      if (created.isOpened) this.#finish();
      else this.#trouble = notOpened(title, created.address);
    } catch (error) {
      this.#trouble = troubleOf(error, title);
    }
    this.#isBusy = false;
    this.#render();
  };

  #finish(): void {
    this.door.dispatchEvent(
      new CustomEvent('nx-document-creation-finished', { bubbles: true, composed: true }),
    );
  }

  #render(): void {
    tellLanguage(this.door);
    render(this.#form(), this.#root, { host: this.door });
  }

  #form() {
    const isFixed = this.#isBusy;
    const title = (event: InputEvent) => {
      this.#title = (event.target as HTMLInputElement).value;
    };
    return html`<form novalidate @submit=${this.#submit} aria-busy=${isFixed}>
      <div class="fields">
        ${this.#location.view(isFixed)}
        <p class=${this.#obstacle ? 'trouble' : ''} role="status">${this.#obstacle}</p>
        <label class="title">
          ${textOfWebUi('label.dublincore.title', 'Title')}
          <input
            name="title"
            dir="auto"
            maxlength="255"
            autocomplete="off"
            required
            ?disabled=${isFixed}
            .value=${this.#shownTitle}
            @input=${title}
          />
        </label>
        <fieldset ?disabled=${isFixed}>
          <legend>${translate('officeOnline.create.what')}</legend>
          <div class="cards">${SHOWN_KINDS.map((kind) => this.#card(kind))}</div>
        </fieldset>
        ${this.#templates?.view(this.#source, isFixed)}
      </div>
      ${this.#troubleView()} ${this.#buttons()}
    </form>`;
  }

  #card(kind: Kind) {
    return html`<label class="card">
      <input
        type="radio"
        name="source"
        .checked=${this.#source === kind}
        @change=${() => this.#choose(kind)}
      />
      <span class="face">${appIcon(kind)}<span>${nameOf(kind)}</span></span>
    </label>`;
  }

  #troubleView() {
    const { sentence, link } = this.#trouble ?? {};
    return html`<p class=${sentence ? 'trouble' : ''} role="alert">
      ${sentence ?? ''} ${link ? html`<a href=${link.href}>${link.text}</a>` : nothing}
    </p>`;
  }

  #buttons() {
    const isReady = !this.#isBusy && !this.#obstacle && isRecord(this.door.parent);
    const text = textOfWebUi('command.create', 'Create');
    return html`<div class="buttons">
      <button type="button" dialog-dismiss ?disabled=${this.#isBusy}>
        ${textOfWebUi('command.cancel', 'Cancel')}
      </button>
      <button class="primary" aria-disabled=${!isReady}>
        ${this.#isBusy ? translate('officeOnline.create.creating', this.#shownTitle) : text}
      </button>
    </div>`;
  }
}

/** What a source is called, and the title of what begins with it. */
const nameOf = (source: Source): string =>
  typeof source === 'string' ? translate(`officeOnline.create.${source}`) : stringOf(source.title);
