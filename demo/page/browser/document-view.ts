import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-card.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-date.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-user-tag.js';
import '@polymer/iron-icon/iron-icon.js';
import './nuxeo-document-blob.js';
import './nuxeo-document-info-bar.js';
import { markup, PageElement } from './element.js';
import type { NuxeoDocument } from './nuxeo.js';

/** A document with a file: what there is to know first, file, facts and attachments. */
class DocumentView extends PageElement {
  static get template() {
    return markup`
      <style>
        .columns {
          display: grid;
          grid-template-columns: 2fr 1fr;
          align-items: start;
          gap: 16px;
        }
        @media (max-width: 900px) {
          .columns {
            grid-template-columns: 1fr;
          }
        }
        nuxeo-card {
          min-width: 0;
          overflow: hidden;
        }
        .viewer {
          display: flex;
          align-items: center;
          justify-content: center;
          height: calc(100vh - 290px);
          min-height: 160px;
          margin-bottom: 16px;
          background: #d4d4d7;
        }
        dl {
          display: grid;
          grid-template-columns: 88px 1fr;
          gap: 6px 0;
          margin: 8px 0 32px;
        }
        dt {
          opacity: 0.7;
        }
        dd {
          margin: 0;
          overflow-wrap: anywhere;
        }
        nuxeo-user-tag {
          overflow-wrap: normal;
        }
        .pill {
          border-radius: 2em;
          padding: 2px 6px;
          background: var(--nuxeo-tag-background);
          font-size: 0.85rem;
        }
        h2 {
          font-size: 1.08rem;
          font-weight: 700;
        }
        .attachment {
          border-top: 1px solid var(--nuxeo-border);
          padding: 8px 0;
        }
      </style>

      <nuxeo-document-info-bar document="[[document]]"></nuxeo-document-info-bar>

      <div class="columns">
        <nuxeo-card>
          <div class="viewer">[[i18n('browse.noPreview')]]</div>
          <nuxeo-document-blob document="[[document]]"></nuxeo-document-blob>
        </nuxeo-card>

        <nuxeo-card>
          <iron-icon icon="nuxeo:details" aria-label$="[[i18n('browse.info')]]"></iron-icon>
          <dl>
            <dt>[[i18n('browse.state')]]</dt>
            <dd><span class="pill">[[document.state]]</span></dd>
            <dt>[[i18n('browse.version')]]</dt>
            <dd>[[_version(document)]]</dd>
            <dt>[[i18n('browse.modified')]]</dt>
            <dd><nuxeo-date datetime="[[document.properties.dc:modified]]" format="LLL"></nuxeo-date></dd>
            <dt>[[i18n('browse.created')]]</dt>
            <dd><nuxeo-date datetime="[[document.properties.dc:created]]"></nuxeo-date></dd>
            <dt>[[i18n('browse.creator')]]</dt>
            <dd><nuxeo-user-tag user="[[document.properties.dc:creator]]" disabled></nuxeo-user-tag></dd>
            <dt>[[i18n('browse.contributors')]]</dt>
            <dd>
              <template is="dom-repeat" items="[[document.properties.dc:contributors]]">
                <nuxeo-user-tag user="[[item]]" disabled></nuxeo-user-tag>
              </template>
            </dd>
            <dt>[[i18n('browse.title')]]</dt>
            <dd>[[document.properties.dc:title]]</dd>
          </dl>

          <template is="dom-if" if="[[document.properties.files:files.length]]">
            <h2>[[i18n('browse.attachments')]]</h2>
            <template is="dom-repeat" items="[[document.properties.files:files]]">
              <div class="attachment">
                <nuxeo-document-blob document="[[document]]" xpath="[[_xpath(index)]]"></nuxeo-document-blob>
              </div>
            </template>
          </template>
        </nuxeo-card>
      </div>
    `;
  }

  static get properties() {
    return { document: Object };
  }

  _xpath(index: number): string {
    return `files:files/${index}/file`;
  }

  /** `1.0`, or a dash before the first version. */
  _version(document: NuxeoDocument | undefined): string {
    const { 'uid:major_version': major = 0, 'uid:minor_version': minor = 0 } = document?.properties ?? {};
    return major === 0 && minor === 0 ? '–' : `${String(major)}.${String(minor)}`;
  }
}

customElements.define('document-view', DocumentView);
