import { html, type TemplateResult } from 'lit';

const toolIcon = (path: string): TemplateResult =>
  html`<svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${path} />
  </svg>`;

export const closeIcon = toolIcon('M6 6l12 12M18 6L6 18');
export const fullScreenIcon = toolIcon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5');
export const newTabIcon = toolIcon('M13 4h7v7M20 4l-9 9M18 14v6H4V6h6');
