import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPlugin } from '../../nuxeo/pack.js';
import { deploy, type Deployment, type Files } from '../deployment/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const bundle = join(dist, 'nuxeo-office-online.bundle.js');
const sources = ['src', 'elements', 'i18n', 'rollup.config.js'].map((name) => join(root, name));

let building: Promise<void> | undefined;

/** Where the plugin comes from. */
export interface PluginSource {
  /** path of its Nuxeo package; it is packed from the sources when none is given */
  package?: string;
  /** folder of another addon in its place, `nuxeo-office-online.bundle.js` and what that loads; false for none at all */
  plugin?: string | false;
}

/**
 * Web UI's files with the plugin deployed, or with what is there in its place.
 * @throws Error when something can't be built, or when a server would refuse the package
 */
export async function deployPlugin(source: PluginSource, files: Files): Promise<Deployment> {
  const { plugin } = source;
  if (plugin === undefined) return deploy(await pluginPackage(source.package), files);
  const server: Files = new Map(files);
  for (const path of plugin === false ? [] : filesOf(plugin)) {
    server.set(`nuxeo.war/ui/${relative(plugin || '', path)}`, await readFile(path));
  }
  return { name: 'nuxeo-office-online', files: server, properties: (given) => given };
}

/**
 * The Nuxeo package of the plugin: the given file, else one packed from the sources as they are now. Tells when they
 * have to be built first, which takes a moment.
 * @throws Error when there is no such file, or the build fails
 */
export async function pluginPackage(file?: string): Promise<Buffer> {
  if (file !== undefined) {
    return readFile(file).catch((cause: unknown) => {
      throw new Error(`The package ${file} can't be read. “npm run package” makes one.`, { cause });
    });
  }
  await ensurePlugin();
  return (await packPlugin()).bytes;
}

/**
 * Sees to it that the plugin is built from its sources as they are now, and tells when that takes a moment.
 * @returns the folder with the built files
 * @throws Error when the build fails
 */
export async function ensurePlugin(): Promise<string> {
  if (!isCurrent()) await (building ??= build().finally(() => (building = undefined)));
  return dist;
}

function isCurrent(): boolean {
  if (!existsSync(bundle)) return false;
  const built = statSync(bundle).mtimeMs;
  return sources.flatMap(filesOf).every((file) => statSync(file).mtimeMs <= built);
}

/** The path itself if it is a file, else all files in that folder and below. */
function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function build(): Promise<void> {
  console.log('Building the plugin…');
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['run', 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    npm.stdout.on('data', keep);
    npm.stderr.on('data', keep);
    npm.once('error', reject);
    npm.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The plugin can't be built:\n${output.trim()}`));
    });
  });
}
