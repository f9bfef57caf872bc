import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@polymer/iron-icon/iron-icon.js';
import { markup, PageElement } from './element.js';
import type { NuxeoDocument } from './nuxeo.js';

/** What a person should know of a document before anything else: its state, and what addons tell in DOCUMENT_INFO_BAR. */
class NuxeoDocumentInfoBar extends PageElement {
  declare document: NuxeoDocument | undefined;

  static get template() {
    return markup`
      <style>
        .bar {
          display: flex;
          align-items: center;
          gap: 8px;
          margin-bottom: 16px;
          padding: 8px;
          background-color: var(--nuxeo-box);
          box-shadow: 0 3px 5px rgba(0, 0, 0, 0.04);
        }
      </style>

      <template is="dom-if" if="[[isTrashed(document)]]">
        <div class="bar">
          <iron-icon icon="nuxeo:delete"></iron-icon><span>[[i18n('browse.trashed')]]</span>
        </div>
      </template>
      <template is="dom-if" if="[[document.isVersion]]">
        <div class="bar">
          <iron-icon icon="nuxeo:recent"></iron-icon>
          <span
            >[[i18n('browse.versionNotice', document.properties.uid:major_version,
            document.properties.uid:minor_version)]]</span
          >
        </div>
      </template>

      <nuxeo-slot name="DOCUMENT_INFO_BAR" model="[[_actionContext]]"></nuxeo-slot>
    `;
  }

  static get properties() {
    return {
      document: Object,
      _actionContext: { type: Object, computed: '_computeActionContext(document)' },
    };
  }

  _computeActionContext(document: NuxeoDocument | undefined): object {
    return { document };
  }
}

customElements.define('nuxeo-document-info-bar', NuxeoDocumentInfoBar);
