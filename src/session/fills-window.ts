import { editorSettings } from '../settings/editor-settings.js';
import type { OpenFile } from './open-file.js';

/** Whether the editor is to fill the window, with nothing of ours on it or around it (docs/microsoft.md, setting `header`). */
export function fillsWindow({ session, file, state }: OpenFile): boolean {
  if (!session?.address || !file || state.phase === 'failed') return false;
  const { header } = editorSettings();
  const isCloud = session.client.isCloud?.(session.address) === true;
  return header === 'never' || (header === 'auto' && isCloud && file.offer.intent !== 'view');
}
