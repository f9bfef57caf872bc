import { application } from './globals.js';

/** Web UI's toasts, which stay in use (docs/host.md "Events"). */
const TOASTS = '#snackbarPanel';

/** What lies behind an element: all that is neither in it nor around it, but for Web UI's toasts. */
function partsBehind(front: Element): HTMLElement[] {
  // Toasts are inside the application's element, and what is inert has nothing in it that is not: so it is looked into.
  const around = new Set<unknown>();
  for (let node: unknown = front; node instanceof Node; node = node.parentNode ?? (node as ShadowRoot).host)
    around.add(node);
  around.add(application());
  const partsOf = (whole: Element): Element[] =>
    [...whole.children, ...(whole.shadowRoot?.children ?? [])].flatMap((part) => {
      if (part === front || part.matches(TOASTS)) return [];
      return around.has(part) ? partsOf(part) : part;
    });
  return partsOf(document.body).filter((part) => part instanceof HTMLElement);
}

const stop = (event: Event) => event.stopPropagation();

/**
 * Web UI's shortcuts listen on the body, whatever has the focus (docs/host.md "Pitfalls"): a key goes to what has the
 * focus, and to what is around that, but not to the body. Escape in what lies over the page beside the element is spared:
 * lists and calendars of Web UI's own dialogs wait for it on the document.
 */
function keepFromBody(event: Event, element: Element): void {
  const path = event.composedPath();
  const top = path[path.indexOf(document.body) - 1];
  if (top && (event as KeyboardEvent).key === 'Escape' && !path.includes(element)) return;
  if (top) top.addEventListener(event.type, stop, { once: true });
  else event.stopImmediatePropagation();
}

/**
 * Sets aside what lies behind an element: nobody gets there by pointer, keyboard or screen reader, and keys do nothing
 * there. What is added later, such as a dialog over the element, is spared.
 * @returns what makes all of it as it was
 */
export function setAside(element: Element): () => void {
  const parts = partsBehind(element).filter(({ inert }) => !inert);
  for (const part of parts) part.inert = true;
  const listener = (event: Event) => keepFromBody(event, element);
  for (const type of KEYS) window.addEventListener(type, listener, true);
  return () => {
    for (const part of parts) part.inert = false;
    for (const type of KEYS) window.removeEventListener(type, listener, true);
  };
}

const KEYS = ['keydown', 'keypress', 'keyup'];
