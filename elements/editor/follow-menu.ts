import type { PanelName } from '../../src/session/destination.js';
import type { OpenFile } from '../../src/session/open-file.js';

/** Puts the menu into the editor's header when the file is open, with code that is fetched then. */
export function followMenu(
  openFile: OpenFile,
  editor: HTMLElement,
  showPanel: (name: PanelName) => Promise<void>,
): void {
  let isAsked = false;
  const show = () => {
    if (isAsked || !openFile.wasOpen) return;
    isAsked = true;
    import('../menu/menu.js').then(
      ({ Menu }) => openFile.isEnded || new Menu(editor, openFile, showPanel),
      // Without its code there is no menu, and the editor is as good as before.
      () => undefined,
    );
  };
  show();
  openFile.subscribe(show);
}
