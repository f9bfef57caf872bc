import { spawnSync } from 'node:child_process';
import plugin from '../package.json' with { type: 'json' };
import { findQuickBrowser } from './browser.js';
import type { Count } from './count.js';
import { runNodeTests } from './node-tests.js';
import { select, type Selection } from './selection.js';
import { checkSizes } from './sizes.js';
import { runUnitTests } from './unit/runner.js';

/** Runs a command of the project's own tools; a failure is one failed test. */
function check(name: string, command: string, ...parameters: string[]): Count {
  console.log(`\n— ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...parameters], { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs tests of which there have to be some. */
async function test(name: string, run: () => Promise<Count>): Promise<Count> {
  console.log(`\n— ${name}`);
  const count = await run();
  if (count.passed || count.failed) return count;
  console.error('Not one test has run.');
  return { passed: 0, failed: 1 };
}

/** What is selected, the quick checks first; what fails does not stop the rest. */
async function runSelected({ checks, build, pack, unit, node }: Selection): Promise<Count> {
  const browser = findQuickBrowser();
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }: Count) => {
    total.passed += passed;
    total.failed += failed;
  };
  if (checks) {
    add(check('Types', 'tsc'));
    add(check('Lint', 'eslint', '.'));
    add(
      check('Imports', 'depcruise', '--config', '.dependency-cruiser.js', 'src', 'elements', 'demo', 'nuxeo'),
    );
    add(check('Formatting', 'prettier', '--check', '.'));
  }
  if (build) add(check('Build', 'rollup', '-c', '--silent'));
  if (pack) add(check('Package', 'tsx', 'nuxeo/main.ts'));
  if (checks) {
    console.log('\n— Bundle sizes');
    add(checkSizes());
  }
  if (unit.length) add(await test('Unit tests, in the browser', () => runUnitTests(browser, unit)));
  if (node.length) {
    const packageFile = `target/${plugin.name}-${plugin.version}.zip`;
    process.env.CHROME_PATH = browser;
    add(await test('The package, the stand-in, and end to end', () => runNodeTests(packageFile, node)));
  }
  return total;
}

function readSelection(): Selection {
  try {
    return select(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const selection = readSelection();
try {
  const { passed, failed } = await runSelected(selection);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed || !passed ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
