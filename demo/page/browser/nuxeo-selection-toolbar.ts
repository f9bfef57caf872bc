import { fire, markup, PageElement } from './element.js';
import type { NuxeoDocument } from './nuxeo.js';

/** The bar over the page's top while documents of a listing are selected; what can be done with them is slotted in. */
class NuxeoSelectionToolbar extends PageElement {
  declare selectedItems: NuxeoDocument[];

  static get template() {
    return markup`
      <style>
        :host([hidden]) {
          display: none;
        }
        .toolbar {
          position: fixed;
          z-index: 199;
          top: var(--nuxeo-app-top, 0px);
          left: 0;
          right: 0;
          display: flex;
          align-items: center;
          box-sizing: border-box;
          height: 60px;
          padding: 0 2em;
          background: var(--nuxeo-selection-toolbar-background, #000);
          color: var(--nuxeo-selection-toolbar-text, #fff);
        }
        .actions {
          flex: 1;
          display: flex;
          align-items: center;
          justify-content: flex-end;
          min-width: 0;
        }
        button {
          border: 0;
          background: none;
          color: inherit;
          font: inherit;
          text-decoration: underline;
          cursor: pointer;
        }
      </style>
      <div class="toolbar">
        <div>
          <span aria-live="polite">[[i18n('selectionToolbar.selected.items', selectedItems.length)]]</span>
          <button on-click="_handleClear">[[i18n('command.clear')]]</button>
        </div>
        <div class="actions"><slot></slot></div>
      </div>
    `;
  }

  static get properties() {
    return { selectedItems: { type: Array, observer: '_selectedItemsChanged' } };
  }

  _selectedItemsChanged(selected: NuxeoDocument[] | undefined): void {
    this.hidden = !selected?.length;
  }

  _handleClear(): void {
    fire(this, 'clear-selected-items');
  }
}

customElements.define('nuxeo-selection-toolbar', NuxeoSelectionToolbar);
