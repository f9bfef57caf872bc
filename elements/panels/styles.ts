/** What the editor makes room for beside its frame; on a phone, the panel lies over it. */
export const BESIDE_STYLES = `
  @media (min-width: 641px) {
    :host([data-panel='beside']) section { inset-inline-end: 400px }
  }
`;

/** The looks of a panel beside the editor. */
export const PANEL_STYLES = `
  :host { display: contents }
  aside {
    position: fixed;
    z-index: calc(var(--nuxeo-office-online-z-index, 102) + 8);
    inset-block: var(--top, 52px) var(--nuxeo-app-bottom, 0);
    inset-inline-end: 0;
    box-sizing: border-box;
    width: 400px;
    padding: 0 16px 16px;
    overflow: auto;
    border-inline-start: 1px solid var(--nuxeo-border, GrayText);
    background: var(--nuxeo-box, Canvas);
    color: var(--nuxeo-text-default, CanvasText);
    outline: none;
  }
  [role='dialog'] { inset-inline-start: 0; margin: 16px auto; max-width: calc(100% - 32px); border: 1px solid var(--nuxeo-border, GrayText); box-shadow: 0 0 0 100vmax rgb(0 0 0 / 0.4) }
  .top { display: flex; align-items: center; justify-content: space-between; position: sticky; inset-block-start: 0; z-index: 1; background: inherit }
  h2 { margin: 8px 0; font-size: 15px; font-weight: 500 }
  p { margin: 8px 0; overflow-wrap: anywhere }
  ul { margin: 8px 0; padding: 0; list-style: none }
  li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding-block: 8px; border-block-end: 1px solid var(--nuxeo-border, GrayText) }
  li span { flex: 1 1 10em; overflow-wrap: anywhere }
  a { color: inherit }
  .buttons { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px }
  button { min-height: 36px; padding-inline: 12px; border: 1px solid; border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer }
  .primary { border-color: transparent; background: var(--nuxeo-button-primary, ButtonFace); color: var(--nuxeo-button-primary-text, ButtonText) }
  .icon { display: grid; place-items: center; width: 40px; height: 40px; padding: 0; border: 0 }
  [aria-disabled='true'] { opacity: 0.5; cursor: progress }
  :focus-visible { outline: 2px solid currentColor; outline-offset: -2px }
  @media (max-width: 640px) { aside { width: 100% } }
`;
