import { LETTER_STYLES } from '../common/app-icon.js';

/** The look of the tab “Office”: that of Web UI's own create tab. */
export const CREATE_STYLES = `
  /* As high as the dialog leaves it, whatever is in it: what is more scrolls, and the buttons stay in sight. */
  :host { position: relative; flex: 1; min-width: 0; min-height: 14rem; color: var(--nuxeo-text-default, CanvasText) }
  :host([hidden]) { display: none !important }
  form { position: absolute; inset: 0; display: flex; flex-direction: column }
  .fields { flex: 1; overflow: auto; padding: 0 2rem; min-height: 0 }
  .place { display: block; margin-block: 1rem 0; padding: 8px 16px; background: var(--input-background, rgb(0 0 0 / 0.05)); overflow-wrap: anywhere }
  fieldset { margin: 1rem 0 0; border: 0; padding: 0; min-width: 0 }
  legend { padding: 0; margin-block-end: 4px }
  .cards { display: flex; flex-wrap: wrap; gap: 8px }
  .card { position: relative }
  .card input { position: absolute; z-index: 1; inset-block-start: 8px; inset-inline-start: 8px; margin: 0; accent-color: var(--nuxeo-button-primary, auto) }
  .face {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    box-sizing: border-box;
    width: 128px;
    height: 100%;
    min-height: 112px;
    border: 2px solid transparent;
    padding: 8px;
    background: var(--input-background, rgb(0 0 0 / 0.05));
    text-align: center;
    overflow-wrap: anywhere;
  }
  .card:hover :not(:checked) + .face { border-color: color-mix(in srgb, currentColor 40%, transparent) }
  :checked + .face { border-color: currentColor }
  :focus-visible + .face { outline: 2px solid var(--nuxeo-text-default, Highlight); outline-offset: 2px }
  .face svg { flex: none; width: 42px; height: 42px }
  .title { display: block; margin-block-start: 1rem }
  input:not([type=radio]) {
    display: block;
    box-sizing: border-box;
    width: 100%;
    max-width: 40rem;
    margin-block: 4px;
    border: 1px solid color-mix(in srgb, currentColor 50%, transparent);
    border-radius: 2px;
    padding: 8px;
    background: var(--nuxeo-box, Field);
    color: inherit;
    font: inherit;
  }
  input:not([type=radio]):focus-visible { outline: 2px solid var(--nuxeo-text-default, Highlight); outline-offset: 0 }
  p { margin: 4px 0 }
  [role=alert] { margin-inline: 2rem }
  .trouble { border-inline-start: 4px solid var(--nuxeo-warn-text, #de350b); padding-inline-start: 8px }
  .trouble a { color: inherit }
  .buttons { display: flex; flex: none; flex-wrap: wrap; justify-content: space-between; gap: 8px; padding: 16px 2rem; background: var(--nuxeo-dialog-buttons-bar, transparent) }
  button {
    border: 1px solid;
    border-radius: 4px;
    padding: 8px 24px;
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button.primary { border-color: transparent; background: var(--nuxeo-button-primary, ButtonFace); color: var(--nuxeo-button-primary-text, ButtonText) }
  button.primary:hover, button.primary:focus-visible { background: var(--nuxeo-button-primary-focus, ButtonFace) }
  button:focus-visible { outline: 2px solid var(--nuxeo-text-default, Highlight); outline-offset: 2px }
  button:disabled, [aria-disabled=true] { opacity: 0.6; cursor: default }
  @media (max-width: 600px) {
    .fields, .buttons { padding-inline: 1rem }
    .card { width: calc(50% - 4px) }
    .face { width: 100% }
  }
  @media (forced-colors: active) { .face { border-color: ButtonBorder } :checked + .face { border-color: Highlight } }
  ${LETTER_STYLES}
`;
