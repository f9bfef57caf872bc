import { css } from 'lit';

export const editorStyles = css`
  :host {
    --top: calc(var(--nuxeo-app-top, 0px) + var(--header-height, 52px));
    color: var(--nuxeo-text-default, CanvasText);
    font-family: var(--nuxeo-app-font, system-ui, sans-serif);
    font-size: 13px;
  }
  /* Over Web UI's banners, which stay until they are dealt with; the frame under its toasts and dialogs. */
  header {
    position: fixed;
    inset: var(--nuxeo-app-top, 0) 0 auto;
    z-index: calc(var(--nuxeo-office-online-z-index, 102) + 900);
    box-sizing: border-box;
    min-height: 52px;
    display: flex;
    align-items: center;
    gap: 0 8px;
    padding: 4px 8px;
    padding-inline-start: 16px;
    background: var(--nuxeo-app-header-background, Canvas);
    color: var(--nuxeo-app-header, CanvasText);
    border-block-end: 1px solid var(--nuxeo-border, GrayText);
    outline: none;
  }
  svg {
    flex: none;
  }
  h1,
  header p {
    margin: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  h1 {
    flex: none;
    max-width: 50%;
    font-size: 15px;
    font-weight: 500;
  }
  .title {
    flex-shrink: 99;
  }
  header .state {
    margin-inline-start: auto;
    overflow: visible;
    white-space: normal;
    overflow-wrap: break-word;
  }
  header button,
  header a {
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  header .unfold {
    display: none;
  }
  header button:hover,
  header a:hover {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  :focus-visible {
    outline: 2px solid currentColor;
    outline-offset: -2px;
  }
  section {
    position: fixed;
    inset: var(--top) 0 var(--nuxeo-app-bottom, 0);
    z-index: var(--nuxeo-office-online-z-index, 102);
    display: flex;
    flex-direction: column;
    overflow-y: auto;
    background: var(--nuxeo-page-background, Canvas);
  }
  /* The banner stands above the frame, whose own menus people need to save; on little screens both are scrolled. */
  ::slotted(iframe) {
    position: relative;
    flex: 1 0 60%;
    width: 100%;
    border: 0;
  }
  .notice {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: 16px;
    padding: 16px;
    overflow: auto;
    font-size: 15px;
    text-align: center;
  }
  .notice p {
    max-width: 36em;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .notice small {
    display: block;
    margin-block-start: 8px;
    font-size: 13px;
  }
  .spinner {
    width: 32px;
    height: 32px;
    border: 3px solid var(--nuxeo-border, GrayText);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  section button,
  dialog button {
    min-height: 36px;
    padding-inline: 16px;
    border: 1px solid;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .primary {
    border-color: transparent;
    background: var(--nuxeo-button-primary, ButtonFace);
    color: var(--nuxeo-button-primary-text, ButtonText);
  }
`;
