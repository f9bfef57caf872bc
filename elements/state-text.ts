import type { Editing } from '../src/editing.js';
import { translate } from '../src/nuxeo.js';
import { textLanguage } from '../src/text-language.js';
import type { OpenFile } from '../src/open.js';
import type { SessionState } from '../src/session.js';

/** What the header says of the session: "Opening Word Online…", "Unsaved changes", "Saved 10:42". */
export function stateText({ phase }: SessionState, editing?: Editing, file?: OpenFile): string {
  const product = file?.offer.product ?? '';
  if (!navigator.onLine) return translate('officeOnline.state.offline');
  if (editing?.saveFailure) return translate('officeOnline.state.save-failed', editing.saveFailure);
  switch (phase) {
    case 'requesting':
    case 'modified':
      return translate(`officeOnline.state.${phase}`);
    case 'posting':
    case 'loading':
      return translate('officeOnline.state.loading', product);
    case 'ready':
      if (editing?.isReading) return translate('officeOnline.state.reading');
      return savedText(editing?.savedAt) || translate('officeOnline.state.ready', product);
    default:
      return '';
  }
}

function savedText(savedAt?: Date): string {
  if (!savedAt) return '';
  const time = new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short' }).format(savedAt);
  return translate('officeOnline.state.saved', time);
}
