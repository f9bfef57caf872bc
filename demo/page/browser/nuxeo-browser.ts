import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-actions-menu.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-card.js';
import './document-view.js';
import './folder-listing.js';
import './nuxeo-page.js';
import { markup, PageElement } from './element.js';
import type { NuxeoDocument } from './nuxeo.js';

/** The page of a document or folder: title and trail, actions, tabs, and the view. */
class NuxeoBrowser extends PageElement {
  static get template() {
    return markup`
      <style>
        .heading {
          flex: 1;
          min-width: 0;
          padding-left: 32px;
        }
        h1 {
          overflow: hidden;
          margin: 0;
          font-size: 1rem;
          font-weight: 400;
          line-height: 1.2rem;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
        nav {
          font-size: 0.75rem;
          line-height: 1rem;
          opacity: 0.8;
        }
        nav a {
          @apply --nuxeo-link;
        }
        nav a:hover {
          @apply --nuxeo-link-hover;
        }
        nav a:not(:first-of-type)::before {
          content: '> ';
        }
        .document-actions {
          margin-right: 64px;
        }
        nuxeo-actions-menu {
          height: 100%;
          max-width: var(--nuxeo-browser-actions-menu-max-width, 240px);
        }
        .tab {
          display: inline-block;
          margin: 0 16px;
          border-bottom: 2px solid var(--nuxeo-app-header-pill-active);
          padding: 0 6px;
          color: var(--nuxeo-app-header-pill-active);
          line-height: 43px;
        }
      </style>
      <nuxeo-page>
        <div slot="header">
          <div class="heading">
            <h1>[[document.title]]</h1>
            <nav aria-label$="[[i18n('browse.breadcrumb')]]">
              <template is="dom-repeat" items="[[_ancestors(document)]]">
                <a href$="[[urlFor(item)]]">[[item.title]]</a>
              </template>
            </nav>
          </div>
          <template is="dom-if" if="[[!isTrashed(document)]]">
            <div class="document-actions">
              <nuxeo-actions-menu>
                <nuxeo-slot name="DOCUMENT_ACTIONS" model="[[actionContext]]"></nuxeo-slot>
              </nuxeo-actions-menu>
            </div>
          </template>
        </div>
        <div slot="tabs"><span class="tab">[[i18n('browse.view')]]</span></div>
        <div>
          <template is="dom-if" if="[[_isFolder(document)]]">
            <nuxeo-card><folder-listing folder="[[document]]"></folder-listing></nuxeo-card>
          </template>
          <template is="dom-if" if="[[!_isFolder(document)]]">
            <document-view document="[[document]]"></document-view>
          </template>
        </div>
      </nuxeo-page>
    `;
  }

  static get properties() {
    return {
      document: Object,
      selectedTab: { type: String, value: 'view', notify: true },
      actionContext: { type: Object, computed: '_computeActionContext(document)' },
    };
  }

  _computeActionContext(document: NuxeoDocument | undefined): object {
    return { document };
  }

  _ancestors(document: NuxeoDocument | undefined): NuxeoDocument[] {
    return document?.contextParameters?.breadcrumb?.entries.slice(0, -1) ?? [];
  }

  _isFolder(document: NuxeoDocument | undefined): boolean {
    return this.hasFacet(document, 'Folderish');
  }
}

customElements.define('nuxeo-browser', NuxeoBrowser);
