import { css, html, type TemplateResult } from 'lit';
import { translate } from '../../src/web-ui/i18n.js';
import type { OfficeFile } from '../../src/offer/office-file.js';

/** What the question takes beside the editor's own styles. */
export const questionStyles = css`
  dialog {
    max-width: min(32em, 100% - 64px);
    border: 1px solid var(--nuxeo-border, GrayText);
    border-radius: 4px;
    background: var(--nuxeo-box, Canvas);
    color: inherit;
    font-size: 15px;
  }
  h2 {
    margin-block-start: 0;
    font-size: 18px;
    overflow-wrap: anywhere;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
`;

/** Asks before a conversion, and says what it does to the file. */
export function convertQuestion(
  { fileName, offer }: OfficeFile,
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
