import '@nuxeo/nuxeo-elements/nuxeo-document.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-path-suggestion/nuxeo-path-suggestion.js';
import { fire, markup, PageElement } from './element.js';
import type { DocumentElement, NuxeoDocument } from './nuxeo.js';

interface Subtype {
  type: string;
  facets: string[];
}

/**
 * The popup's own tab: a type, a place and a title. It tells of the place that somebody chooses, and what forbids it, as
 * Web UI's does (docs/host.md "Create popup"); a form for each type it has not.
 */
class NuxeoDocumentCreate extends PageElement {
  declare parent: NuxeoDocument | undefined;
  declare targetPath: string;
  declare suggesterParent: NuxeoDocument | undefined;
  declare suggesterChildren: NuxeoDocument[] | undefined;
  declare isValidTargetPath: boolean;
  declare subtypes: Subtype[];
  declare selectedType: string;
  declare errorMessage: string;

  static get template() {
    return markup`
      <style>
        :host {
          flex: 1;
          overflow: auto;
          padding: 16px 32px;
        }
        .suggester {
          margin-bottom: 16px;
          padding: 8px 16px;
          background: var(--nuxeo-tag-background);
        }
        .error {
          border-inline-start: 4px solid var(--nuxeo-warn-text);
          padding-inline-start: 8px;
        }
        .types button {
          width: 128px;
          height: 64px;
          margin: 4px;
        }
        label,
        input {
          display: block;
          font: inherit;
        }
        .buttons {
          margin-top: 16px;
        }
      </style>
      <nuxeo-document
        id="request"
        doc-path="[[targetPath]]"
        headers='{"nx_es_sync": "true"}'
        enrichers="permissions, subtypes"
      ></nuxeo-document>
      <div class="suggester">
        <nuxeo-path-suggestion
          id="place"
          value="{{targetPath}}"
          label="[[i18n('documentCreationForm.location')]]"
          parent="{{suggesterParent}}"
          children="{{suggesterChildren}}"
          disabled="[[!visible]]"
          always-float-label
        ></nuxeo-path-suggestion>
        <span class$="[[_errorClass(errorMessage)]]">[[errorMessage]]</span>
      </div>
      <div class="types" hidden$="[[_isChosen(selectedType)]]">
        <template is="dom-repeat" items="[[subtypes]]">
          <button name$="[[item.type]]" disabled="[[errorMessage]]" on-click="_handleType">[[item.type]]</button>
        </template>
      </div>
      <form hidden$="[[!selectedType]]" on-submit="_handleSubmit">
        <label>[[i18n('browse.title')]] <input id="title" autocomplete="off" /></label>
        <div class="buttons">
          <button type="button" on-click="_handleBack">[[i18n('command.back')]]</button>
          <button id="create" disabled="[[errorMessage]]">[[i18n('command.create')]]</button>
        </div>
      </form>
      <div class="buttons">
        <button dialog-dismiss on-click="_handleBack">[[i18n('command.cancel')]]</button>
      </div>
    `;
  }

  static get properties() {
    return {
      parent: { type: Object, observer: '_parentChanged' },
      targetPath: { type: String, notify: true },
      suggesterParent: Object,
      suggesterChildren: { type: Array, notify: true, observer: '_suggesterChildrenChanged' },
      isValidTargetPath: { type: Boolean, value: false },
      visible: { type: Boolean, value: false },
      subtypes: { type: Array, value: () => [] },
      selectedType: { type: String, value: '' },
      errorMessage: { type: String, value: '' },
    };
  }

  /** Starts anew, at a type if one is named. */
  init(type = ''): void {
    this.selectedType = this.subtypes.find((known) => known.type.toLowerCase() === type)?.type ?? '';
    (this.$.title as HTMLInputElement).value = '';
  }

  _parentChanged(parent: NuxeoDocument | undefined): void {
    if (parent) {
      if (withoutSlash(this.targetPath) !== parent.path) this.targetPath = parent.path;
      const { permissions, subtypes } = parent.contextParameters ?? {};
      const types = permissions?.includes('AddChildren') ? (subtypes ?? []) : [];
      this.subtypes = types
        .filter(({ facets }) => !facets.includes('HiddenInCreation'))
        .toSorted((one, other) => one.type.localeCompare(other.type));
    }
    this.validate();
  }

  _suggesterChildrenChanged(): void {
    const paths = [this.parent, this.suggesterParent, ...(this.suggesterChildren ?? [])].map(
      (document) => document?.path,
    );
    this.isValidTargetPath = paths.includes(withoutSlash(this.targetPath));
    fire(this, 'nx-document-creation-suggester-parent-changed', {
      isValidTargetPath: this.isValidTargetPath,
      parentPath: this.targetPath,
      suggesterChildren: this.suggesterChildren,
    });
    this.validate();
  }

  _isChosen(type: string): boolean {
    return type !== '';
  }

  _errorClass(errorMessage: string): string {
    return errorMessage ? 'error' : '';
  }

  _handleType({ model }: { model: { item: Subtype } }): void {
    this.selectedType = model.item.type;
    fire(this, 'nx-creation-wizard-hide-tabs');
    setTimeout(() => (this.$.title as HTMLInputElement).focus());
  }

  _handleBack(): void {
    this.selectedType = '';
    fire(this, 'nx-creation-wizard-show-tabs');
  }

  async _handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const title = (this.$.title as HTMLInputElement).value;
    const request = this.$.request as DocumentElement;
    request.data = {
      'entity-type': 'document',
      type: this.selectedType,
      name: title.replace(/[\\/]/g, '-'),
      properties: { 'dc:title': title },
    };
    try {
      const response = await request.post();
      this.navigateTo(response);
      fire(this, 'document-created', { response });
      fire(this, 'nx-document-creation-finished');
    } catch {
      fire(this, 'notify', { message: this.i18n('documentCreationForm.createError') });
    }
  }

  /** What forbids to create here, the first that is so. */
  private validate(): void {
    const mayAdd = this.parent?.contextParameters?.permissions?.includes('AddChildren');
    const reason =
      (!this.isValidTargetPath && 'invalidLocation') ||
      (!mayAdd && 'noPermission') ||
      (this.subtypes.length === 0 && 'noSubtypes') ||
      (this.parent?.isTrashed && 'trashedParent');
    this.errorMessage = reason ? this.i18n(`documentCreationBehavior.error.${reason}`) : '';
  }
}

const withoutSlash = (path: string | undefined): string | undefined => path?.replace(/(.+)\/$/, '$1');

customElements.define('nuxeo-document-create', NuxeoDocumentCreate);
