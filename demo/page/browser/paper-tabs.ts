import { IronMenubarBehavior } from '@polymer/iron-menu-behavior/iron-menubar-behavior.js';
import { mixinBehaviors } from '@polymer/polymer/lib/legacy/class.js';
import { PolymerElement } from '@polymer/polymer/polymer-element.js';
import { markup } from './element.js';

/** A row of tabs in place of Polymer's own, which the packages of Nuxeo's elements don't bring: `selected`, `attr-for-selected`. */
class PaperTabs extends mixinBehaviors([IronMenubarBehavior], PolymerElement) {
  static get template() {
    return markup`
      <style>
        :host {
          display: flex;
          flex: none;
          height: 48px;
        }
        :host([hidden]) {
          display: none;
        }
      </style>
      <slot></slot>
    `;
  }

  static get properties() {
    return { selectable: { type: String, value: 'paper-tab' } };
  }

  override ready(): void {
    super.ready();
    this.setAttribute('role', 'tablist');
  }
}

/** One of the tabs. */
class PaperTab extends PolymerElement {
  static get template() {
    return markup`
      <style>
        :host {
          display: flex;
          flex: 1;
          align-items: center;
          justify-content: center;
          padding: 0 12px;
          border-bottom: 2px solid transparent;
          cursor: pointer;
        }
        :host(.iron-selected) {
          border-color: var(--paper-tabs-selection-bar-color);
        }
      </style>
      <slot></slot>
    `;
  }

  override ready(): void {
    super.ready();
    this.setAttribute('role', 'tab');
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === ' ') this.click();
    });
  }
}

customElements.define('paper-tabs', PaperTabs);
customElements.define('paper-tab', PaperTab);
