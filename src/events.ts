import type { RouteAction } from './address/route.js';
import type { FailureReason } from './failure.js';

/** What the events of a session tell: which file, and what was to be done with it. */
export interface OfficeOnlineDetail {
  /** The document's repository. */
  repository: string;
  /** The document's id. */
  documentId: string;
  /** Where the file stands in the document: `file:content`. */
  xpath: string;
  action: RouteAction;
}

/** What `office-online-failed` tells beside. */
export interface OfficeOnlineFailedDetail extends OfficeOnlineDetail {
  /** Why the session failed. */
  reason: FailureReason;
}

/** The events for integrators, each with its detail. Types, code and docs/elements.md take them from here. */
export interface OfficeOnlineEvents {
  /** the editor is there */
  'office-online-opened': OfficeOnlineDetail;
  /** all changes are saved in Nuxeo: the editor says so, as Collabora Online does, and the server has them */
  'office-online-saved': OfficeOnlineDetail;
  /** the session is over, though the last save may still be on its way to Nuxeo */
  'office-online-closed': OfficeOnlineDetail;
  /** the session could not begin, or has failed */
  'office-online-failed': OfficeOnlineFailedDetail;
}

type OfficeOnlineEventMap = {
  [Name in keyof OfficeOnlineEvents]: CustomEvent<OfficeOnlineEvents[Name]>;
};

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what it adds is in the table above
  interface GlobalEventHandlersEventMap extends OfficeOnlineEventMap {}
}

let page: EventTarget | undefined;

/** Has the events come from that element: our page in Web UI, unlike the editor, which lies over Web UI. */
export function tellEventsFrom(element: EventTarget): void {
  page = element;
}

/** Tells integrators of an event; it bubbles, and crosses shadow trees. */
export function tellEvent<Name extends keyof OfficeOnlineEvents>(
  name: Name,
  detail: OfficeOnlineEvents[Name],
  from: EventTarget = page ?? document.body,
): void {
  from.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}
