import { translate } from '../../src/web-ui/i18n.js';

/**
 * The page “Office Online” of Web UI's administration: what is well and what is not, with what to do. Nothing of it is
 * fetched before Web UI shows it, which the attribute `visible` tells (docs/host.md "Administration").
 *
 * @summary Tells administrators what is wrong.
 */
export class NuxeoOfficeOnlineStatus extends HTMLElement {
  static readonly observedAttributes = ['visible'];

  attributeChangedCallback(): void {
    import('../admin/admin.js')
      .then((room) => room.show(this))
      .catch(() => (this.textContent = translate('officeOnline.failed.network')));
  }
}

customElements.define('nuxeo-office-online-status', NuxeoOfficeOnlineStatus);
