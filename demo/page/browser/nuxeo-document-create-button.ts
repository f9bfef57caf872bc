import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-tooltip.js';
import '@polymer/iron-icon/iron-icon.js';
import './nuxeo-keys.js';
import { fire, markup, PageElement } from './element.js';

/** The round button in the lower right corner, over every page. */
class NuxeoDocumentCreateButton extends PageElement {
  static get template() {
    return markup`
      <style>
        #tray {
          position: absolute;
          z-index: 10;
          right: 32px;
          bottom: calc(32px + var(--nuxeo-app-bottom, 0px));
        }
        button {
          width: 56px;
          height: 56px;
          border: 0;
          border-radius: 50%;
          box-shadow: 0 2px 6px rgba(0, 0, 0, 0.3);
          background: var(--nuxeo-button-primary);
          color: var(--nuxeo-button-primary-text);
          cursor: pointer;
        }
        button:hover,
        button:focus-visible {
          background: var(--nuxeo-button-primary-focus);
        }
      </style>
      <div id="tray">
        <button id="createBtn" aria-label$="[[i18n('documentCreateButton.tooltip')]]" on-click="_handleClick">
          <iron-icon icon="nuxeo:add"></iron-icon>
        </button>
        <nuxeo-tooltip for="createBtn" position="left"
          >[[i18n('documentCreateButton.tooltip')]]</nuxeo-tooltip
        >
      </div>
      <nuxeo-keys keys="c" on-pressed="_handleClick"></nuxeo-keys>
    `;
  }

  _handleClick(): void {
    fire(this, 'create-document', {});
  }
}

customElements.define('nuxeo-document-create-button', NuxeoDocumentCreateButton);
