import { rm, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin, stop } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'tests');

/** Modules look for files beside their sources, which are not where they are compiled to. */
const addressesOfSources: Plugin = {
  name: 'addresses-of-sources',
  setup(made) {
    made.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const address = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

/**
 * Compiles test files once, with all that they import of this repository. Each of them is run by a process of its own,
 * which would compile all that anew: more than a second of work.
 * @param files paths of the sources
 * @returns paths of what is made of them, in the same order
 * @throws Error when one of them can't be compiled
 */
export async function compile(files: string[]): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: files,
    outdir: folder,
    outbase: root,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    plugins: [addressesOfSources],
    logLevel: 'error',
  });
  await stop();
  return files.map((file) => join(folder, relative(root, file).replace(/\.ts$/, '.mjs')));
}
