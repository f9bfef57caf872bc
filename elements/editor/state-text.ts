import type { OpenFile } from '../../src/session/open-file.js';
import { translate } from '../../src/web-ui/i18n.js';
import { textLanguage } from '../../src/web-ui/text-language.js';

/** What the header says of the session: "Opening Word Online…", "Unsaved changes", "Saved 10:42". */
export function stateText({ state, file, saveFailure, isReading, savedAt }: OpenFile): string {
  const product = file?.offer.product ?? '';
  const { phase } = state;
  if (!navigator.onLine) return translate('officeOnline.state.offline');
  if (saveFailure) return translate('officeOnline.state.save-failed', saveFailure);
  switch (phase) {
    case 'requesting':
    case 'modified':
      return translate(`officeOnline.state.${phase}`);
    case 'posting':
    case 'loading':
      return translate('officeOnline.state.loading', product);
    case 'ready':
      if (isReading) return translate('officeOnline.state.reading');
      return savedText(savedAt) || translate('officeOnline.state.ready', product);
    default:
      return '';
  }
}

function savedText(savedAt?: Date): string {
  if (!savedAt) return '';
  const time = new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short' }).format(savedAt);
  return translate('officeOnline.state.saved', time);
}
