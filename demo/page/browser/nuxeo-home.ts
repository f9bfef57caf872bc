import '@nuxeo/nuxeo-elements/nuxeo-document.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-card.js';
import './folder-listing.js';
import './nuxeo-page.js';
import { markup, PageElement } from './element.js';
import type { DocumentElement, NuxeoDocument } from './nuxeo.js';

/** The home page: the documents of the workspace, its trash, and the version that the stand-in has. */
class NuxeoHome extends PageElement {
  declare workspace: NuxeoDocument | undefined;

  static get template() {
    return markup`
      <style>
        h1 {
          margin: 0;
          font-size: 1.08rem;
          font-weight: 400;
        }
        a {
          @apply --nuxeo-link;
        }
        a:hover {
          @apply --nuxeo-link-hover;
        }
      </style>
      <nuxeo-document id="workspace" doc-path="/default-domain/workspaces/ws"></nuxeo-document>
      <nuxeo-page>
        <div slot="header"><h1>[[workspace.title]]</h1></div>
        <div>
          <nuxeo-card><folder-listing folder="[[workspace]]"></folder-listing></nuxeo-card>
          <nuxeo-card heading="[[i18n('home.trash')]]">
            <folder-listing folder="[[workspace]]" trashed></folder-listing>
          </nuxeo-card>
          <nuxeo-card heading="[[i18n('home.versions')]]">
            <a href$="[[urlFor('document', '20000000-0000-4000-8000-000000000009')]]">Statutes 1.0</a>
          </nuxeo-card>
        </div>
      </nuxeo-page>
    `;
  }

  static get properties() {
    return { visible: { type: Boolean, observer: '_visibleChanged' }, workspace: Object };
  }

  async _visibleChanged(isVisible: boolean): Promise<void> {
    if (isVisible) this.workspace = await (this.$.workspace as DocumentElement).get();
  }
}

customElements.define('nuxeo-home', NuxeoHome);
