import '@nuxeo/nuxeo-elements/nuxeo-connection.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-actions-menu.js';
import { markup, PageElement } from './element.js';
import { blobAt, type Blob, type NuxeoDocument, type NuxeoUser } from './nuxeo.js';

/** A row with a file and its actions, the same for the main file and an attachment. */
class NuxeoDocumentBlob extends PageElement {
  declare user: NuxeoUser | undefined;
  declare blob: Blob | undefined;
  declare actionContext: object;

  static get template() {
    return markup`
      <style>
        :host {
          display: block;
        }
        .row {
          display: flex;
          align-items: center;
        }
        .info {
          flex: 1;
          overflow: hidden;
        }
        .info a {
          @apply --nuxeo-link;
          display: block;
          overflow: hidden;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
        .info a:hover {
          @apply --nuxeo-link-hover;
        }
        .detail {
          opacity: 0.7;
        }
        nuxeo-actions-menu {
          max-width: var(--nuxeo-document-blob-actions-menu-max-width, 160px);
          height: 100%;
        }
      </style>

      <nuxeo-connection user="{{user}}"></nuxeo-connection>

      <template is="dom-if" if="[[blob]]">
        <div class="row">
          <div class="info">
            <a href$="[[blob.downloadUrl]]" title$="[[blob.name]]">[[blob.name]]</a>
            <div class="detail">[[formatSize(blob.length)]]</div>
          </div>
          <nuxeo-actions-menu>
            <nuxeo-slot name="BLOB_ACTIONS" model="[[actionContext]]"></nuxeo-slot>
          </nuxeo-actions-menu>
        </div>
      </template>
    `;
  }

  static get properties() {
    return {
      user: Object,
      document: Object,
      xpath: { type: String, value: 'file:content' },
      blob: Object,
      actionContext: Object,
    };
  }

  static get observers() {
    return ['_update(user, document, xpath)'];
  }

  _update(user: NuxeoUser | undefined, document: NuxeoDocument | undefined, xpath: string): void {
    this.blob = blobAt(document, xpath);
    this.actionContext = { user, document, blob: this.blob, xpath };
  }
}

customElements.define('nuxeo-document-blob', NuxeoDocumentBlob);
