import '@eigenpal/docx-editor-react/styles.css';
import './word.css';
import { EditorPage } from '../shared/editor-page.js';

EditorPage.start(async (host) => {
  const { WordSurface } = await import('./surface.js');
  return new WordSurface(host);
});
