/* Who may do what with a document: Web UI has it from the start, and it is more than a fifth of this page's code. */
import '@nuxeo/nuxeo-ui-elements/nuxeo-document-permissions/nuxeo-document-permissions.js';
