import { css, html, type TemplateResult } from 'lit';
import { translate } from '../../src/web-ui/i18n.js';
import type { OfficeFile } from '../../src/offer/office-file.js';

/** What an editor that asks takes on beside its own styles: a sheet, as a strict CSP wants it. */
const styles = css`
  dialog {
    max-width: 32em;
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
    justify-content: flex-end;
    gap: 8px;
  }
`;

/** Gives an editor what it needs to ask. */
export function styleQuestion(root: DocumentOrShadowRoot): void {
  const { styleSheet } = styles;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}

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
