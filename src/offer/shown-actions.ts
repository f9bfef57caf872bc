import type { Route } from '../address/route.js';
import type { Offer } from './offers.js';

/** An action that is in the page, as far as others may know of it. */
export interface ShownAction extends HTMLElement {
  readonly route?: Route;
  readonly offer?: Offer;
  /** Whether it shows what is offered beside the first. */
  readonly also: boolean;
  /** The blob as Web UI has it. */
  readonly blob: unknown;
}

/** The actions that are in the page now: after closing, the focus returns to one, and its blob tells what is shown. */
export const shownActions = new Set<ShownAction>();
