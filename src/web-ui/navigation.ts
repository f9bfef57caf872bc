import { formatRoute, type Route } from '../address/route.js';
import { application } from './globals.js';
import { hrefOf } from './router.js';

/** Leads Web UI to an editor's address, as a click on its link does. */
export function goTo(route: Route): void {
  const router = application()?.router;
  // Without a hash in the address, setting the address would load the whole page anew.
  if (router?.useHashbang === false) router.navigate(formatRoute(route));
  else location.assign(hrefOf(route));
}
