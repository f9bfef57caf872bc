import './grid.css';
import { EditorPage } from '../shared/editor-page.js';
import { Grid } from './grid.js';

EditorPage.start((host) => Promise.resolve(new Grid(host)));
