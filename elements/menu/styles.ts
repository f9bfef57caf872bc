/** The looks of the menu in the editor's header. */
export const MENU_STYLES = `
  :host { flex: none; position: relative }
  button { font: inherit; color: inherit; cursor: pointer; border: 0; background: none }
  .opener { display: grid; place-items: center; width: 40px; height: 40px; padding: 0; border-radius: 4px }
  button:hover { background: color-mix(in srgb, currentColor 12%, transparent) }
  :focus-visible { outline: 2px solid currentColor; outline-offset: -2px }
  [aria-busy='true'] { opacity: 0.5; cursor: progress }
  [role='menu'] {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    width: max-content;
    max-width: 90vw;
    margin: 0;
    padding: 4px;
    list-style: none;
    border: 1px solid var(--nuxeo-border, GrayText);
    background: var(--nuxeo-box, Canvas);
    color: var(--nuxeo-text-default, CanvasText);
  }
  [hidden] { display: none }
  [role='menuitem'] { width: 100%; min-height: 32px; padding: 4px 12px; text-align: start }
  .phone { display: none }
  @media (max-width: 640px) {
    .phone { display: block }
    [role='menu'] { position: fixed; inset-block-start: auto; inset-inline: auto 8px }
  }
`;
