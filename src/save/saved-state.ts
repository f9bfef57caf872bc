/**
 * What is known of a file's changes. Two witnesses are kept apart: the editor, which says what it has done, and the
 * server, whose digest of the blob tells what it has. Only both together make "saved".
 */
export interface SavedState {
  /**
   * The editor's last word. `silent`: it tells nothing of changes. `clean`: it would, and has told of none. `lost`: it
   * was started anew while changes were unsaved.
   */
  readonly word: 'silent' | 'clean' | 'changed' | 'saved' | 'failed' | 'lost';
  /** Why the last save failed, in the editor's own words; empty when it did not. */
  readonly failure: string;
  /** How many saves the editor has told of that the server has not shown yet: each brings a new digest. */
  readonly owed: number;
  /** The digest that the server was last seen with; empty where it sends none. */
  readonly digest: string;
  /** Whether the editor was asked to save, and has answered: after an answer, nothing is unsaved that is not told. */
  readonly request: 'none' | 'waiting' | 'answered';
}

export type SaveWitness =
  /** The editor has loaded the document; whether it tells of every change. A second time, what was unsaved is lost. */
  | { type: 'loaded'; tellsSaved: boolean }
  /** The editor has changes, or has none any more. */
  | { type: 'modified' | 'unmodified' }
  /** It is asked to save. */
  | { type: 'asked' }
  /** It was asked to save, and has; says that there is nothing to save; or could not. */
  | { type: 'save-done' | 'nothing-to-save' }
  | { type: 'save-failed'; text: string }
  /** So long after its last word on changes that it has saved all of them by itself. */
  | { type: 'settled' }
  /** The person has it taken away and another one opened: what was not saved it may save when it is left, or may not. */
  | { type: 'replaced' }
  /** The server was looked at. */
  | { type: 'seen'; digest: string };

/** The state when a file opens. @param digest that the blob has then */
export const initialState = (digest: string): SavedState => ({
  word: 'silent',
  failure: '',
  owed: 0,
  digest,
  request: 'none',
});

/** What is known after one more word of a witness; the same state where it brings nothing new. */
export function afterWitness(state: SavedState, witness: SaveWitness): SavedState {
  const { word, owed, request } = state;
  switch (witness.type) {
    case 'loaded':
      return loaded(state, witness.tellsSaved);
    case 'modified':
      // After a failed save, more changes are as unsaved as those before: the failure stays the news.
      return changed(state, {
        word: word === 'failed' ? word : 'changed',
        request: request === 'answered' ? 'none' : request,
      });
    case 'unmodified':
      // An editor that was started anew has no changes either: that is no save.
      return word === 'changed' || word === 'failed' ? saved(state) : state;
    case 'asked':
      return changed(state, { request: 'waiting' });
    case 'nothing-to-save':
      // Told of changes too that the server has refused (docs/wopi-clients.md "Seen with LibreOffice Online").
      return answered(state);
    case 'save-done':
      // One save is told of twice: by the answer to who asked for it, and by there being no changes any more.
      return word === 'saved' && request !== 'waiting' ? state : saved(state);
    case 'save-failed':
      return answered({ ...state, word: 'failed', failure: witness.text });
    case 'replaced':
      return word === 'changed' || word === 'failed' ? { ...state, word: 'silent', failure: '' } : state;
    case 'settled':
      return word === 'changed' ? { ...state, word: 'silent' } : state;
    case 'seen':
      if (witness.digest === state.digest) return state;
      return { ...state, digest: witness.digest, owed: Math.max(0, owed - 1) };
  }
}

/** The same state where nothing of it changes. */
const changed = (state: SavedState, news: Pick<SavedState, 'request'> & Partial<SavedState>): SavedState =>
  news.request === state.request && (news.word ?? state.word) === state.word ? state : { ...state, ...news };

const answered = (state: SavedState): SavedState =>
  state.request === 'waiting' ? { ...state, request: 'answered' } : state;

const saved = (state: SavedState): SavedState =>
  answered({ ...state, word: 'saved', failure: '', owed: state.owed + 1 });

/** The editor is there, for the first time or anew: then it knows nothing any more of what it has told before. */
function loaded(state: SavedState, tellsSaved: boolean): SavedState {
  const { word } = state;
  if (!tellsSaved) return state;
  if (word === 'changed' || word === 'failed')
    return { ...state, word: 'lost', failure: '', owed: 0, request: 'none' };
  return word === 'silent' || isSaved(state) ? { ...state, word: 'clean', request: 'none' } : state;
}

/** Whether all changes that are known of are known to be in Nuxeo. */
export const isSaved = ({ word, owed }: SavedState): boolean => word === 'saved' && owed === 0;

/** Whether there are changes that are not known to be saved: leaving may lose them. */
export const isAtRisk = ({ word, owed }: SavedState): boolean =>
  word === 'changed' || word === 'failed' || (word === 'saved' && owed > 0);

/** Whether leaving may have lost something: known changes, or what an editor that does not answer may have. */
export const mayBeLost = (state: SavedState): boolean => isAtRisk(state) || state.request === 'waiting';

/** Whether nothing more is to come: the editor has answered at the end, and all that it has told of is in Nuxeo. */
export const isFinal = (state: SavedState): boolean => state.request === 'answered' && !isAtRisk(state);
