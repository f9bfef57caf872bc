import './nuxeo-office-online.js';
import type { NuxeoOfficeOnlineAction } from './nuxeo-office-online-action.js';
import type { NuxeoOfficeOnlineEditor } from './nuxeo-office-online-editor.js';
import type { NuxeoOfficeOnlinePage } from './nuxeo-office-online-page.js';

export { openOfficeOnline } from './open-office-online.js';
export type { OfficeOnlineDetail, OfficeOnlineFailedDetail } from '../src/events.js';
export type { Offer } from '../src/actions.js';
export type { FailureReason } from '../src/failure.js';
export type { Route, RouteAction } from '../src/route.js';

declare global {
  interface HTMLElementTagNameMap {
    'nuxeo-office-online-action': NuxeoOfficeOnlineAction;
    'nuxeo-office-online-editor': NuxeoOfficeOnlineEditor;
    'nuxeo-office-online-page': NuxeoOfficeOnlinePage;
  }
}
