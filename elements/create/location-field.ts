import { html, nothing } from 'lit/html.js';
import { plainPath } from '../../src/create/location.js';
import { isRecord, stringOf } from '../../src/narrow.js';
import { textOfWebUi } from '../../src/web-ui/i18n.js';
import type { NuxeoOfficeOnlineCreate } from '../entry/nuxeo-office-online-create.js';

const pathOf = (document: unknown): string => plainPath(isRecord(document) ? stringOf(document.path) : '');

/** A change that Polymer tells of: `detail.value` is the property's. */
const valueOf = (event: Event): unknown => {
  const detail: unknown = (event as CustomEvent).detail;
  return isRecord(detail) ? detail.value : undefined;
};

/**
 * Where the document is made: Web UI's own field for a folder's path, as its own create tab has it (docs/host.md "New
 * documents"). A path that is typed is told to the create dialog, which loads that folder and hands it to all its tabs.
 */
export class LocationField {
  /** What stands in the field. */
  #path = '';
  #parentPath = '';
  #suggestedParent: unknown;

  constructor(
    private readonly door: NuxeoOfficeOnlineCreate,
    private readonly changed: () => void,
  ) {}

  /** The dialog's folder may be another one. */
  follow(): void {
    const path = pathOf(this.door.parent);
    if (path === this.#parentPath) return;
    this.#parentPath = path;
    if (plainPath(this.#path) !== path) this.#path = path;
  }

  /** What is wrong with the path; empty while it is the dialog's folder's. */
  get problem(): string {
    if (plainPath(this.#path) === this.#parentPath) return '';
    return textOfWebUi('documentCreationBehavior.error.invalidLocation', 'Invalid location');
  }

  view(isFixed: boolean) {
    const label = textOfWebUi('documentCreationForm.location', 'Location');
    // While it is not shown or a document is being made, it must not ask the server.
    const isIdle = isFixed || !this.door.hasAttribute('visible');
    return html`<nuxeo-path-suggestion
      class="place"
      always-float-label
      .label=${label}
      .value=${this.#path || nothing}
      .disabled=${isIdle}
      @value-changed=${(event: Event) => this.#handlePath(stringOf(valueOf(event)))}
      @parent-changed=${(event: Event) => (this.#suggestedParent = valueOf(event))}
      @children-changed=${(event: Event) => this.#handleSuggestions(valueOf(event))}
    ></nuxeo-path-suggestion>`;
  }

  #handlePath(path: string): void {
    if (path === this.#path) return;
    this.#path = path;
    this.changed();
  }

  #handleSuggestions(suggestions: unknown): void {
    if (!Array.isArray(suggestions)) return;
    const path = plainPath(this.#path);
    const known = [this.door.parent, this.#suggestedParent, ...(suggestions as unknown[])];
    this.door.dispatchEvent(
      new CustomEvent('nx-document-creation-suggester-parent-changed', {
        bubbles: true,
        composed: true,
        detail: {
          isValidTargetPath: known.some((document) => pathOf(document) === path),
          parentPath: this.#path,
          suggesterChildren: suggestions as unknown[],
        },
      }),
    );
  }
}
