import { fileOf } from '../address/read-route.js';
import type { Route } from '../address/route.js';
import { closeToast, notify } from '../web-ui/application.js';
import { translate } from '../web-ui/i18n.js';
import { refreshDocument } from '../web-ui/shown-document.js';
import { lookAt, type Look } from './look.js';
import { firstLook, watchForSave } from './save-watch.js';
import { isAtRisk, isFinal, isSaved, mayBeLost, type SavedState } from './saved-state.js';

/** What is to be known of a file when its editor is closed. */
export interface Outcome {
  route: Omit<Route, 'action'>;
  fileName: string;
  /** What was known of its changes then. */
  saved: SavedState;
  /** Seconds that a change can take to arrive in Nuxeo. */
  patience: number;
}

/** What a person can be told of a file that is closed. */
type Word = 'soon' | 'on-its-way' | 'arrived' | 'updated' | 'failed' | 'missing' | 'unsure';

/** What the person is told at once; nothing where there is nothing to wait for that is known of. */
function firstWord(saved: SavedState): Word | undefined {
  const { word, request } = saved;
  if (word === 'silent') return 'soon';
  if (word === 'failed' || word === 'lost') return 'failed';
  if (isAtRisk(saved)) return 'on-its-way';
  // An editor that has nothing to save says so at once: where it is silent, it is saving what it has not told of.
  if (request === 'waiting') return 'soon';
  return isSaved(saved) && request === 'answered' ? 'arrived' : undefined;
}

/**
 * What the person is told when one more save has been seen; `owed` counts those that the editor has told of. Where it
 * has told of none, somebody else's save proves nothing of this person's last changes.
 */
function wordForSave(saved: SavedState, owed: number, { isOwn }: Look): Word | undefined {
  if (saved.word === 'lost') return undefined;
  if (!isAtRisk(saved)) return 'updated';
  if (saved.word === 'saved') return owed > 0 ? undefined : 'arrived';
  return isOwn ? 'arrived' : 'unsure';
}

/**
 * Follows a file whose editor was closed until what was changed has reached Nuxeo: each save makes the document that
 * shows it fresh, and the person is told what is known, no more (docs/architecture.md "Saved").
 * @param signal ends it, when the file is opened again
 * @param look what the server has now
 */
export async function followSave(
  outcome: Outcome,
  signal: AbortSignal,
  look: () => Promise<Look> = () => lookAt(outcome.route),
): Promise<void> {
  const { route, fileName, saved } = outcome;
  const patience = isFinal(saved) ? 0 : outcome.patience;
  const id = `office-online-${fileOf(route)}`.replace(/[^\w-]/g, '');
  let told: Word | undefined;
  const tell = (word: Word | undefined, stays = false) => {
    if (!word) return;
    told = word;
    notify(translate(`officeOnline.save.${word}`, fileName), id, stays);
  };
  const first = firstWord(saved);
  tell(first, first === 'on-its-way');
  // What is told of what is to come is true no more when the file is open again.
  signal.addEventListener('abort', () => told && closeToast(id), { once: true });

  const end = performance.now() + patience * 1000;
  // A save that is there already was made while the editor was open. It counts where no change is known of after it.
  const atOnce = await firstLook(look, patience, signal);
  let digest = atOnce?.digest ?? saved.digest;
  let hasNews = digest !== saved.digest;
  let owed = saved.owed;
  const handleSave = (seen: Look) => {
    refreshDocument(route);
    owed -= 1;
    tell(wordForSave(saved, owed, seen));
  };
  const counts = saved.word === 'saved' || (saved.word === 'clean' && first === 'soon');
  if (atOnce && hasNews && counts) handleSave(atOnce);
  else if (hasNews) refreshDocument(route);
  while (told !== 'arrived' && patience && !signal.aborted) {
    const left = Math.max(0, end - performance.now()) / 1000;
    const seen = await watchForSave({ digest, look, patience: left, signal });
    if (!seen) break;
    digest = seen.digest;
    hasNews = true;
    handleSave(seen);
  }
  const isOpenQuestion = mayBeLost(saved) && saved.word !== 'failed' && told === first;
  if (isOpenQuestion && !signal.aborted) tell(hasNews ? 'unsure' : 'missing');
}
