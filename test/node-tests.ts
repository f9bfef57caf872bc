import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { shareBrowserCode } from '../demo/browser-code.js';
import type { Count } from './count.js';

/** Files that run side by side. Each has a stand-in, ports and a browser of its own; most of their time they wait. */
const SIDE_BY_SIDE = 4;

/**
 * Runs tests that are not unit tests, some files side by side.
 * @param packageFile the plugin's Nuxeo package, which the stand-in serves in all of them
 * @param files the test files' paths
 */
export async function runNodeTests(packageFile: string, files: string[]): Promise<Count> {
  process.env.OFFICE_ONLINE_PACKAGE = packageFile;
  await shareBrowserCode();
  const count = { passed: 0, failed: 0 };
  const stream = run({ files, concurrency: SIDE_BY_SIDE, timeout: 600_000 });
  stream.on('test:pass', ({ name, file, skip, details }) => {
    if (details.type === 'suite' || skip) return;
    // A file in which there is no test passes in its own name.
    if (name === file) console.error(`${file} has no test.`);
    count[name === file ? 'failed' : 'passed'] += 1;
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') count.failed += 1;
  });
  stream.compose<NodeJS.ReadWriteStream>(new spec()).pipe(process.stdout);
  await new Promise((resolve) => stream.on('end', resolve));
  return count;
}
