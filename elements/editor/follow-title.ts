import type { OpenFile } from '../../src/session/open-file.js';
import { giveTitleBack, holdTitle } from '../../src/web-ui/application.js';
import { translate } from '../../src/web-ui/i18n.js';

/** Has the browser's title name the file that is open, with a mark while something is not saved. */
export function followTitle(openFile: OpenFile): void {
  const show = () => {
    const name = openFile.file?.fileName ?? translate('app.title.office-online');
    holdTitle(openFile.saved?.isAtRisk ? `• ${name}` : name);
  };
  show();
  openFile.subscribe(({ type }) => (type === 'ended' ? giveTitleBack() : show()));
}
