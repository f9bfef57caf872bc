import '@nuxeo/nuxeo-elements/nuxeo-page-provider.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-date.js';
import '@polymer/iron-icon/iron-icon.js';
import { type AppName, fileTypeOf } from '../../file-types.js';
import { markup, PageElement } from './element.js';
import { blobAt, type NuxeoDocument } from './nuxeo.js';

interface PageProvider extends HTMLElement {
  fetch(): Promise<{ entries: NuxeoDocument[] }>;
}

const appLetters: Readonly<Record<AppName, string>> = { Word: 'W', Excel: 'X', PowerPoint: 'P' };

/** What is in a folder, or in its trash, sorted by title. */
class FolderListing extends PageElement {
  declare documents: NuxeoDocument[];

  static get template() {
    return markup`
      <style>
        table {
          width: 100%;
          border-collapse: collapse;
        }
        th {
          font-weight: 400;
          opacity: 0.7;
        }
        th,
        td {
          height: 44px;
          border-bottom: 1px solid var(--nuxeo-border);
          padding: 0 8px;
          text-align: start;
        }
        tbody tr:hover {
          background: var(--nuxeo-container-hover);
        }
        a {
          @apply --nuxeo-link;
          display: flex;
          align-items: center;
          gap: 12px;
        }
        a:hover {
          @apply --nuxeo-link-hover;
        }
        .type {
          flex: none;
          width: 22px;
          border-radius: 3px;
          background: #6c6f7c;
          color: #fff;
          font-weight: 700;
          line-height: 22px;
          text-align: center;
        }
        .type[data-app='W'] {
          background: #1f4fa3;
        }
        .type[data-app='X'] {
          background: #1a6b41;
        }
        .type[data-app='P'] {
          background: #b7391b;
        }
        .locked {
          color: var(--nuxeo-action-color-activated);
          white-space: nowrap;
        }
      </style>

      <nuxeo-page-provider
        id="provider"
        provider="advanced_document_content"
        params="[[_params(folder.uid, trashed)]]"
        page-size="100"
        sort='{"dc:title": "asc"}'
        schemas="dublincore,file"
        headers='{"fetch-document": "properties,lock"}'
      ></nuxeo-page-provider>

      <table>
        <thead>
          <tr>
            <th>[[i18n('browse.title')]]</th>
            <th>[[i18n('browse.file')]]</th>
            <th>[[i18n('browse.modified')]]</th>
            <th>[[i18n('browse.lastContributor')]]</th>
            <th>[[i18n('browse.state')]]</th>
          </tr>
        </thead>
        <tbody>
          <template is="dom-repeat" items="[[documents]]">
            <tr>
              <td>
                <a href$="[[urlFor(item)]]">
                  <span class="type" data-app$="[[_app(item)]]" aria-hidden="true">[[_app(item)]]</span>
                  <span>[[item.title]]</span>
                </a>
              </td>
              <td>[[item.properties.file:content.name]]</td>
              <td><nuxeo-date datetime="[[item.properties.dc:modified]]"></nuxeo-date></td>
              <td>[[item.properties.dc:lastContributor]]</td>
              <td>
                <template is="dom-if" if="[[item.lockOwner]]">
                  <span class="locked">
                    <iron-icon icon="nuxeo:lock"></iron-icon> [[i18n('browse.lockedBy', item.lockOwner)]]
                  </span>
                </template>
              </td>
            </tr>
          </template>
        </tbody>
      </table>
    `;
  }

  static get properties() {
    return {
      folder: Object,
      trashed: { type: Boolean, value: false },
      documents: Array,
    };
  }

  static get observers() {
    return ['_load(folder, trashed)'];
  }

  async _load(folder: NuxeoDocument | undefined): Promise<void> {
    if (!folder) return;
    const { entries } = await (this.$.provider as unknown as PageProvider).fetch();
    this.documents = entries;
  }

  _params(folderId: string | undefined, trashed: boolean): object {
    return { ecm_parentId: folderId, ecm_trashed: trashed };
  }

  /** The letter of the file's Office app; · for other files, ▸ for a folder. */
  _app(document: NuxeoDocument): string {
    if (this.hasFacet(document, 'Folderish')) return '▸';
    const app = fileTypeOf(blobAt(document, 'file:content')?.name ?? '')?.app;
    return app ? appLetters[app] : '·';
  }
}

customElements.define('folder-listing', FolderListing);
