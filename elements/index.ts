import './nuxeo-office-online.js';

export { openOfficeOnline } from './open-office-online.js';
export type { OfficeOnlineDetail, OfficeOnlineFailedDetail } from '../src/events.js';
export type { Offer } from '../src/actions.js';
export type { FailureReason } from '../src/failure.js';
export type { Route, RouteAction } from '../src/route.js';
