import { spawn } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import plugin from '../package.json' with { type: 'json' };
import { shareBrowserCode } from '../demo/browser-code.js';
import { findQuickBrowser } from './browser.js';
import type { Count } from './count.js';
import { runNodeTests } from './node-tests.js';
import { select, type Selection } from './selection.js';
import { checkSizes } from './sizes.js';
import { runUnitTests } from './unit/runner.js';

/** A priority behind this process's own, which may be a low one already. */
const LOW = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);

/**
 * Runs a command of the project's own tools, and shows all that it has said when it is done; a failure is one failed test.
 * @param standsBack whether it takes what others leave of the machine
 */
async function runTool(name: string, [command, ...parameters]: string[], standsBack = false): Promise<Count> {
  const words = ['--no-install', command ?? '', ...parameters];
  const child = spawn('npx', words, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (standsBack && child.pid !== undefined) setPriority(child.pid, LOW);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const status = await new Promise((resolve) => child.on('error', resolve).on('close', resolve));
  console.log(`\n— ${name}\n${said}`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What does not look at what is built. */
const CHECKS: [name: string, command: string[]][] = [
  ['Types', ['tsc']],
  ['Lint', ['eslint', '.']],
  ['Imports', ['depcruise', '--config', '.dependency-cruiser.js', 'src', 'elements', 'demo', 'nuxeo']],
  ['Formatting', ['prettier', '--check', '.']],
];

/** Checks stand back behind tests, in which people wait only so long. */
const check = ([name, command]: (typeof CHECKS)[number]): Promise<Count> => runTool(name, command, true);

async function makeBuild(isPacked: boolean): Promise<Count[]> {
  const built = await runTool('Build', ['rollup', '-c', '--silent']);
  return isPacked ? [built, await runTool('Package', ['tsx', 'nuxeo/main.ts'])] : [built];
}

/** Runs tests of which there have to be some. */
async function test(name: string, run: () => Promise<Count>): Promise<Count> {
  console.log(`\n— ${name}`);
  const count = await run();
  if (count.passed || count.failed) return count;
  console.error('Not one test has run.');
  return { passed: 0, failed: 1 };
}

/** What can't even run, such as the sizes of what was not built, has failed once. */
async function counted(run: Promise<Count | Count[]>): Promise<Count | Count[]> {
  try {
    return await run;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** What is selected, side by side; what fails does not stop the rest. */
async function runSelected({ checks, build, pack, unit, node }: Selection): Promise<Count> {
  const browser = (process.env.CHROME_PATH = findQuickBrowser());
  await shareBrowserCode();
  const built = build ? makeBuild(pack) : Promise.resolve([]);
  const started: Promise<Count | Count[]>[] = [built];
  if (unit.length) started.push(test('Unit tests, in the browser', () => runUnitTests(browser, unit)));
  if (checks) started.push(...CHECKS.map(check), built.then(checkSizes));
  if (node.length) {
    const run = () => runNodeTests(`target/${plugin.name}-${plugin.version}.zip`, node);
    started.push(built.then(() => test('The package, the stand-in, and end to end', run)));
  }
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of (await Promise.all(started.map(counted))).flat()) {
    total.passed += passed;
    total.failed += failed;
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
