import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { messageFiles } from '../../nuxeo/message-files.js';
import type { Files } from '../deployment/index.js';

/** Where Web UI's messages are on the server. */
const FOLDER = 'nuxeo.war/ui/i18n/';

const elements = new URL('i18n/', import.meta.resolve('@nuxeo/nuxeo-ui-elements/package.json'));
const plugin = new URL('../../i18n/', import.meta.url);
const own = new URL('messages.json', import.meta.url);

/** Web UI's messages as they are on a server before any addon: those of the Nuxeo elements, and the stand-in's own. */
export async function webUiMessages(): Promise<Files> {
  const files: Files = new Map();
  const ours = await read(own);
  for (const name of await readdir(fileURLToPath(elements))) {
    const content = Buffer.from(JSON.stringify({ ...ours, ...(await read(new URL(name, elements))) }));
    for (const file of [name, ...(messageFiles.get(name) ?? [])]) files.set(FOLDER + file, content);
  }
  return files;
}

/**
 * The plugin's messages that a server appends to a file of Web UI's.
 * @param name of Web UI's file, `messages-pt.json`
 * @returns undefined for a file that nothing is appended to
 */
export async function pluginMessages(name: string): Promise<object | undefined> {
  const [file] = [...messageFiles].find(([own, copies]) => own === name || copies.includes(name)) ?? [];
  return file === undefined ? undefined : read(new URL(file, plugin));
}

async function read(file: URL): Promise<object> {
  const messages: unknown = JSON.parse(await readFile(fileURLToPath(file), 'utf8'));
  return Object(messages) as object;
}
