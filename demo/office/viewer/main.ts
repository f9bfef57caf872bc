import './viewer.css';
import { EditorPage } from '../shared/editor-page.js';
import { Pictures } from './pictures.js';

EditorPage.start((host) => Promise.resolve(new Pictures(host)));
