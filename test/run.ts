import { spawn } from 'node:child_process';
import plugin from '../package.json' with { type: 'json' };
import { findQuickBrowser } from './browser.js';
import type { Count } from './count.js';
import { runNodeTests } from './node-tests.js';
import { select, type Selection } from './selection.js';
import { checkSizes } from './sizes.js';
import { runUnitTests } from './unit/runner.js';

/** Runs a command of the project's own tools, and shows all that it has said when it is done; a failure is one failed test. */
async function check(name: string, command: string, ...parameters: string[]): Promise<Count> {
  const child = spawn('npx', ['--no-install', command, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const status = await new Promise((resolve) => child.on('error', resolve).on('close', resolve));
  console.log(`\n— ${name}\n${said}`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What does not look at what is built, side by side with the build. */
const CHECKS: Parameters<typeof check>[] = [
  ['Types', 'tsc'],
  ['Lint', 'eslint', '.'],
  ['Imports', 'depcruise', '--config', '.dependency-cruiser.js', 'src', 'elements', 'demo', 'nuxeo'],
  ['Formatting', 'prettier', '--check', '.'],
];

async function makeBuild(isPacked: boolean): Promise<Count[]> {
  const built = await check('Build', 'rollup', '-c', '--silent');
  return isPacked ? [built, await check('Package', 'tsx', 'nuxeo/main.ts')] : [built];
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
  // Unit tests mostly wait, so that the tools have the machine.
  const started = [
    ...(checks ? CHECKS.map((one) => check(...one)) : []),
    ...(build ? [makeBuild(pack)] : []),
    ...(unit.length ? [test('Unit tests, in the browser', () => runUnitTests(browser, unit))] : []),
  ];
  for (const counts of await Promise.all(started)) [counts].flat().forEach(add);
  if (checks) {
    console.log('\n— Bundle sizes');
    add(checkSizes());
  }
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
