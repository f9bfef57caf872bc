import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@polymer/iron-icon/iron-icon.js';
import { markup, PageElement } from './element.js';

/** Who may sign in to the stand-in; the password is the name. */
const people = ['alice', 'bob', 'rita', 'dora'];

/** Who is signed in, and the switch to somebody else: the server's own sign-in form, one for each. */
class AccountMenu extends PageElement {
  static get template() {
    return markup`
      <style>
        :host {
          display: block;
        }
        summary {
          display: flex;
          align-items: center;
          gap: 8px;
          height: var(--nuxeo-drawer-header-height);
          border-left: 1px solid var(--nuxeo-border);
          padding: 0 16px;
          background: var(--nuxeo-app-header-background);
          cursor: pointer;
        }
        .menu {
          position: absolute;
          right: 8px;
          display: flex;
          flex-direction: column;
          min-width: 160px;
          padding: 8px 0;
          background: var(--nuxeo-box);
          box-shadow: 0 2px 8px rgba(0, 0, 0, 0.3);
        }
        form {
          display: flex;
          margin: 0;
        }
        button,
        a {
          flex: 1;
          border: 0;
          padding: 8px 16px;
          background: none;
          color: inherit;
          font: inherit;
          text-align: start;
          text-decoration: none;
          cursor: pointer;
        }
        button:hover,
        a:hover {
          background: var(--nuxeo-container-hover);
        }
      </style>
      <details>
        <summary aria-label$="[[i18n('app.account.menu', user.id)]]">
          <iron-icon icon="nuxeo:user"></iron-icon>[[user.id]]
        </summary>
        <div class="menu">
          <template is="dom-repeat" items="[[people]]">
            <form method="post" action="/nuxeo/startup" on-submit="_handleSubmit">
              <input type="hidden" name="user_name" value="[[item]]" />
              <input type="hidden" name="user_password" value="[[item]]" />
              <input type="hidden" name="requestedUrl" />
              <button>[[i18n('app.account.signInAs', item)]]</button>
            </form>
          </template>
          <a href="/nuxeo/logout">[[i18n('app.account.signOut')]]</a>
        </div>
      </details>
    `;
  }

  static get properties() {
    return { user: Object, people: { type: Array, value: () => people } };
  }

  /** Comes back to where the page is now. */
  _handleSubmit(event: Event): void {
    const requestedUrl = (event.target as HTMLFormElement).elements.namedItem('requestedUrl');
    if (requestedUrl instanceof HTMLInputElement) requestedUrl.value = location.href;
  }
}

customElements.define('account-menu', AccountMenu);
