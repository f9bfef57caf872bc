import type { FailureReason } from './failure.js';
import { formatRoute, type Route } from './route.js';

/** What a click passes on to the page that it leads to, so that nothing is asked for twice. */
export interface Handover {
  /** The document as Web UI has it, with its enrichers. */
  document: unknown;
  /** The address to come back to at the end. */
  from: string;
  /** What already went wrong. */
  failure?: FailureReason;
}

let pending: { path: string; handover: Handover } | undefined;

/** Leaves the handover for the page at that route. */
export function handOver(route: Route, handover: Handover): void {
  pending = { path: formatRoute(route), handover };
}

/** Takes what was left for this route, once; what was left for another is dropped. */
export function takeOver(route: Route): Handover | undefined {
  const taken = pending?.path === formatRoute(route) ? pending.handover : undefined;
  pending = undefined;
  return taken;
}
