import type { PanelName } from '../../src/session/destination.js';
import type { OpenFile } from '../../src/session/open-file.js';
import { otherWebUi } from '../../src/web-ui/document-link.js';
import type { NuxeoOfficeOnlineEditor } from './nuxeo-office-online-editor.js';

/**
 * Shows beside the editor what a person asks for, there or in the menu, with code that is fetched then. What can't be
 * shown there is on a page of the document, to which the person is led.
 * @returns what shows it
 */
export function followPanels(
  openFile: OpenFile,
  editor: NuxeoOfficeOnlineEditor,
): (name: PanelName) => Promise<void> {
  const show = async (name: PanelName) => {
    try {
      // Web UI's own elements know the documents of its repository alone.
      if (otherWebUi(openFile.route.repository)) throw new Error('The document is in another Web UI');
      const { showPanel } = await import('../panels/panel.js');
      if (!openFile.isEnded) await showPanel(openFile, editor, name);
    } catch {
      if (!openFile.isEnded) editor.onLeave?.(name);
    }
  };
  openFile.subscribe((news) => {
    if (news.type === 'panel') void show(news.name);
  });
  return show;
}
