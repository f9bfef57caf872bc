import { fileTypeOf } from '../file-types.js';
import type { Blob } from './blob.js';

/** A picture of a page with the first letter of the file's app on it, in that app's colour. */
export function thumbnailOf(blob: Blob | undefined): string {
  const app = fileTypeOf(blob?.name ?? '')?.app;
  const colour = app ? { Word: '#1f4fa3', Excel: '#1a6b41', PowerPoint: '#b7391b' }[app] : '#6c6f7c';
  const lines = [20, 28, 36].map((y) => `<path d="M14 ${y}h36" stroke="#c8cad0" stroke-width="3"/>`);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 80" width="128" height="160">',
    '<path d="M4 2h56v76H4z" fill="#fff" stroke="#c8cad0" stroke-width="2"/>',
    ...lines,
    `<path d="M14 46h28v24H14z" fill="${colour}"/>`,
    `<text x="28" y="64" fill="#fff" font-family="sans-serif" font-size="16" text-anchor="middle">${app?.[0] ?? ''}</text>`,
    '</svg>',
  ].join('');
}
