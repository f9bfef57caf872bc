/** The process that LibreOffice runs in: it does one task after the other, and ends with its parent. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Worker as NodeWorker, WorkerOptions } from 'node:worker_threads';
import type { LibreOfficeConverter as Converter } from '@matbee/libreoffice-converter/server';
import type { EngineAnswer, EngineTask } from './engine.js';
import { encodePng } from '../png.js';

interface Loader {
  createModule(config: Record<string, unknown>): Promise<unknown>;
}

const mostPages = 100;
let converter: Promise<Converter> | undefined;
let queue: Promise<void> = Promise.resolve();

/**
 * LibreOffice's threads run plain JavaScript: with this process's own loader of TypeScript they might wait for its main
 * thread, which waits for them.
 */
function startThreadsWithoutLoader(require: NodeJS.Require): void {
  const threads = require('node:worker_threads') as { Worker: typeof NodeWorker };
  threads.Worker = class extends threads.Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      super(file, { ...options, execArgv: [] });
    }
  };
}

async function load(): Promise<Converter> {
  const { LibreOfficeConverter } = await import('@matbee/libreoffice-converter/server');
  const require = createRequire(import.meta.url);
  startThreadsWithoutLoader(require);
  const loaderPath = require.resolve('@matbee/libreoffice-converter/wasm/loader');
  const loader = require(loaderPath) as Loader;
  const loaded = new LibreOfficeConverter({
    wasmPath: dirname(loaderPath),
    wasmLoader: {
      // Left to itself, the module also runs LibreOffice's main() in a thread, which fights with the library for its
      // locks: the start takes a minute then, and every other task hangs.
      createModule: (config: Record<string, unknown>) =>
        loader.createModule({ ...config, noInitialRun: true }),
    } as never,
  });
  await loaded.initialize();
  return loaded;
}

async function perform(task: EngineTask): Promise<Uint8Array[]> {
  converter ??= load();
  const engine = await converter;
  const source = { inputFormat: task.from as never };
  if (task.kind === 'convert') {
    const target = { ...source, outputFormat: task.to as never };
    const { data } = await engine.convert(task.bytes, target, `file.${task.from}`);
    return [data];
  }
  const count = await engine.getPageCount(task.bytes, source);
  const pages = await engine.renderPagePreviews(task.bytes, source, {
    width: task.width,
    pageIndices: [...Array(Math.min(count, mostPages)).keys()],
  });
  return pages.map(({ data, width, height }) => encodePng(toRgba(data), width, height));
}

/** LibreOffice paints blue first. */
function toRgba(pixels: Uint8Array): Uint8Array {
  for (let at = 0; at < pixels.length; at += 4) {
    const blue = pixels[at] ?? 0;
    pixels[at] = pixels[at + 2] ?? 0;
    pixels[at + 2] = blue;
  }
  return pixels;
}

function answer(message: EngineAnswer): void {
  process.send?.(message);
}

process.on('message', (task: EngineTask) => {
  queue = queue.then(async () => {
    try {
      answer({ id: task.id, files: await perform(task) });
    } catch (error) {
      answer({ id: task.id, reason: error instanceof Error ? error.message : String(error) });
    }
  });
});
process.on('disconnect', () => process.exit());
