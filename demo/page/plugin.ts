import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const bundle = join(dist, 'nuxeo-office-online.bundle.js');
const sources = ['src', 'elements', 'i18n', 'rollup.config.js'].map((name) => join(root, name));

let building: Promise<void> | undefined;

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
