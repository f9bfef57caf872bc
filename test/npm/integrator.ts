import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup, type RollupOptions } from 'rollup';
import webpack from 'webpack';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the stand-in loads of an addon. */
const BUNDLE = 'nuxeo-office-online.bundle.js';

/** The code that a bundler has made: what is loaded first, and all of it. */
export interface Bundled {
  entry: string;
  all: string;
}

/** Somebody who makes an addon of their own with the npm package, in an empty project. */
export class Integrator {
  readonly folder = mkdtempSync(join(tmpdir(), 'nuxeo-office-online-npm-'));

  /** What is in the package that `npm pack` makes here, as paths in it. */
  packed: string[] = [];

  /** Packs the package, building it anew as npm does before it publishes, and installs it. */
  install(): void {
    run(root, 'npm', 'pack', '--pack-destination', this.folder);
    const tarball = readdirSync(this.folder).find((name) => name.endsWith('.tgz'));
    assert.ok(tarball, 'npm pack has made nothing');
    this.packed = run(this.folder, 'tar', '-tzf', tarball)
      .trim()
      .split('\n')
      .map((path) => path.replace(/^package\//, ''));
    this.writes('package.json', JSON.stringify({ name: 'addon', private: true, type: 'module' }));
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    run(this.folder, 'npm', 'install', ...quiet, `./${tarball}`);
  }

  /** The path of something in the project. */
  path(...steps: string[]): string {
    return join(this.folder, ...steps);
  }

  writes(name: string, text: string): void {
    writeFileSync(this.path(name), text);
  }

  /** What the project's own TypeScript has to say of a file; nothing when all is well. */
  complaintsOf(file: string, compilerOptions: Record<string, unknown>): string {
    const strict = { strict: true, skipLibCheck: false, noEmit: true, types: [] };
    const lib = ['ES2022', 'DOM', 'DOM.Iterable'];
    this.writes(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: { target: 'ES2022', lib, ...strict, ...compilerOptions },
        files: [file],
      }),
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', this.folder], { encoding: 'utf8' });
    return stdout + stderr;
  }

  /** Bundles an entry with Rollup into a folder that Web UI can load. */
  async bundlesWithRollup(entry: string, folder: string, options: RollupOptions = {}): Promise<Bundled> {
    const build = await rollup({
      ...options,
      input: { [BUNDLE]: this.path(entry) },
      plugins: [nodeResolve()],
      onwarn: ({ code, message }) => assert.equal(code, 'EMPTY_BUNDLE', message),
    });
    const chunkFileNames = 'nuxeo-office-online-[name]-[hash].js';
    const { output } = await build.write({
      dir: this.path(folder),
      format: 'es',
      entryFileNames: '[name]',
      chunkFileNames,
    });
    await build.close();
    const codes = output.map((part) => (part.type === 'chunk' ? part.code : ''));
    return { entry: output[0].code, all: codes.join('\n') };
  }

  /** Bundles an entry with webpack 5 into a folder that Web UI can load. */
  async bundlesWithWebpack(entry: string, folder: string): Promise<void> {
    const compiler = webpack({
      mode: 'production',
      devtool: false,
      context: this.folder,
      entry: this.path(entry),
      experiments: { outputModule: true },
      output: {
        path: this.path(folder),
        filename: BUNDLE,
        chunkFilename: 'nuxeo-office-online-[id].js',
        module: true,
      },
    });
    assert.ok(compiler);
    const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
      compiler.run((error, result) => (error ? reject(error) : resolve(result))),
    );
    await new Promise<void>((resolve, reject) =>
      compiler.close((error) => (error ? reject(error) : resolve())),
    );
    const { errors, warnings } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
    assert.deepEqual([errors, warnings], [[], []]);
  }

  leaves(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs a command to its end. @returns what it wrote @throws Error with what it complained of */
function run(cwd: string, command: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}:\n${stdout}${stderr}`);
  return stdout;
}
