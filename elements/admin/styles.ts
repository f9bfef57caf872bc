/** The looks of the status page: those of Web UI's own cards. What is well or not is told by words and shape, too. */
export const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; font-family: var(--nuxeo-app-font) }
  h1, h2 { margin: 0; font-size: 1.08rem }
  h1 { font-weight: 400 }
  section, form {
    margin-block-end: 16px;
    padding: 16px;
    background: var(--nuxeo-box, Canvas);
    color: var(--nuxeo-text-default, CanvasText);
    overflow-wrap: anywhere;
  }
  section:last-child { margin-block-end: 96px }
  form { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 16px }
  label { flex: 1 1 16em }
  input, textarea, button {
    box-sizing: border-box;
    border: 1px solid var(--nuxeo-border, GrayText);
    padding: 6px 16px;
    font: inherit;
  }
  input, textarea, ::slotted(iframe) { display: block; width: 100%; margin-block-start: 4px }
  input, textarea { border-color: currentColor; background: none; color: inherit }
  textarea { height: 12em }
  ::slotted(iframe) { box-sizing: border-box; height: 480px; border: 1px solid var(--nuxeo-border, GrayText) }
  ul + button { margin-block: 8px }
  button {
    background: var(--nuxeo-button-primary, ButtonFace);
    color: var(--nuxeo-button-primary-text, ButtonText);
    cursor: pointer;
  }
  button:disabled { opacity: 0.5; cursor: default }
  :focus-visible { outline: 2px solid var(--nuxeo-text-default, Highlight); outline-offset: 2px }
  [role] { flex: 100% }
  p { margin: 0 }
  ul { margin: 0; padding: 0; list-style: none }
  li { display: grid; grid: auto / 24px 1fr; gap: 0 8px; padding-block: 8px; border-block-end: 1px solid var(--nuxeo-border, GrayText) }
  svg { grid-row: span 3 }
  li p { grid-column: 2 }
  .wrong > svg { color: var(--nuxeo-warn-text, CanvasText) }
  p.wrong { border-inline-start: 4px solid var(--nuxeo-warn-text, CanvasText); padding-inline-start: 8px }
`);
