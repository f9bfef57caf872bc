import { html, type TemplateResult } from 'lit';
import { translate } from '../src/nuxeo.js';
import type { OpenFile } from '../src/open.js';

/** Asks before a conversion, and says what it does to the file. */
export function convertQuestion(
  { fileName, offer }: OpenFile,
  onConvert: () => void,
  onCancel: () => void,
): TemplateResult {
  return html`<dialog aria-labelledby="question" @close=${onCancel}>
    <h2 id="question">${translate('officeOnline.convert.title', fileName)}</h2>
    <p>${translate('officeOnline.convert.text', offer.product)}</p>
    <form method="dialog">
      <button>${translate('officeOnline.cancel')}</button>
      <button class="primary" type="button" @click=${onConvert}>
        ${translate('officeOnline.convert.confirm')}
      </button>
    </form>
  </dialog>`;
}
