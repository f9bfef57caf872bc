import { webUi } from './nuxeo.js';

interface WopiBlob {
  wopi?: { appName?: string; view?: string };
}

/** Takes the place of the stock addon's link, which opens the launch page in a new tab (docs/host.md "Blob row"). */
class StockLink extends HTMLElement {
  set blob(blob: WopiBlob | undefined) {
    this.replaceChildren();
    if (!blob?.wopi?.view) return;
    const { view: href, appName } = blob.wopi;
    this.append(
      Object.assign(document.createElement('a'), {
        href,
        target: '_blank',
        textContent: `Open in ${appName}`,
      }),
    );
  }
}

customElements.define('nuxeo-wopi-link', StockLink);

// Pushed blindly, as by the stock addon: whoever else pushes has it in the list twice.
webUi().Nuxeo.UI.config.enrichers.blob.push('wopi');

const template = document.createElement('template');
template.innerHTML = `<nuxeo-slot-content name="wopiLink" slot="BLOB_ACTIONS">
  <template><nuxeo-wopi-link blob="[[blob]]"></nuxeo-wopi-link></template>
</nuxeo-slot-content>`;
document.head.append(template.content);
