import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Files } from '../deployment/index.js';

/** Where Web UI's messages are on the server. */
const FOLDER = 'nuxeo.war/ui/i18n/';

/** Languages that Web UI copies at its deployment to others (contract section 3). */
const copies: Record<string, string[]> = {
  'messages-es-ES.json': ['messages-es.json'],
  'messages-pt-PT.json': ['messages-pt.json'],
  'messages-sv-SE.json': ['messages-sv.json'],
  'messages-fr.json': ['messages-fr-FR.json', 'messages-fr-CA.json'],
};

const elements = new URL('i18n/', import.meta.resolve('@nuxeo/nuxeo-ui-elements/package.json'));
const plugin = new URL('../../i18n/', import.meta.url);
const own = new URL('messages.json', import.meta.url);

/** Web UI's messages as they are on a server before any addon: those of the Nuxeo elements, and the stand-in's own. */
export async function webUiMessages(): Promise<Files> {
  const files: Files = new Map();
  const ours = await read(own);
  for (const name of await readdir(fileURLToPath(elements))) {
    const content = Buffer.from(JSON.stringify({ ...ours, ...(await read(new URL(name, elements))) }));
    for (const file of [name, ...(copies[name] ?? [])]) files.set(FOLDER + file, content);
  }
  return files;
}

/**
 * The plugin's messages of one language, which a server appends to Web UI's.
 * @param language a tag such as `pt-PT`, or '' for English
 * @returns undefined for a language that the plugin doesn't have
 */
export async function pluginMessages(language: string): Promise<object | undefined> {
  const name = language === '' ? 'messages.json' : `messages-${language}.json`;
  const [original] = Object.entries(copies).find(([, made]) => made.includes(name)) ?? [name];
  const file = new URL(original, plugin);
  return existsSync(file) ? read(file) : undefined;
}

async function read(file: URL): Promise<object> {
  const messages: unknown = JSON.parse(await readFile(fileURLToPath(file), 'utf8'));
  return Object(messages) as object;
}
