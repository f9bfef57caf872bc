import type { SavedTracker } from '../../src/save/saved-tracker.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { translate, type MessageKey } from '../../src/web-ui/i18n.js';
import { textLanguage } from '../../src/web-ui/text-language.js';

/** What the header says of the session: "Opening Word Online…", "Unsaved changes", "Saved 10:42". */
export interface StateText {
  text: string;
  /** What it is about, for where there is no room for words. A problem always has its words. */
  kind: 'busy' | 'opened' | 'changed' | 'saved' | 'problem';
}

const say = (kind: StateText['kind'], name: StateName, ...params: string[]): StateText => ({
  kind,
  text: translate(`officeOnline.state.${name}`, ...params),
});

type StateName = MessageKey extends infer Key
  ? Key extends `officeOnline.state.${infer Name}`
    ? Name
    : never
  : never;

/** What there is to say now; `undefined` where a notice says it. */
export function stateText({ state, file, saved, isReading, leaving }: OpenFile): StateText | undefined {
  const product = file?.offer.product ?? '';
  const { phase } = state;
  if (!navigator.onLine) return say('problem', 'offline');
  switch (phase) {
    case 'requesting':
      return say('busy', 'requesting');
    case 'posting':
    case 'loading':
      return say('busy', 'loading', product);
    case 'ready':
    case 'modified':
      if (isReading) return say('opened', 'reading');
      if (leaving === 'waiting') return say('busy', 'leaving');
      return savedText(saved) ?? say('opened', 'ready', product);
    default:
      return undefined;
  }
}

/** What is known of the changes; `undefined` where there is nothing to say, or no knowing. */
function savedText(saved?: SavedTracker): StateText | undefined {
  const { word, failure } = saved?.state ?? {};
  if (word === 'failed') return say('problem', 'save-failed', failure || '?');
  if (word === 'lost') return say('problem', 'lost');
  if (word === 'changed') return say('changed', 'modified');
  if (saved?.isLate) return say('problem', 'late');
  if (!saved?.savedAt || !saved.isSaved) return undefined;
  const time = new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short' }).format(saved.savedAt);
  return say('saved', 'saved', time);
}
