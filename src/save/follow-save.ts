import { fileOf } from '../address/read-route.js';
import type { Route } from '../address/route.js';
import { closeToast, notify } from '../web-ui/application.js';
import { translate } from '../web-ui/i18n.js';
import { refreshDocument } from '../web-ui/shown-document.js';
import { digestAt } from './digest.js';
import { firstLook, watchForSave } from './save-watch.js';
import { isAtRisk, isSaved, type SavedState } from './saved-state.js';

/** What is to be known of a file when its editor is closed. */
export interface Outcome {
  route: Omit<Route, 'action'>;
  fileName: string;
  /** What was known of its changes then. */
  saved: SavedState;
  /** Whether the editor was asked at the end, and has said how it stands: nothing was typed since its last word. */
  isSure: boolean;
  /** Seconds that a change can take to arrive in Nuxeo. */
  patience: number;
}

/** What a person can be told of a file that is closed. */
type Word = 'soon' | 'on-its-way' | 'arrived' | 'updated' | 'failed' | 'missing' | 'unsure';

/** What the person is told at once; nothing where there is nothing to wait for that is known of. */
function firstWord({ saved, isSure }: Outcome): Word | undefined {
  if (saved.word === 'silent') return 'soon';
  if (saved.word === 'failed' || saved.word === 'lost') return 'failed';
  if (isAtRisk(saved)) return 'on-its-way';
  return isSaved(saved) && isSure ? 'arrived' : undefined;
}

/** What the person is told when one more save has been seen; `owed` counts those that the editor has told of. */
function wordForSave({ saved }: Outcome, owed: number): Word | undefined {
  if (saved.word === 'lost') return undefined;
  if (!isAtRisk(saved)) return 'updated';
  return owed > 0 ? undefined : 'arrived';
}

/**
 * Follows a file whose editor was closed until what was changed has reached Nuxeo: each save makes the document that
 * shows it fresh, and the person is told what is known, no more (docs/architecture.md "Saved").
 * @param signal ends it, when the file is opened again
 * @param look the blob's digest now
 */
export async function followSave(
  outcome: Outcome,
  signal: AbortSignal,
  look: () => Promise<string> = () => digestAt(outcome.route),
): Promise<void> {
  const { route, fileName, saved, isSure } = outcome;
  // The editor has said at the end that there is nothing more to come.
  const patience = isSure && !isAtRisk(saved) ? 0 : outcome.patience;
  const id = `office-online-${fileOf(route)}`.replace(/[^\w-]/g, '');
  const tell = (word: Word | undefined, stays = false) => {
    if (word) notify(translate(`officeOnline.save.${word}`, fileName), id, stays);
  };
  const first = firstWord(outcome);
  const waits = first === 'on-its-way';
  tell(first, waits);
  if (waits) signal.addEventListener('abort', () => closeToast(id), { once: true });

  const end = performance.now() + patience * 1000;
  const watch = (digest: string, seconds: number) =>
    watchForSave({ digest, look, patience: seconds, signal });
  // A save that is there already was made while the editor was open. It counts where the editor has told of one; of
  // what was changed after it, it proves nothing.
  const atOnce = (await firstLook(look, patience, signal)) ?? saved.digest;
  const isNewer = atOnce !== saved.digest;
  let digest = atOnce;
  let owed = saved.word === 'saved' ? saved.owed : 1;
  let arrived = false;
  const handleSave = () => {
    refreshDocument(route);
    owed -= 1;
    const word = wordForSave(outcome, owed);
    arrived ||= word === 'arrived';
    tell(word);
  };
  if (isNewer && saved.word === 'saved') handleSave();
  else if (isNewer) refreshDocument(route);
  while (patience && !signal.aborted) {
    const seen = await watch(digest, Math.max(0, end - performance.now()) / 1000);
    if (seen === undefined) break;
    digest = seen;
    handleSave();
  }
  if (waits && !arrived && !signal.aborted) tell(isNewer ? 'unsure' : 'missing');
}
