/** The looks of who else is there. On a phone there is one disc with their number. */
export const PRESENCE_STYLES = `
  :host { flex: none; display: flex; align-items: center; position: relative }
  :host([hidden]) { display: none }
  ul { display: flex; margin: 0; padding: 0; list-style: none }
  button { font: inherit; cursor: pointer }
  .disc {
    box-sizing: border-box;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    margin-inline-end: -4px;
    padding: 0;
    border: 2px solid var(--nuxeo-app-header-background, Canvas);
    border-radius: 50%;
    background: var(--colour, transparent);
    color: var(--ink, inherit);
    font-size: 12px;
    font-weight: 500;
  }
  .reads { border: 2px dashed var(--colour); background: var(--nuxeo-app-header-background, Canvas); color: inherit }
  summary { list-style: none; cursor: pointer }
  summary.disc { border-color: currentColor }
  summary::-webkit-details-marker { display: none }
  [aria-pressed='true'].disc { outline: 2px solid currentColor }
  :focus-visible { outline: 2px solid currentColor; outline-offset: -2px; z-index: 1 }
  details ul {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    flex-direction: column;
    box-sizing: border-box;
    width: max-content;
    max-width: min(280px, 90vw);
    max-height: 50vh;
    overflow-y: auto;
    padding: 4px;
    border: 1px solid var(--nuxeo-border, GrayText);
    background: var(--nuxeo-box, Canvas);
    color: var(--nuxeo-text-default, CanvasText);
  }
  details button {
    width: 100%;
    min-height: 32px;
    padding: 4px 8px;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }
  [aria-pressed='true']:not(.disc) { font-weight: 700 }
  details button:hover { background: color-mix(in srgb, currentColor 12%, transparent) }
  .none, .phone { display: none }
  .spoken { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; margin: 0; overflow: hidden; white-space: nowrap }
  @media (max-width: 640px) {
    .discs, .desk { display: none }
    .none { display: block }
    .phone { display: inline }
    details ul { position: fixed; inset-block-start: auto; inset-inline: 8px; width: auto; max-width: none }
  }
  @media (forced-colors: active) {
    .disc { border-color: CanvasText; forced-color-adjust: none; background: Canvas; color: CanvasText }
  }
`;
