import { fileOf, partsOf } from '../../src/address/read-route.js';
import type { Route } from '../../src/address/route.js';
import { isRecord, stringOf } from '../../src/narrow.js';
import { shownActions } from '../../src/offer/shown-actions.js';
import { patienceFor } from '../../src/save/auto-save.js';
import { followLock, lookAtLockToo } from '../../src/save/follow-lock.js';
import { followSave, type Outcome } from '../../src/save/follow-save.js';
import { initialState, isFinal } from '../../src/save/saved-state.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { whenUnlocked } from '../../src/tabs/file-lock.js';
import { TabChannel } from '../../src/tabs/tab-channel.js';
import { isShown, refreshDocument } from '../../src/web-ui/shown-document.js';
import { followMenu } from './follow-menu.js';
import { followPanels } from './follow-panels.js';
import { followPresence } from './follow-presence.js';
import type { NuxeoOfficeOnlineEditor } from './nuxeo-office-online-editor.js';
import { returnFocus } from './return-focus.js';

export { setAside } from '../../src/web-ui/background.js';
export { hrefOfDocument, otherWebUi } from '../../src/web-ui/document-link.js';
export { goBack, placeBefore, placeBeneath } from '../../src/web-ui/history.js';
export { failureWords } from './failure-words.js';
export { laterStyles } from './later-styles.js';
export { tokenNotice } from './token-notice.js';

/** What is still followed, by file: a new session of the same file ends it. */
const followed = new Map<string, AbortController>();

/** Follows what a session has left: its saves, where there can be any, then its lock. */
async function follow(route: Omit<Route, 'action'>, outcome?: Outcome): Promise<void> {
  const file = fileOf(route);
  stopFollowing(file);
  const abort = new AbortController();
  followed.set(file, abort);
  const look = lookAtLockToo(route);
  if (outcome) await followSave(outcome, abort.signal, look);
  await followLock(look, abort.signal);
  if (followed.get(file) === abort) followed.delete(file);
}

function stopFollowing(file: string): void {
  followed.get(file)?.abort();
  followed.delete(file);
}

/** Files that another tab has open and whose end is waited for. */
const openElsewhere = new Set<string>();

/** The file that this tab has open. */
let openHere: string | undefined;

const tabs = new TabChannel((message, file) => {
  if (message === 'come-forward' && file === openHere) window.focus();
  if (message === 'saved') refreshDocument(partsOf(file));
  if (message === 'opened' && isShown(partsOf(file))) awaitEndElsewhere(file);
  if (message === 'closed' || message === 'unchanged') openElsewhere.delete(file);
  if (message === 'closed') followFromHere(file);
  if (message === 'unchanged' && isShown(partsOf(file))) void follow(partsOf(file));
});

/** The other tab's lock tells of its end even when the tab just vanishes. */
function awaitEndElsewhere(file: string): void {
  openElsewhere.add(file);
  void whenUnlocked(file).then(() => {
    if (openElsewhere.delete(file)) followFromHere(file);
  });
}

/** Follows what another tab has edited, from the state in which this one shows it. */
function followFromHere(file: string): void {
  for (const { route, blob, offer } of shownActions) {
    if (route && offer && fileOf(route) === file && isRecord(blob)) {
      void follow(route, {
        route,
        fileName: stringOf(blob.name),
        saved: initialState(stringOf(blob.digest)),
        patience: patienceFor(offer.app, false, false),
      });
      return;
    }
  }
}

/**
 * Sees to all that a file which is open here means elsewhere: other tabs hear of it; what was saved is followed until
 * Nuxeo has it; the focus returns to the action.
 */
export function followUp(openFile: OpenFile, editor: NuxeoOfficeOnlineEditor): void {
  const file = fileOf(openFile.route);
  // A new session begins: what an earlier one has left in Nuxeo is followed no more.
  stopFollowing(file);
  if (openFile.isEnded) return;
  openHere = file;
  import('./follow-window.js').then(
    ({ followWindow }) => openFile.isEnded || followWindow(openFile, editor),
    // Without its code, tab and header are as they are.
    () => undefined,
  );
  followPresence(openFile, editor);
  followMenu(openFile, editor, followPanels(openFile, editor));
  const tellOpened = () => {
    // Who views changes nothing that other tabs could wait for.
    if (openFile.saved) tabs.tell('opened', file);
    dropPreviousSession();
  };
  if (openFile.wasOpen) tellOpened();
  openFile.subscribe(({ type }) => {
    if (type === 'opened') tellOpened();
    else if (type === 'saved') tabs.tell('saved', file);
    else if (type === 'ended') end(openFile, file);
  });
}

function end(openFile: OpenFile, file: string): void {
  if (openHere === file) openHere = undefined;
  returnFocus(file);
  const { outcome } = openFile;
  tabs.tell(!outcome || isFinal(outcome.saved) ? 'unchanged' : 'closed', file);
  if (openFile.saved && openFile.wasOpen) void follow(openFile.route, outcome);
}

/** Asks the tab that has the file open to show itself. */
export const askToComeForward = (route: Route): void => tabs.tell('come-forward', fileOf(route));

/** Takes off the address what an earlier session of the editor left there: it has been passed on. */
function dropPreviousSession(): void {
  const url = new URL(location.href);
  const passed = ['wdPreviousSession', 'wdPreviousCorrelation'].filter((name) => url.searchParams.has(name));
  passed.forEach((name) => url.searchParams.delete(name));
  if (passed.length) history.replaceState(history.state, '', url);
}
