/** An integrator's addon for Web UI: what it takes over, what it takes away, and a button of its own. */
export const ADDON = `
import { openOfficeOnline } from 'nuxeo-office-online';

class ReadIt extends HTMLElement {
  connectedCallback() {
    const button = document.createElement('button');
    button.textContent = 'Read it';
    button.onclick = () => openOfficeOnline(this.document, this.xpath, 'view');
    this.replaceChildren(button);
  }
}
customElements.define('read-it', ReadIt);

const template = document.createElement('template');
template.innerHTML = \`
<nuxeo-slot-content name="officeOnlineView" slot="BLOB_ACTIONS" priority="20" disabled></nuxeo-slot-content>
<nuxeo-slot-content name="readIt" slot="BLOB_ACTIONS" order="5">
  <template><read-it document="[[document]]" xpath="[[xpath]]"></read-it></template>
</nuxeo-slot-content>\`;
document.body.append(template.content);
`;

/** All that the package's types promise, and what they refuse. */
export const TYPED = `
import { createOfficeDocument, openOfficeOnline, type FailureReason, type NotMade, type OfficeOnlineDetail } from 'nuxeo-office-online';
import { openOfficeOnline as alone } from 'nuxeo-office-online/open-office-online.js';
import { NuxeoOfficeOnlineAction } from 'nuxeo-office-online/nuxeo-office-online-action.js';
import { NuxeoOfficeOnlineEditor } from 'nuxeo-office-online/nuxeo-office-online-editor.js';
import { NuxeoOfficeOnlinePage } from 'nuxeo-office-online/nuxeo-office-online-page.js';
import messages from 'nuxeo-office-online/i18n/messages.json' with { type: 'json' };

const opened: boolean = openOfficeOnline({ uid: '1' }, 'files:files/0/file', 'view') || alone({ uid: '1' });
createOfficeDocument({ uid: '1' }, 'word', 'Report').catch(({ problem }: NotMade) => console.log(problem));
// @ts-expect-error there is no such kind
void createOfficeDocument({ uid: '1' }, 'onenote', 'Report');
// @ts-expect-error there is no such action
openOfficeOnline({ uid: '1' }, 'file:content', 'delete');

const action: NuxeoOfficeOnlineAction = document.createElement('nuxeo-office-online-action');
const editor: NuxeoOfficeOnlineEditor = document.createElement('nuxeo-office-online-editor');
const page: NuxeoOfficeOnlinePage = document.createElement('nuxeo-office-online-page');
action.showLabel = opened;

page.addEventListener('office-online-opened', ({ detail }) => console.log(detail satisfies OfficeOnlineDetail));
document.addEventListener('office-online-failed', ({ detail }) => {
  const reason: FailureReason = detail.reason;
  console.log(reason, detail.documentId, detail.xpath, detail.action, editor.outcome?.saved.digest);
});
// @ts-expect-error only a failure has a reason
window.addEventListener('office-online-closed', ({ detail }) => console.log(detail.reason));
console.log(messages['officeOnline.close']);
`;
