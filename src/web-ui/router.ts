import { formatRoute, type Route } from '../address/route.js';
import { application } from './globals.js';

/** The link to a path of Web UI's router, as it stands in an `href`. */
export function hrefOfPath(path: string): string {
  const router = application()?.router;
  return (router?.useHashbang === false ? (router.baseUrl ?? '') : '#!') + path;
}

/** The link to an editor. */
export const hrefOf = (route: Route): string => hrefOfPath(formatRoute(route));
