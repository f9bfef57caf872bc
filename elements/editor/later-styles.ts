import { css } from 'lit';

/** The editor's looks on a phone, in forced colours and with less motion, and its banner: a moment later than the others. */
export const laterStyles = css`
  @media (max-width: 640px) {
    header {
      flex-wrap: wrap;
    }
    h1 {
      flex: 1 0 0;
      max-width: none;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .title,
    header a,
    header [aria-pressed] {
      display: none;
    }
    header .unfold {
      display: grid;
    }
    header .state {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
    }
    .unfolded h1 {
      display: block;
    }
    .unfolded .state {
      position: static;
      clip-path: none;
      width: 100%;
      order: 1;
    }
  }
  @media (forced-colors: active) {
    .spinner {
      forced-color-adjust: none;
      border-color: GrayText;
      border-block-start-color: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: none;
    }
  }
  a:dir(rtl) svg {
    scale: -1 1;
  }
  details {
    max-width: 100%;
    font-size: 13px;
    text-align: start;
  }
  summary {
    cursor: pointer;
    text-align: center;
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .banner {
    margin: 8px 16px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 16px;
    padding: 8px 16px;
    border: 1px solid var(--nuxeo-warn-text, CanvasText);
    border-radius: 4px;
    background: var(--nuxeo-box, Canvas);
    font-size: 15px;
  }
  .banner p {
    margin: 0;
  }
`;
