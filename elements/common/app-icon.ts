import { svg, type TemplateResult } from 'lit/html.js';
import type { AppKind } from '../../src/offer/applications.js';
import { icon } from './icon.js';

const LETTERS: Record<AppKind, string> = {
  word: 'M5 9.5l1.5 5.5 1.5-5 1.5 5 1.5-5.5',
  excel: 'M5.5 9.5l5 5m0-5l-5 5',
  powerpoint: 'M6.5 15V9.5h2a1.6 1.6 0 0 1 0 3.2h-2',
  office: 'M5.5 10h5M5.5 14h5',
};

/**
 * The application's icon, 24 by 24, in the colour of the text around it: a sheet behind the letter's tile. The tile is
 * empty for who only views, so that “Edit” and “View” can be told apart where they stand side by side.
 */
export const appIcon = (app: AppKind, isView?: boolean): TemplateResult =>
  icon(
    svg`<path d="M8 5V3h13v18H8v-2M17 8h1M17 12h1M17 16h1"></path>
    <rect x="2" y="6" width="12" height="12" rx="1" fill=${isView ? 'none' : 'currentColor'}></rect>
    <path d=${LETTERS[app]}></path>`,
  );

/** What goes with `appIcon` into an element's styles: the letter in its tile, which forced colours would hide. */
export const LETTER_STYLES = `
  [fill='currentColor'] + path { stroke: var(--nuxeo-box, Canvas) }
  @media (forced-colors: active) { [fill='currentColor'] + path { stroke: Canvas } }
`;
