import { spawnSync } from 'node:child_process';
import plugin from '../package.json' with { type: 'json' };
import { findBrowser } from './browser.js';
import type { Count } from './count.js';
import { runNodeTests } from './node-tests.js';
import { checkSizes } from './sizes.js';
import { runUnitTests } from './unit/runner.js';

/** Runs a command of the project's own tools; a failure is one failed test. */
function check(name: string, command: string, ...parameters: string[]): Count {
  console.log(`\n— ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...parameters], { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Everything that has to hold before a change lands, the quick checks first; what fails does not stop the rest. */
async function runAll(): Promise<Count> {
  const browser = findBrowser();
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }: Count) => {
    total.passed += passed;
    total.failed += failed;
  };
  add(check('Types', 'tsc'));
  add(check('Lint', 'eslint', '.'));
  add(
    check('Imports', 'depcruise', '--config', '.dependency-cruiser.js', 'src', 'elements', 'demo', 'nuxeo'),
  );
  add(check('Formatting', 'prettier', '--check', '.'));
  add(check('Build', 'rollup', '-c', '--silent'));
  add(check('Package', 'tsx', 'nuxeo/main.ts'));
  console.log('\n— Bundle sizes');
  add(checkSizes());
  console.log('\n— Unit tests, in the browser');
  add(await runUnitTests(browser, 'test/unit/**/*.test.ts'));
  console.log('\n— The package, the stand-in, and end to end');
  add(await runNodeTests(browser, `target/${plugin.name}-${plugin.version}.zip`));
  return total;
}

try {
  const { passed, failed } = await runAll();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed || !passed ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
