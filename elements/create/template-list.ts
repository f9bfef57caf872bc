import { html, nothing } from 'lit/html.js';
import type { Source } from '../../src/create/make-document.js';
import { findTemplates, PAGE_SIZE, type Template } from '../../src/create/templates.js';
import { failureOf } from '../../src/failure.js';
import { translate } from '../../src/web-ui/i18n.js';
import { appIcon } from '../common/app-icon.js';

const styles = new CSSStyleSheet();
styles.replaceSync(`
  .picture { position: relative; display: grid; place-items: center; width: 96px; height: 72px }
  .picture img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; background: var(--nuxeo-box, Canvas) }
`);

/** A search begins this long after the last key, in ms. */
const SEARCH_DELAY = 300;

/** The organisation's templates: found a page at a time, and searched where there are more than one page of them. */
export class TemplateList {
  #templates: Template[] = [];
  #words = '';
  #pages = 0;
  #hasMore = false;
  #isSearchable = false;
  #state: 'loading' | 'there' | 'failed' = 'there';
  /** Of several requests, the last one counts. */
  #request = 0;
  #timer?: ReturnType<typeof setTimeout>;

  /**
   * @param root in which they are shown
   * @param path of the folder that they are below
   */
  constructor(
    root: ShadowRoot,
    private readonly path: string,
    private readonly changed: () => void,
    private readonly choose: (template: Template) => void,
  ) {
    if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets.push(styles);
  }

  /** Asks for the first page, or for the next one. */
  async load(page = 0): Promise<void> {
    const request = ++this.#request;
    this.#state = 'loading';
    this.changed();
    try {
      const found = await findTemplates(this.path, this.#words, page);
      if (request !== this.#request) return;
      this.#templates = [...(page ? this.#templates : []), ...found.templates];
      this.#pages = page + 1;
      this.#hasMore = found.hasMore;
      this.#isSearchable ||= found.hasMore || found.count > PAGE_SIZE;
      this.#state = 'there';
    } catch (error) {
      if (request !== this.#request) return;
      failureOf(error);
      this.#state = 'failed';
    }
    this.changed();
  }

  readonly #search = (event: InputEvent): void => {
    this.#words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), SEARCH_DELAY);
  };

  /** Nothing where there is no template, and no search for one. */
  view(chosen: Source, isFixed: boolean) {
    if (!this.#templates.length && !this.#isSearchable && this.#state === 'there') return nothing;
    return html`<fieldset ?disabled=${isFixed}>
      <legend>${translate('officeOnline.create.templates')}</legend>
      ${
        this.#isSearchable
          ? html`<input
              type="search"
              dir="auto"
              aria-label=${translate('officeOnline.create.search')}
              placeholder=${translate('officeOnline.create.search')}
              @input=${this.#search}
              @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
            />`
          : nothing
      }
      <div class="cards" aria-busy=${this.#state === 'loading'}>
        ${this.#templates.map((template) => this.#card(template, template === chosen))}
      </div>
      <p role="status">${this.#status}</p>
      ${this.#moreButton}
    </fieldset>`;
  }

  get #status(): string {
    if (this.#state === 'failed') return translate('officeOnline.create.templates-failed');
    return this.#state === 'there' && !this.#templates.length
      ? translate('officeOnline.create.none-found')
      : '';
  }

  get #moreButton() {
    const isFailed = this.#state === 'failed';
    if (!isFailed && !this.#hasMore) return nothing;
    const page = isFailed && !this.#templates.length ? 0 : this.#pages;
    return html`<button type="button" @click=${() => this.load(page)}>
      ${translate(isFailed ? 'officeOnline.button.retry' : 'officeOnline.create.more')}
    </button>`;
  }

  #card(template: Template, isChosen: boolean) {
    return html`<label class="card">
      <input type="radio" name="source" .checked=${isChosen} @change=${() => this.choose(template)} />
      <span class="face">
        <span class="picture">${appIcon(template.app)}${pictureOf(template)}</span>
        <span dir="auto">${template.title}</span>
      </span>
    </label>`;
  }
}

/** The picture lies over the icon, which shows where there is none. */
const pictureOf = ({ thumbnail }: Template) =>
  thumbnail
    ? html`<img
        src=${thumbnail}
        alt=""
        loading="lazy"
        @error=${(event: Event) => (event.target as HTMLElement).remove()}
      />`
    : nothing;
