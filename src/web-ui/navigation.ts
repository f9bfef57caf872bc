import { formatRoute, type Route } from '../address/route.js';
import { application } from './globals.js';
import { hrefOf, hrefOfPath } from './router.js';

/** The link to the document's own page, or to one of its tabs: `permissions`, `history`. */
export const hrefOfDocument = (id: string, tab?: string): string =>
  hrefOfPath(application()?.router?.document(id, tab) ?? `/doc/${id}${tab ? `?p=${tab}` : ''}`);

/** Leads Web UI to an editor's address, as a click on its link does. */
export function goTo(route: Route): void {
  const router = application()?.router;
  // Without a hash in the address, setting the address would load the whole page anew.
  if (router?.useHashbang === false) router.navigate(formatRoute(route));
  else location.assign(hrefOf(route));
}

/** The browser's own list of a window's addresses, without those of its frames. Safari before 26.2 has none. */
interface NavigationHistory {
  currentEntry?: { key: string } | null;
  entries(): { key: string }[];
  traverseTo(key: string): { committed: Promise<unknown>; finished: Promise<unknown> };
}

const navigationHistory = () => (window as { navigation?: NavigationHistory }).navigation;

/** Which entry of the history this is, where the browser tells. */
export const currentEntry = (): string | undefined => navigationHistory()?.currentEntry?.key;

/**
 * Leads back to where a person came from, in one step whatever an editor has put into the history, so that “Back” then
 * leads on to what was before.
 * @param entry that of the history; without it, `href` takes the place of what is there now
 */
export function goBack(entry: string | undefined, href: string): void {
  const list = navigationHistory();
  if (!entry || !list?.entries().some(({ key }) => key === entry)) return location.replace(href);
  const { committed, finished } = list.traverseTo(entry);
  // Another navigation may come in between: then that is where the person wants to go.
  for (const step of [committed, finished]) step.catch(() => undefined);
}
