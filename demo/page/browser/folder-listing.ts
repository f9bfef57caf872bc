import '@nuxeo/nuxeo-elements/nuxeo-page-provider.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-actions-menu.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-date.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-user-tag.js';
import './nuxeo-selection-toolbar.js';
import { type AppName, fileTypeOf } from '../../file-types.js';
import { markup, PageElement } from './element.js';
import { blobAt, type NuxeoDocument } from './nuxeo.js';

interface PageProvider extends HTMLElement {
  fetch(): Promise<{ entries: NuxeoDocument[] }>;
}

const appLetters: Readonly<Record<AppName, string>> = { Word: 'W', Excel: 'X', PowerPoint: 'P' };

/**
 * What is in a folder, or in its trash, sorted by title. Of the documents the server is asked for no more than by Web UI's
 * listings: no lock, nothing of `wopi`. The model of RESULTS_SELECTION_ACTIONS is that of Web UI's `nuxeo-results`.
 */
class FolderListing extends PageElement {
  declare folder: NuxeoDocument | undefined;
  declare documents: NuxeoDocument[];
  declare selectedItems: NuxeoDocument[];

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
        nuxeo-actions-menu {
          height: 100%;
          max-width: var(--nuxeo-results-selection-actions-menu-max-width, 280px);
        }
      </style>

      <template is="dom-if" if="[[!trashed]]">
        <nuxeo-selection-toolbar
          selected-items="[[selectedItems]]"
          on-clear-selected-items="_clearSelection"
        >
          <nuxeo-actions-menu>
            <nuxeo-slot name="RESULTS_SELECTION_ACTIONS" model="[[actionContext]]"></nuxeo-slot>
          </nuxeo-actions-menu>
        </nuxeo-selection-toolbar>
      </template>

      <nuxeo-page-provider
        id="provider"
        provider="advanced_document_content"
        params="[[_params(folder.uid, trashed)]]"
        page-size="100"
        sort='{"dc:title": "asc"}'
        enrichers="thumbnail, permissions, favorites"
        schemas="dublincore,common,uid,file"
        headers='{"fetch-document": "properties", "translate-directoryEntry": "label"}'
      ></nuxeo-page-provider>

      <table>
        <thead>
          <tr>
            <td></td>
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
                <input
                  type="checkbox"
                  aria-label$="[[i18n('browse.select', item.title)]]"
                  checked="[[_isSelected(item, selectedItems)]]"
                  hidden$="[[trashed]]"
                  on-change="_toggleSelected"
                />
              </td>
              <td>
                <a href$="[[urlFor(item)]]">
                  <span class="type" data-app$="[[_app(item)]]" aria-hidden="true">[[_app(item)]]</span>
                  <span>[[item.title]]</span>
                </a>
              </td>
              <td>[[item.properties.file:content.name]]</td>
              <td><nuxeo-date datetime="[[item.properties.dc:modified]]"></nuxeo-date></td>
              <td><nuxeo-user-tag user="[[item.properties.dc:lastContributor]]" disabled></nuxeo-user-tag></td>
              <td>[[item.state]]</td>
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
      selectedItems: { type: Array, value: () => [] },
      actionContext: { type: Object, computed: '_computeActionContext(folder, documents, selectedItems)' },
    };
  }

  static get observers() {
    return ['_load(folder, trashed)'];
  }

  _computeActionContext(
    folder: NuxeoDocument | undefined,
    documents: NuxeoDocument[] | undefined,
    selectedItems: NuxeoDocument[],
  ): object {
    return {
      displayMode: 'table',
      nxProvider: this.$.provider,
      selectedItems,
      items: documents,
      document: folder,
      selection: selectedItems,
    };
  }

  _isSelected(item: NuxeoDocument): boolean {
    return this.selectedItems.includes(item);
  }

  _toggleSelected({ model: { item } }: { model: { item: NuxeoDocument } }): void {
    const others = this.selectedItems.filter((selected) => selected !== item);
    this.selectedItems = others.length < this.selectedItems.length ? others : [...others, item];
  }

  _clearSelection(): void {
    this.selectedItems = [];
  }

  async _load(folder: NuxeoDocument | undefined): Promise<void> {
    if (!folder) return;
    const { entries } = await (this.$.provider as unknown as PageProvider).fetch();
    this.documents = entries;
    this._clearSelection();
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
