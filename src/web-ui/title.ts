import { application } from './globals.js';

/** What stays in the browser's title; empty while it is Web UI's own. */
let held = '';
/** Web UI's own title, to give back. */
let ofWebUi = '';
let observer: MutationObserver | undefined;

/** Remembers what Web UI has written, and takes it out of the title again. */
function keepTitle(): void {
  if (document.title === held) return;
  ofWebUi = document.title;
  document.title = held;
}

/**
 * Has the browser's title name what lies over Web UI, and keeps it when Web UI writes another one: it does so whenever it
 * shows a page or loads a document anew, beneath what is open too. One name is held at a time, the last one: two that
 * each put theirs back would never come to rest.
 */
export function holdTitle(name: string): void {
  observer ??= new MutationObserver(keepTitle);
  if (held) keepTitle();
  else ofWebUi = document.title;
  observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  document.title = [name, application()?.productName].filter(Boolean).join(' - ');
  // As the browser has it: it takes spaces out.
  held = document.title;
}

/** Shows Web UI's own title again, the last one that it has written. */
export function giveTitleBack(): void {
  if (!held) return;
  keepTitle();
  observer?.disconnect();
  held = '';
  document.title = ofWebUi;
}
