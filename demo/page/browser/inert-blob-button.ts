import '@nuxeo/nuxeo-ui-elements/actions/nuxeo-action-button-styles.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-icons.js';
import '@nuxeo/nuxeo-ui-elements/widgets/nuxeo-tooltip.js';
import '@polymer/paper-icon-button/paper-icon-button.js';
import { fire, markup, PageElement } from './element.js';
import type { NuxeoDocument } from './nuxeo.js';

/** Takes the place of a blob action that the stand-in does not have, with its width and its label. */
class InertBlobButton extends PageElement {
  declare document: NuxeoDocument | undefined;

  static get template() {
    return markup`
      <style include="nuxeo-action-button-styles"></style>
      <dom-if if="[[_isAvailable(document)]]">
        <template>
          <div class="action" on-click="_handleClick">
            <paper-icon-button icon="[[icon]]" noink aria-labelledby="label"></paper-icon-button>
            <span class="label" id="label" hidden$="[[!showLabel]]">[[i18n(label)]]</span>
            <nuxeo-tooltip>[[i18n(label)]]</nuxeo-tooltip>
          </div>
        </template>
      </dom-if>
    `;
  }

  static get properties() {
    return { document: Object, icon: String, label: String, showLabel: { type: Boolean, value: false } };
  }

  _isAvailable(document: NuxeoDocument | undefined): boolean {
    return (
      this.hasPermission(document, 'WriteProperties') &&
      !this.isImmutable(document) &&
      !this.isTrashed(document)
    );
  }

  _handleClick(): void {
    fire(this, 'notify', { message: this.i18n('app.notInStandIn') });
  }
}

customElements.define('inert-blob-button', InertBlobButton);
