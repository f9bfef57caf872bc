import { fillsWindow } from '../../src/session/fills-window.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { followBrowserTab } from './browser-tab.js';
import type { NuxeoOfficeOnlineEditor } from './nuxeo-office-online-editor.js';

/** Has the browser's tab show what is open, and the editor fill the window where that is wanted. */
export function followWindow(openFile: OpenFile, editor: NuxeoOfficeOnlineEditor): void {
  followBrowserTab(openFile);
  const fill = async () => {
    if (!fillsWindow(openFile)) return;
    const { fillWindow } = await import('./whole-window.js');
    if (!openFile.isEnded) fillWindow(openFile, editor);
  };
  // Where that code can't be fetched, the header stays.
  const tryToFill = () => void fill().catch(() => undefined);
  tryToFill();
  openFile.subscribe(({ type }) => {
    if (type === 'posted') tryToFill();
  });
}
