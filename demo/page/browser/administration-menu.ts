import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-slots.js';
import '@polymer/iron-icon/iron-icon.js';
import '@polymer/iron-selector/iron-selector.js';
import './nuxeo-menu-item.js';
import { markup, PageElement } from './element.js';

/** The drawer's entry “Administration”, for those who may, and the menu that it opens. */
class AdministrationMenu extends PageElement {
  declare isOpen: boolean;

  static get template() {
    return markup`
      <style>
        :host {
          display: block;
          margin-top: auto;
          width: 100%;
        }
        button {
          width: 100%;
          height: 48px;
          border: 0;
          background: none;
          color: inherit;
          cursor: pointer;
        }
        button:hover,
        button:focus-visible {
          color: var(--nuxeo-sidebar-menu-hover);
        }
        .drawer {
          position: absolute;
          z-index: 101;
          top: 0;
          left: var(--nuxeo-sidebar-width);
          box-sizing: border-box;
          width: 220px;
          height: 100vh;
          padding: 16px 0;
          background: var(--nuxeo-box);
          box-shadow: 3px 0 5px rgba(0, 0, 0, 0.2);
          color: var(--nuxeo-text-default);
        }
        [hidden] {
          display: none;
        }
        h5 {
          margin: 0 1em;
        }
      </style>
      <template is="dom-if" if="[[hasAdministrationPermissions(user)]]">
        <button
          aria-label$="[[i18n('app.administration')]]"
          aria-expanded$="[[_expanded(isOpen)]]"
          on-click="_handleClick"
        >
          <iron-icon icon="nuxeo:admin"></iron-icon>
        </button>
        <div class="drawer" hidden$="[[!isOpen]]" on-click="_handleClick">
          <h5>[[i18n('app.administration')]]</h5>
          <iron-selector attr-for-selected="name" selected="{{selected}}">
            <nuxeo-slot name="ADMINISTRATION_MENU" model="[[_model(user)]]"></nuxeo-slot>
          </iron-selector>
        </div>
      </template>
    `;
  }

  static get properties() {
    return {
      user: Object,
      selected: { type: String, notify: true },
      isOpen: { type: Boolean, value: false },
    };
  }

  _model(user: unknown): object {
    return { user };
  }

  _expanded(isOpen: boolean): string {
    return String(isOpen);
  }

  _handleClick(): void {
    this.isOpen = !this.isOpen;
  }
}

customElements.define('administration-menu', AdministrationMenu);
