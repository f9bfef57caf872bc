import { KINDS, type Kind } from '../src/create/kinds.js';
import type { Source } from '../src/create/make-document.js';
import { templateOf } from '../src/create/templates.js';
import { isRecord, stringOf } from '../src/narrow.js';
import { application } from '../src/web-ui/globals.js';
import { createAndOpen, mayCreate } from './create/create-and-open.js';

/**
 * Makes a new document with an Office file and opens that, as the tab “Office” of Web UI's create dialog does. Call it in a
 * click: a new tab or window is blocked by browsers elsewhere.
 * Resolves with the document, as Nuxeo's REST API sends it; with `undefined` where the settings do not let the user.
 * @param parent the folder, as Nuxeo's REST API sends it
 * @param source `word`, `excel` or `powerpoint`; or a document whose main file the new one begins with
 * @param title the document's title, of which the file gets its name
 * @throws TypeError that says what was expected, for anything else
 * @throws NotMade with the `problem`, where the document was not made
 * @throws Error before Web UI has started
 */
export async function createOfficeDocument(
  parent: unknown,
  source: Kind | object,
  title: string,
): Promise<Record<string, unknown> | undefined> {
  const webUi = application();
  if (!webUi) throw new Error('createOfficeDocument: expected Web UI to have started (Nuxeo.UI.app)');
  if (!isRecord(parent) || !stringOf(parent.path)) throw wrong('a folder with a path', parent);
  if (!stringOf(title).trim()) throw wrong('a title', title);
  const from = sourceOf(source);
  if (!mayCreate(webUi.currentUser)) return undefined;
  return (await createAndOpen(parent, from, title.trim(), webUi.currentUser)).document;
}

function sourceOf(source: unknown): Source {
  const kind = Object.keys(KINDS).find((known) => known === source) as Kind | undefined;
  const found = kind ?? templateOf(source);
  if (!found) throw wrong(`${Object.keys(KINDS).join(', ')}, or a document with a main file`, source);
  return found;
}

function wrong(expected: string, given: unknown): TypeError {
  const got = typeof given === 'string' ? JSON.stringify(given) : String(given);
  return new TypeError(`createOfficeDocument: expected ${expected}, got ${got}`);
}
