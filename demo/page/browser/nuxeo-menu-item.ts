import { markup, PageElement } from './element.js';

/** An entry of a menu in the drawer; `route` is a name of the router's and what it takes: `administration:audit`. */
class NuxeoMenuItem extends PageElement {
  static get template() {
    return markup`
      <style>
        a {
          display: block;
          padding: 1em;
          @apply --nuxeo-link;
        }
        a:hover {
          @apply --nuxeo-link-hover;
        }
      </style>
      <a href$="[[_href(urlFor, route)]]">[[i18n(label)]]</a>
    `;
  }

  static get properties() {
    return { label: String, route: { type: String, value: '' } };
  }

  _href(_urlFor: unknown, route: string): string {
    const [name = '', params = ''] = route.split(':');
    return this.urlFor(name, ...params.split('/'));
  }
}

customElements.define('nuxeo-menu-item', NuxeoMenuItem);
