import { markup, PageElement } from './element.js';

/** The banner that a 401 brings up, over everything; a click on it loads the page anew. */
class NuxeoExpiredSession extends PageElement {
  declare open: boolean;

  static get template() {
    return markup`
      <style>
        :host {
          display: none;
          position: fixed;
          z-index: 1000;
          top: var(--nuxeo-app-top, 0px);
          left: 0;
          right: 0;
          align-items: center;
          height: var(--nuxeo-drawer-header-height);
          padding-left: 16px;
          background: #fee066;
        }
        :host([open]) {
          display: flex;
        }
        button {
          border: 0;
          background: none;
          color: #3a3a54;
          font: inherit;
          cursor: pointer;
        }
      </style>
      <button on-click="_handleClick">[[i18n('app.expiredSession.message')]]</button>
    `;
  }

  static get properties() {
    return { open: { type: Boolean, value: false, reflectToAttribute: true } };
  }

  override ready(): void {
    super.ready();
    document.addEventListener('unauthorized-request', () => (this.open = true));
  }

  _handleClick(): void {
    location.reload();
  }
}

customElements.define('nuxeo-expired-session', NuxeoExpiredSession);
