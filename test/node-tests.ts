import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import type { Count } from './count.js';

const FOLDERS = ['docs', 'i18n', 'package', 'npm', 'demo', 'e2e'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

/**
 * Runs all tests that are not unit tests, one file after the other: a file has a browser of its own.
 * @param packageFile the plugin's Nuxeo package, which the stand-in serves in all of them
 */
export async function runNodeTests(browser: string, packageFile: string): Promise<Count> {
  process.env.CHROME_PATH = browser;
  process.env.OFFICE_ONLINE_PACKAGE = packageFile;
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name)),
  );
  const count = { passed: 0, failed: 0 };
  const stream = run({ files, concurrency: 1, timeout: 600_000 });
  stream.on('test:pass', ({ details }) => {
    if (details.type !== 'suite') count.passed += 1;
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') count.failed += 1;
  });
  stream.compose<NodeJS.ReadWriteStream>(new spec()).pipe(process.stdout);
  await new Promise((resolve) => stream.on('end', resolve));
  return count;
}
