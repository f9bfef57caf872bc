import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { makeManifest } from './manifest.js';
import { describe } from './markdown.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page on the public elements, as `npm run docs` writes it. */
export async function makePage(): Promise<string> {
  const page = here('elements.md');
  return format(describe(await makeManifest()), { ...(await resolveConfig(page)), filepath: page });
}

const MAKERS: Record<string, () => Promise<void>> = {
  page: async () => writeFile(here('elements.md'), await makePage()),
  manifest: async () =>
    writeFile(here('../custom-elements.json'), `${JSON.stringify(await makeManifest(), null, 2)}\n`),
};

// Called by npm, with what is to be made.
const make = MAKERS[process.argv[1] === fileURLToPath(import.meta.url) ? (process.argv[2] ?? '') : ''];
await make?.();
