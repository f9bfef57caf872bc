import './entry/contributions.js';
import type { NuxeoOfficeOnlineEditor } from './editor/nuxeo-office-online-editor.js';
import type { NuxeoOfficeOnlineAction } from './entry/nuxeo-office-online-action.js';
import type { NuxeoOfficeOnlineCreate } from './entry/nuxeo-office-online-create.js';
import type { NuxeoOfficeOnlineInfo } from './entry/nuxeo-office-online-info.js';
import type { NuxeoOfficeOnlinePage } from './entry/nuxeo-office-online-page.js';
import type { NuxeoOfficeOnlineStatus } from './entry/nuxeo-office-online-status.js';
import type { NuxeoOfficeOnlineSelection } from './places/nuxeo-office-online-selection.js';

export { createOfficeDocument } from './create-office-document.js';
export { openOfficeOnline } from './open-office-online.js';
export type { OfficeOnlineDetail, OfficeOnlineFailedDetail } from '../src/events.js';
export type { Offer } from '../src/offer/offers.js';
export type { NotMade } from '../src/create/not-made.js';
export type { FailureReason } from '../src/failure.js';
export type { Route, RouteAction } from '../src/address/route.js';

declare global {
  interface HTMLElementTagNameMap {
    'nuxeo-office-online-action': NuxeoOfficeOnlineAction;
    'nuxeo-office-online-create': NuxeoOfficeOnlineCreate;
    'nuxeo-office-online-editor': NuxeoOfficeOnlineEditor;
    'nuxeo-office-online-info': NuxeoOfficeOnlineInfo;
    'nuxeo-office-online-page': NuxeoOfficeOnlinePage;
    'nuxeo-office-online-selection': NuxeoOfficeOnlineSelection;
    'nuxeo-office-online-status': NuxeoOfficeOnlineStatus;
  }
}
