import { html, svg, type TemplateResult } from 'lit/html.js';

/**
 * An icon of lines, 24 by 24, in the colour of the text around it.
 * @param content SVG, every element with an end tag, for the build takes away slashes; or the path of its one line
 */
export const icon = (content: TemplateResult<2> | string): TemplateResult =>
  html`<svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${typeof content === 'string' ? svg`<path d=${content}></path>` : content}
  </svg>`;
