import { PolymerElement } from '@polymer/polymer/polymer-element.js';
import { markup } from './element.js';

/** A page: header, tabs and content, each a slot. Addons wrap their own pages in it, as in Web UI. */
class NuxeoPage extends PolymerElement {
  static get template() {
    return markup`
      <style>
        :host {
          display: block;
        }
        .page {
          display: flex;
          flex-direction: column;
          height: calc(100vh - (var(--nuxeo-app-top, 0px) + var(--nuxeo-app-bottom, 0px)));
        }
        .toolbar {
          flex: none;
          display: flex;
          align-items: center;
          height: var(--nuxeo-drawer-header-height);
          background: var(--nuxeo-app-header-background);
          box-shadow: var(--nuxeo-app-header-box-shadow);
          color: var(--nuxeo-app-header);
        }
        .toolbar ::slotted(*) {
          display: flex;
          align-items: center;
          box-sizing: border-box;
          width: 100%;
          padding: 0 64px 0 16px;
        }
        .tabs {
          flex: none;
          z-index: 1;
          margin-top: 1px;
          background: var(--nuxeo-app-header-background);
          box-shadow: var(--nuxeo-app-header-box-shadow);
        }
        .content {
          flex: auto;
          position: relative;
          overflow-y: auto;
          padding: 16px 16px 0;
        }
      </style>
      <div class="page">
        <div class="toolbar"><slot name="header"></slot></div>
        <div class="tabs"><slot name="tabs"></slot></div>
        <div class="content"><slot></slot></div>
      </div>
    `;
  }
}

customElements.define('nuxeo-page', NuxeoPage);
