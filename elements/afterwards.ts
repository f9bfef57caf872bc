import { isShown, refreshDocument } from '../src/app.js';
import { followSave, type Outcome } from '../src/follow-save.js';
import { patienceFor } from '../src/auto-save.js';
import { released } from '../src/hold.js';
import { isRecord, stringOf } from '../src/narrow.js';
import { fileOf } from '../src/read-route.js';
import type { Route } from '../src/route.js';
import { TabLine } from '../src/tab-line.js';
import { actions } from './nuxeo-office-online-action.js';

export { tokenNotice } from './token-notice.js';

/** What is still followed, by file: a new session of the same file ends it. */
const followed = new Map<string, AbortController>();

function follow(outcome: Outcome): void {
  const file = fileOf(outcome.route);
  stopFollowing(file);
  const abort = new AbortController();
  followed.set(file, abort);
  void followSave(outcome, abort.signal).finally(() => {
    if (followed.get(file) === abort) followed.delete(file);
  });
}

function stopFollowing(file: string): void {
  followed.get(file)?.abort();
  followed.delete(file);
}

/** Files that another tab has open and whose end is waited for. */
const awaited = new Set<string>();

/** The file that this tab has open. */
let openFile: string | undefined;

export const line = new TabLine((message, file) => {
  if (message === 'come-forward' && file === openFile) window.focus();
  if (message === 'saved') refreshDocument(documentOf(file));
  if (message === 'opened' && isShown(documentOf(file))) awaitEnd(file);
  if (message === 'closed' && awaited.delete(file)) followFromHere(file);
});

const documentOf = (file: string) => file.split('/')[1] ?? '';

/** The other tab's end is seen even when it just vanishes. */
function awaitEnd(file: string): void {
  awaited.add(file);
  void released(file).then(() => {
    if (awaited.delete(file)) followFromHere(file);
  });
}

/** Follows what another tab has edited, from the state in which this one shows it. */
function followFromHere(file: string): void {
  for (const { route, blob, offer } of actions) {
    if (route && offer && fileOf(route) === file && isRecord(blob)) {
      follow({
        route,
        fileName: stringOf(blob.name),
        digest: stringOf(blob.digest),
        patience: patienceFor(offer.app),
      });
      return;
    }
  }
}

/** A session of that file begins in this tab: whatever an earlier one left is followed no more. */
export function startHere(file: string): void {
  openFile = file;
  stopFollowing(file);
}

/** The file is open: other tabs hear of it, and what the editor had for itself in the address has been passed on. */
export function openedHere(file: string): void {
  line.tell('opened', file);
  const url = new URL(location.href);
  const passed = ['wdPreviousSession', 'wdPreviousCorrelation'].filter((name) => url.searchParams.has(name));
  passed.forEach((name) => url.searchParams.delete(name));
  if (passed.length) history.replaceState(history.state, '', url);
}

/** The session of that file is over in this tab. @param outcome absent when there is nothing to follow */
export function endHere(route: Route, outcome?: Outcome): void {
  const file = fileOf(route);
  if (openFile === file) openFile = undefined;
  focusAction(route);
  if (!outcome) return;
  line.tell('closed', file);
  follow(outcome);
}

/** Focuses the action of that file as soon as it can be seen, unless the person has gone on meanwhile. */
function focusAction({ documentId, xpath }: Route): void {
  const deadline = performance.now() + 5000;
  const look = () => {
    if (performance.now() > deadline || document.activeElement !== document.body) return;
    const action = [...actions].find(
      (candidate) =>
        !candidate.also &&
        candidate.route?.documentId === documentId &&
        candidate.route.xpath === xpath &&
        candidate.getClientRects().length,
    );
    if (action) action.focus();
    else requestAnimationFrame(look);
  };
  look();
}
