import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@polymer/iron-pages/iron-pages.js';
import { markup, PageElement } from './element.js';

/** The administration: all of its pages are there while it is shown, and the selected one is `visible`. */
class NuxeoAdmin extends PageElement {
  static get template() {
    return markup`
      <template is="dom-if" if="[[visible]]">
        <iron-pages selected="[[selected]]" attr-for-selected="name" selected-attribute="visible">
          <nuxeo-slot name="ADMINISTRATION_PAGES" model="[[actionContext]]"></nuxeo-slot>
        </iron-pages>
      </template>
    `;
  }

  static get properties() {
    return {
      visible: Boolean,
      user: Object,
      selected: String,
      routeParams: Object,
      actionContext: { type: Object, computed: '_computeActionContext(user, routeParams)' },
    };
  }

  _computeActionContext(user: unknown, routeParams: unknown): object {
    return { user, routeParams };
  }
}

customElements.define('nuxeo-admin', NuxeoAdmin);
