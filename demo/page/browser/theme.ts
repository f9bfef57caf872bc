import '@polymer/iron-flex-layout/iron-flex-layout.js';
import { markup } from './element.js';
import { applyTheme } from './themes.js';

/* The custom properties and mixins by which Nuxeo's elements, and addons, take their looks from Web UI. */
const theme = markup`
  <custom-style>
    <style>
      html {
        --nuxeo-app-font: Inter, Arial, sans-serif;
        --nuxeo-text-default: #3a3a54;
        --nuxeo-primary-color: #0066ff;
        --nuxeo-secondary-color: #1f28bf;
        --nuxeo-page-background: #f5f5f5;
        --nuxeo-border: rgba(0, 0, 0, 0.15);
        --nuxeo-box: #fff;
        --nuxeo-warn-text: #de350b;
        --nuxeo-validated: #42be65;
        --nuxeo-action-color-activated: #0177a3;

        --nuxeo-app-top: 0px;
        --nuxeo-app-bottom: 0px;
        --nuxeo-app-header: var(--nuxeo-text-default);
        --nuxeo-app-header-background: #fff;
        --nuxeo-app-header-pill-active: var(--nuxeo-secondary-color);
        --nuxeo-app-header-box-shadow: 1px 0 0 rgba(0, 0, 0, 0.1) inset, 0 3px 5px rgba(0, 0, 0, 0.1);
        --nuxeo-drawer-header-height: 53px;
        --nuxeo-sidebar-width: 52px;
        --nuxeo-sidebar-background: #060826;
        --nuxeo-sidebar-menu: rgba(255, 255, 255, 0.5);
        --nuxeo-sidebar-menu-hover: #fff;

        --nuxeo-link-color: var(--nuxeo-text-default);
        --nuxeo-link-hover-color: var(--nuxeo-primary-color);
        --nuxeo-button-primary: var(--nuxeo-primary-color);
        --nuxeo-button-primary-focus: var(--nuxeo-secondary-color);
        --nuxeo-button-primary-text: #fff;
        --nuxeo-button-secondary-text: var(--nuxeo-primary-color);
        --nuxeo-tag-background: rgba(0, 0, 0, 0.05);
        --nuxeo-tag-text: var(--nuxeo-text-default);
        --nuxeo-container-hover: var(--nuxeo-page-background);
        --nuxeo-document-blob-actions-menu-max-width: 160px;

        --default-primary-color: var(--nuxeo-primary-color);
        --primary-text-color: #243238;
        --secondary-text-color: #6b7280;
        --disabled-text-color: #757575;
        --divider-color: var(--nuxeo-border);
        --paper-listbox-background-color: var(--nuxeo-box);

        --nuxeo-card: {
          margin-bottom: 16px;
          background: var(--nuxeo-box);
          font-family: var(--nuxeo-app-font);
        }
        --nuxeo-link: {
          color: var(--nuxeo-link-color);
          text-decoration: none;
        }
        --nuxeo-link-hover: {
          color: var(--nuxeo-link-hover-color);
        }
        --nuxeo-tag: {
          display: inline-block;
          border-radius: 2em;
          padding: 0.2rem 0.5rem;
          background: var(--nuxeo-tag-background);
          color: var(--nuxeo-tag-text);
          font-size: 0.8rem;
          line-height: 1rem;
        }
        --nuxeo-action-button-label: {
          padding-right: 8px;
        }
        --nuxeo-actions-menu-dropdown: {
          padding: 0 8px;
        }

        font-size: 13px;
        letter-spacing: 0.16px;
        line-height: 1.54rem;
      }

      body {
        min-height: 100vh;
        margin: 0;
        background: var(--nuxeo-page-background);
        color: var(--nuxeo-text-default);
        font-family: var(--nuxeo-app-font);
      }
    </style>
  </custom-style>
`;

document.head.append(theme.content);
applyTheme();
