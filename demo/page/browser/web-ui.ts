/* All that is there before the addons load. */
import '@nuxeo/nuxeo-ui-elements/actions/nuxeo-download-button.js';
import '@nuxeo/nuxeo-ui-elements/actions/nuxeo-link-button.js';
import '@nuxeo/nuxeo-ui-elements/actions/nuxeo-lock-toggle-button.js';
import '@nuxeo/nuxeo-ui-elements/actions/nuxeo-preview-button.js';
import '@nuxeo/nuxeo-ui-elements/nuxeo-filter.js';
import './inert-blob-button.js';
import './nuxeo-document-edit-button.js';
import './theme.js';

export { loadMessages } from './i18n.js';
export { NuxeoApp } from './nuxeo-app.js';
export { startRouting } from './router.js';
