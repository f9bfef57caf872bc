import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Languages that Web UI also takes from another's file at deployment (contract section 3). */
const copies: Record<string, string> = {
  es: 'es-ES',
  pt: 'pt-PT',
  sv: 'sv-SE',
  'fr-FR': 'fr',
  'fr-CA': 'fr',
};

const elements = new URL('i18n/', import.meta.resolve('@nuxeo/nuxeo-ui-elements/package.json'));
const plugin = new URL('../../i18n/', import.meta.url);
const own = new URL('messages.json', import.meta.url);

/**
 * The messages of one language: those of the Nuxeo elements, ours, and the plugin's appended, as at deployment.
 * @param language a tag such as `pt-PT`, or '' for English
 * @returns undefined for a language that the Nuxeo elements don't have
 */
export async function messagesOf(language: string): Promise<Record<string, unknown> | undefined> {
  const tag = copies[language] ?? language;
  const file = tag === '' ? 'messages.json' : `messages-${tag}.json`;
  const base = await read(new URL(file, elements));
  return base && { ...(await read(own)), ...base, ...(await read(new URL(file, plugin))) };
}

async function read(file: URL): Promise<Record<string, unknown> | undefined> {
  const text = await readFile(fileURLToPath(file), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const messages: unknown = JSON.parse(text);
  return typeof messages === 'object' && messages !== null ? { ...messages } : undefined;
}
