import { isAtRisk, isSaved } from '../../src/save/saved-state.js';
import type { SavedTracker } from '../../src/save/saved-tracker.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { translate } from '../../src/web-ui/i18n.js';
import { textLanguage } from '../../src/web-ui/text-language.js';

/** What the header says of the session: "Opening Word Online…", "Unsaved changes", "Saved 10:42". */
export function stateText({ state, file, saved, isReading, isLeaving }: OpenFile): string {
  const product = file?.offer.product ?? '';
  const { phase } = state;
  if (!navigator.onLine) return translate('officeOnline.state.offline');
  switch (phase) {
    case 'requesting':
      return translate('officeOnline.state.requesting');
    case 'posting':
    case 'loading':
      return translate('officeOnline.state.loading', product);
    case 'ready':
    case 'modified':
      if (isReading) return translate('officeOnline.state.reading');
      if (isLeaving && saved && isAtRisk(saved.state)) return translate('officeOnline.state.leaving');
      return savedText(saved) || translate('officeOnline.state.ready', product);
    default:
      return '';
  }
}

/** What is known of the changes; empty where there is nothing to say, or no knowing. */
function savedText(saved?: SavedTracker): string {
  const { word, failure } = saved?.state ?? {};
  if (word === 'failed') return translate('officeOnline.state.save-failed', failure || '?');
  if (word === 'lost') return translate('officeOnline.state.lost');
  if (word === 'changed') return translate('officeOnline.state.modified');
  if (saved?.isLate) return translate('officeOnline.state.late');
  if (!saved?.savedAt || !isSaved(saved.state)) return '';
  const time = new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short' }).format(saved.savedAt);
  return translate('officeOnline.state.saved', time);
}
