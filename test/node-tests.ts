import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import type { Count } from './count.js';

/** Processes, which take one file after the other. Each file has a stand-in and ports of its own; mostly it waits. */
const SIDE_BY_SIDE = 4;

/** What one test may take, in ms: a real client’s server that has to start is slow. */
const PATIENCE = 600_000;

/** Has Mocha's processes import the tests: by `require`, they would be CommonJS, without `import.meta.resolve`. */
const AS_MODULES = '--no-experimental-require-module';

/**
 * Runs tests that are not unit tests, some files side by side.
 * @param packageFile the plugin's Nuxeo package, which the stand-in serves in all of them
 * @param files the test files' paths
 */
export async function runNodeTests(packageFile: string, files: string[]): Promise<Count> {
  process.env.OFFICE_ONLINE_PACKAGE = packageFile;
  process.execArgv.push(AS_MODULES);
  const mocha = new Mocha({
    parallel: true,
    jobs: SIDE_BY_SIDE,
    timeout: PATIENCE,
    require: [fileURLToPath(new URL('mocha-hooks.ts', import.meta.url))],
  });
  for (const file of files) mocha.addFile(file);
  const count = { passed: 0, failed: 0 };
  const empty = new Set(files);
  const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING } = Mocha.Runner.constants;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on(EVENT_TEST_PASS, () => (count.passed += 1));
    // A hook that fails is told so too.
    runner.on(EVENT_TEST_FAIL, () => (count.failed += 1));
    for (const event of [EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING] as const)
      runner.on(event, ({ file = '' }: Mocha.Runnable) => empty.delete(file));
  });
  for (const file of empty) console.error(`${file} has no test.`);
  count.failed += empty.size;
  return count;
}
