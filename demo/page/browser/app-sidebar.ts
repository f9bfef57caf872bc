import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@polymer/iron-icon/iron-icon.js';
import './administration-menu.js';
import { markup, PageElement } from './element.js';

/** Entries of Web UI's drawer that lead nowhere here; they are there for the looks. */
const drawer = [
  'recent',
  'search',
  'expired',
  'picture',
  'tasks',
  'favorites',
  'collections',
  'user-space',
  'clipboard',
  'delete',
];

/** The dark bar on the left. */
class AppSidebar extends PageElement {
  static get template() {
    return markup`
      <style>
        :host {
          display: flex;
          flex-direction: column;
          align-items: center;
          box-sizing: border-box;
          width: var(--nuxeo-sidebar-width);
          height: 100vh;
          background: var(--nuxeo-sidebar-background);
          color: var(--nuxeo-sidebar-menu);
        }
        a,
        span {
          display: flex;
          align-items: center;
          justify-content: center;
          flex: none;
          width: 100%;
          height: 48px;
          color: inherit;
        }
        a:hover,
        a:focus-visible {
          color: var(--nuxeo-sidebar-menu-hover);
        }
        .logo {
          height: 53px;
        }
        .logo svg {
          width: 30px;
          height: 30px;
        }
      </style>
      <a class="logo" href$="[[urlFor('home')]]" aria-label$="[[i18n('app.title.home')]]">
        <svg viewBox="0 0 30 30" aria-hidden="true">
          <rect width="30" height="30" rx="2" fill="#0066ff" />
          <path d="M9 22V8l12 14V8" fill="none" stroke="#7fe3e0" stroke-width="4" />
        </svg>
      </a>
      <a href$="[[urlFor('browse', '/default-domain/workspaces/ws')]]" aria-label$="[[i18n('browse.view')]]">
        <iron-icon icon="nuxeo:browse"></iron-icon>
      </a>
      <template is="dom-repeat" items="[[drawer]]">
        <span aria-hidden="true"><iron-icon icon="nuxeo:[[item]]"></iron-icon></span>
      </template>
      <administration-menu user="[[user]]" selected="{{adminTab}}"></administration-menu>
    `;
  }

  static get properties() {
    return {
      user: Object,
      adminTab: { type: String, notify: true },
      drawer: { type: Array, value: () => drawer },
    };
  }

  override ready(): void {
    super.ready();
    this.setAttribute('role', 'navigation');
  }
}

customElements.define('app-sidebar', AppSidebar);
