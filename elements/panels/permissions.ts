import { html, type TemplateResult } from 'lit/html.js';
import { isDefined } from '../../src/web-ui/defined.js';

const TAG = 'nuxeo-document-permissions';

/**
 * Web UI's own element for who may do what with a document.
 * @throws Error where Web UI does not have it
 */
export function permissionsView(documentId: string): TemplateResult {
  if (!isDefined(TAG)) throw new Error(`Web UI has no ${TAG}`);
  return html`<nuxeo-document-permissions
    .docId=${documentId}
    .visible=${true}
  ></nuxeo-document-permissions>`;
}
