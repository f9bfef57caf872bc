import '@nuxeo/nuxeo-elements/nuxeo-resource.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-dialog.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-tooltip.js';
import '@polymer/paper-icon-button/paper-icon-button.js';
import { fire, markup, PageElement } from './element.js';
import type { NuxeoDocument } from './nuxeo.js';

interface Dialog extends HTMLElement {
  open(): void;
  close(): void;
}

interface Resource extends HTMLElement {
  data: unknown;
  put(): Promise<unknown>;
}

/**
 * The form for a document's metadata: it shows the document that it is given, so that a fresh one takes the place of
 * what is being typed. Closing it, either way, has the document loaded anew.
 */
class NuxeoDocumentEditButton extends PageElement {
  declare document: NuxeoDocument | undefined;

  static get template() {
    return markup`
      <style>
        label {
          display: block;
          margin-bottom: 16px;
        }
        input {
          display: block;
          width: 320px;
          font: inherit;
        }
      </style>
      <template is="dom-if" if="[[hasPermission(document, 'WriteProperties')]]">
        <paper-icon-button
          id="button"
          icon="nuxeo:edit"
          aria-label$="[[i18n('documentEditAction.tooltip')]]"
          on-click="_handleOpen"
        ></paper-icon-button>
      </template>
      <nuxeo-resource id="resource" path="/id/[[document.uid]]"></nuxeo-resource>
      <nuxeo-dialog id="dialog" modal>
        <label>[[i18n('browse.title')]] <input id="title" value="[[document.title]]" /></label>
        <label>
          [[i18n('documentEdit.description')]]
          <input id="description" value="[[_description(document)]]" />
        </label>
        <button on-click="_handleCancel">[[i18n('command.cancel')]]</button>
        <button on-click="_handleSave">[[i18n('command.save')]]</button>
      </nuxeo-dialog>
    `;
  }

  static get properties() {
    return { document: Object };
  }

  _description(document: NuxeoDocument | undefined): unknown {
    return document?.properties['dc:description'] ?? '';
  }

  _handleOpen(): void {
    (this.$.dialog as Dialog).open();
  }

  _handleCancel(): void {
    (this.$.dialog as Dialog).close();
    fire(this, 'document-updated');
  }

  async _handleSave(): Promise<void> {
    const { resource, title, description } = this.$ as Record<string, HTMLElement>;
    const properties = {
      'dc:title': (title as HTMLInputElement).value,
      'dc:description': (description as HTMLInputElement).value,
    };
    (resource as Resource).data = { 'entity-type': 'document', uid: this.document?.uid, properties };
    await (resource as Resource).put();
    this._handleCancel();
  }
}

customElements.define('nuxeo-document-edit-button', NuxeoDocumentEditButton);
