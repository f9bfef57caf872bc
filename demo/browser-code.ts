import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type OutputFile, stop } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = join(root, '.cache', 'browser');
const builds = new Map<string, Promise<string>>();
let running = 0;

/** Set where many processes that run at the same time want the same bundles, as of one run of tests. */
const SHARED = 'SHARED_BROWSER_CODE';
/** Written into a folder last. */
const COMPLETE = 'complete';

/** Has what one process has bundled serve all those that are started from here on. What was bundled before is forgotten. */
export async function shareBrowserCode(): Promise<void> {
  await rm(folders, { recursive: true, force: true });
  process.env[SHARED] = '1';
}

/**
 * Bundles browser code, which may be TypeScript, TSX or CSS, when it is first asked for. Those who ask at the same
 * time share one build.
 * @param entry path of the file to start from; the bundle has its name (`main.ts` becomes `main.js`)
 * @param name of the folder below `.cache/browser/`
 * @returns the folder's path
 * @throws Error when the code can't be built; the next demand tries again
 */
export function bundleBrowserCode(entry: string, name: string): Promise<string> {
  const started = builds.get(name);
  if (started) return started;
  const folder = join(folders, name);
  const isThere = process.env[SHARED] === '1' && existsSync(join(folder, COMPLETE));
  const bundle = (isThere ? Promise.resolve(folder) : bundled(entry, folder)).catch((error: unknown) => {
    builds.delete(name);
    throw error;
  });
  builds.set(name, bundle);
  return bundle;
}

async function bundled(entry: string, folder: string): Promise<string> {
  running += 1;
  try {
    const { outputFiles } = await build({
      entryPoints: [entry],
      outdir: folder,
      absWorkingDir: root,
      bundle: true,
      format: 'esm',
      splitting: true,
      minify: true,
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      // A quarter of the page's code would be moment's languages. Only dates need them, and no date is the plugin's.
      alias: { '@nuxeo/moment/min/moment-with-locales.js': '@nuxeo/moment' },
      loader: {
        '.woff': 'file',
        '.woff2': 'file',
        '.ttf': 'file',
        '.png': 'file',
        '.jpg': 'file',
        '.gif': 'file',
        '.svg': 'file',
      },
      logLevel: 'error',
      write: false,
    });
    await write(folder, outputFiles);
  } finally {
    running -= 1;
    // esbuild's service is a process of its own, which would hold its memory for as long as the stand-in runs.
    if (running === 0) await stop();
  }
  return folder;
}

/** Makes the folder hold these files alone. Each is swapped in whole: another process may be reading. */
async function write(folder: string, files: OutputFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { path, contents } of files) {
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, contents);
    await rename(unfinished, path);
  }
  const wanted = new Set([...files.map(({ path }) => basename(path)), COMPLETE]);
  const leftOvers = (await readdir(folder)).filter((file) => !wanted.has(file) && !/\.\d+$/.test(file));
  await Promise.all(leftOvers.map((file) => rm(join(folder, file), { recursive: true, force: true })));
  await writeFile(join(folder, COMPLETE), '');
}
