/** The browser's own list of a window's addresses, without those of its frames. Safari before 26.2 has none. */
interface NavigationHistory {
  currentEntry?: Entry | null;
  entries(): Entry[];
  traverseTo(key: string): { committed: Promise<unknown>; finished: Promise<unknown> };
}

interface Entry {
  key: string;
  index: number;
  url: string | null;
}

/** The entry of the history before an editor's own: where closing leads. */
export interface Place {
  /** The browser's key for it, where there is one. */
  key?: string;
  /** How many entries there were when the editor's own was the last; an editor may add more. */
  length: number;
}

/** Where an editor's entry keeps the key of the one before: for when the page is loaded anew. */
const NOTE = 'nuxeo-office-online:';

/** ms in which the browser goes back: where it then has not, there was no way. */
const PATIENCE = 1000;

const list = () => (window as { navigation?: NavigationHistory }).navigation;
const entryOf = (key: unknown) =>
  list()
    ?.entries()
    .find((entry) => entry.key === key);
const absolute = (href: string) => new URL(href, location.href).href;

/** The place where the person was before they came to the current entry, which is an editor's. */
export function placeBefore(): Place {
  const own = list()?.currentEntry;
  const before = own && list()?.entries()[own.index - 1];
  if (before) sessionStorage.setItem(NOTE + own.key, before.key);
  return { key: before?.key, length: history.length };
}

/**
 * The place for an editor that was not opened by a click. Where none is known, such as from before a reload, the
 * document's address is put beneath the editor's own: so “Close” leads there in one step, as after a click.
 */
export function placeBeneath(href: string): Place {
  const own = list()?.currentEntry;
  const known = own && entryOf(sessionStorage.getItem(NOTE + own.key));
  if (known) return { key: known.key, length: history.length };
  const before = own && list()?.entries()[own.index - 1];
  if (before?.url !== absolute(href)) {
    const state: unknown = history.state;
    const address = location.href;
    history.replaceState(null, '', href);
    history.pushState(state, '', address);
  }
  return placeBefore();
}

/**
 * Leads back to a place, in one step whatever an editor has put into the history, so that “Back” then leads on to what
 * was before.
 * @param href what is there; without a place, it takes the place of what is there now
 */
export function goBack(place: Place | undefined, href: string): void {
  if (place && entryOf(place.key)) {
    const { committed, finished } = list()!.traverseTo(place.key!);
    // Another navigation may come in between: then that is where the person wants to go.
    for (const step of [committed, finished]) step.catch(() => undefined);
  } else if (place) goBackBySteps(place.length, href);
  else location.replace(href);
}

/** Without the browser's list: who has gone back within the editor gets too far, which is corrected. */
function goBackBySteps(length: number, href: string): void {
  const address = location.href;
  const correct = () => {
    clearTimeout(timer);
    window.removeEventListener('popstate', correct);
    if (location.href !== absolute(href)) location.replace(href);
  };
  const timer = setTimeout(() => location.href === address && correct(), PATIENCE);
  window.addEventListener('popstate', correct);
  history.go(length - 1 - history.length);
}
