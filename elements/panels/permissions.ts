import { html, type TemplateResult } from 'lit/html.js';

const TAG = 'nuxeo-document-permissions';

/**
 * Web UI's own element for who may do what with a document.
 * @throws Error where Web UI does not have it
 */
export function permissionsView(documentId: string): TemplateResult {
  if (document.createElement(TAG).constructor === HTMLElement) throw new Error(`Web UI has no ${TAG}`);
  return html`<nuxeo-document-permissions
    .docId=${documentId}
    .visible=${true}
  ></nuxeo-document-permissions>`;
}
