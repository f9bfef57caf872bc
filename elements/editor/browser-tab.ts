import { render } from 'lit/html.js';
import type { AppKind } from '../../src/offer/applications.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { isDefined } from '../../src/web-ui/defined.js';
import { giveFaviconBack, showFavicon } from '../../src/web-ui/favicon.js';
import { translate } from '../../src/web-ui/i18n.js';
import { giveTitleBack, holdTitle } from '../../src/web-ui/title.js';
import { appIcon } from '../common/app-icon.js';

/**
 * Has the browser's tab name the file that is open, with a mark while something is not saved, and show the application's
 * icon.
 */
export function followBrowserTab(openFile: OpenFile): void {
  const show = () => {
    const { file, saved, session } = openFile;
    const name = file?.fileName ?? translate('app.title.office-online');
    holdTitle(saved?.isAtRisk ? `• ${name}` : name);
    if (file) showFavicon(session?.favicon ?? iconOf(file.offer.app));
  };
  show();
  openFile.subscribe(({ type }) => {
    if (type !== 'ended') return show();
    giveTitleBack();
    giveFaviconBack();
  });
}

/** Microsoft's own icon where the stock addon is there, which brings it; else ours. */
const iconOf = (app: AppKind): string =>
  app !== 'office' && isDefined('nuxeo-wopi-link')
    ? new URL(`images/${app}.png`, document.baseURI).href
    : ownIcon(app);

const COLOURS: Record<AppKind, string> = {
  word: '#2b579a',
  excel: '#217346',
  powerpoint: '#b7472a',
  office: '#3a3a54',
};

/** Our icons, drawn once each. */
const drawn: Partial<Record<AppKind, string>> = {};

const ownIcon = (app: AppKind): string => (drawn[app] ??= draw(app));

/** Our icon of the application, as a `data:` URL. */
function draw(app: AppKind): string {
  const place = document.createElement('div');
  render(appIcon(app), place);
  const picture = place.querySelector('svg')!;
  picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  picture.setAttribute('color', COLOURS[app]);
  picture.lastElementChild!.setAttribute('stroke', '#fff');
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;
}
