import type { FailureReason } from './failure.js';
import type { RouteAction } from './route.js';

/** What the events of a session tell: which file, and what was to be done with it. */
export interface OfficeOnlineDetail {
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

declare global {
  interface GlobalEventHandlersEventMap {
    'office-online-opened': CustomEvent<OfficeOnlineDetail>;
    'office-online-saved': CustomEvent<OfficeOnlineDetail>;
    'office-online-closed': CustomEvent<OfficeOnlineDetail>;
    'office-online-failed': CustomEvent<OfficeOnlineFailedDetail>;
  }
}
