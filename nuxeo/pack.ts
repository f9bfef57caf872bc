import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { messageFiles } from './message-files.js';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A Nuxeo package, as `nuxeoctl mp-install` takes it. */
export interface Package {
  /** `nuxeo-office-online-0.1.0.zip` */
  fileName: string;
  bytes: Buffer;
}

/**
 * Packs what `npm run build` has built into a Nuxeo package. The same sources give the same bytes, anywhere.
 * @param web folder of what the jar has below `web/` beside the scripts, packed as it is
 * @throws Error when nothing is built, or a file that must be in the package is missing
 */
export async function packPlugin(web = join(root, 'nuxeo/web')): Promise<Package> {
  const { name, version } = await describePlugin();
  const fill = (text: string): string => text.replaceAll('@VERSION@', version);
  const bytes = await zip({
    'package.xml': fill(await readText('nuxeo/package.xml')),
    'install.xml': await read('nuxeo/install.xml'),
    [`install/bundles/${name}-${version}.jar`]: await packJar(fill, web),
  });
  return { fileName: `${name}-${version}.zip`, bytes };
}

/** The jar that Web UI's server deploys. */
async function packJar(fill: (text: string) => string, web: string): Promise<Buffer> {
  const fragment = await readText('nuxeo/OSGI-INF/deployment-fragment.xml');
  return zip({
    // A jar's manifest comes first.
    'META-INF/MANIFEST.MF': fill(await readText('nuxeo/META-INF/MANIFEST.MF')),
    'META-INF/LICENSE': await read('LICENSE'),
    'META-INF/LICENSE-lit': await read('node_modules/lit/LICENSE'),
    'OSGI-INF/deployment-fragment.xml': fragment.replace('@MESSAGES@', appendMessages),
    'OSGI-INF/web-ui-properties.xml': await read('nuxeo/OSGI-INF/web-ui-properties.xml'),
    ...(await readAll('i18n', [...messageFiles.keys()], 'i18n')),
    ...(await readAll('dist', await listBuilt(), 'web/nuxeo.war/ui')),
    ...(await readAll(web, await list(web), 'web')),
  });
}

/** Has the server add each file of messages to Web UI's of that locale, and to the copies that it makes of it. */
function appendMessages(): string {
  return [...messageFiles]
    .flatMap(([file, copies]) => [file, ...copies].map((target) => [file, target]))
    .map(
      ([from, to]) =>
        `    <append from="\${bundle.fileName}.tmp/i18n/${from}" to="nuxeo.war/ui/i18n/${to}" />`,
    )
    .join('\n');
}

async function listBuilt(): Promise<string[]> {
  const files = (await list('dist')).filter((file) =>
    /^nuxeo-office-online[\w.-]*\.(js|docx|xlsx|pptx)$/.test(file),
  );
  if (files.includes('nuxeo-office-online.bundle.js')) return files;
  throw new Error('There is no dist/nuxeo-office-online.bundle.js to pack. Run npm run build first.');
}

async function describePlugin(): Promise<{ name: string; version: string }> {
  const described: unknown = JSON.parse(await readText('package.json'));
  const { name, version } = Object(described) as Record<string, unknown>;
  if (typeof name === 'string' && typeof version === 'string') return { name, version };
  throw new Error('package.json must have a name and a version.');
}

/** A file's bytes, whatever kind of file it is. */
const read = (...path: string[]): Promise<Buffer> => readFile(resolve(root, ...path));

/** A file with placeholders to fill. */
const readText = async (path: string): Promise<string> => (await read(path)).toString();

/** Paths of the files in a folder and below, in an order that is the same everywhere; none where there is no folder. */
async function list(folder: string): Promise<string[]> {
  const directory = resolve(root, folder);
  if (!existsSync(directory)) return [];
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function readAll(folder: string, files: string[], target: string): Promise<Record<string, Buffer>> {
  const entries = files.map(async (file) => [`${target}/${file}`, await read(folder, file)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** A zip with nothing in it that differs from one machine, folder or day to another. */
async function zip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new JSZip();
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const [path, content] of Object.entries(files)) {
    archive.file(path, content, { date, createFolders: false });
  }
  const compressionOptions = { level: 9 };
  return archive.generateAsync({
    type: 'nodebuffer',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions,
  });
}
