import { setFallbackNotificationTarget } from '@nuxeo/nuxeo-elements/nuxeo-notify-behavior.js';
import { webUi } from './nuxeo.js';

/** Web UI's order: its elements, the messages on their way, the addons, the app, and only then the routes. */
async function start(): Promise<void> {
  Object.assign(window, { polymerSkipLoadingFontRoboto: true });
  const { loadMessages, NuxeoApp, startRouting } = await import('./web-ui.js');
  void loadMessages();
  const { UI } = webUi().Nuxeo;
  if (UI.config.standIn?.permissions) await import('./permissions.js');
  await Promise.all(UI.bundles.map((bundle) => loadAddon(`./${bundle}.bundle.js`)));
  const app = document.querySelector('nuxeo-app');
  if (!(app instanceof NuxeoApp)) throw new Error('There is no nuxeo-app');
  UI.app = app;
  setFallbackNotificationTarget(app);
  startRouting(app);
}

/** Not a literal address in the import: that one would be bundled. */
const loadAddon = (address: string): Promise<unknown> => import(address);

void start();
