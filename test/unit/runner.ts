import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { bundleBrowserCode } from '../../demo/browser-code.js';
import { BROWSER_ARGUMENTS } from '../browser.js';
import type { Count } from '../count.js';
import { serveEditor } from './editor-server.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Runs the unit tests in the browser, against the real Nuxeo elements from npm.
 * @param browser path of the browser
 * @param files the test files' paths
 */
export async function runUnitTests(browser: string, files: string[]): Promise<Count> {
  await bundleBrowserCode(here('nuxeo-elements.ts'), 'unit');
  const config: TestRunnerConfig = {
    rootDir: here('../..'),
    files,
    nodeResolve: { exportConditions: ['production'] },
    concurrency: 1,
    testFramework: { config: { timeout: 20_000 } },
    browsers: [chromeLauncher({ launchOptions: { executablePath: browser, args: BROWSER_ARGUMENTS } })],
    middleware: [serveEditor],
    // Progress would be written over what other tests say meanwhile.
    reporters: [defaultReporter({ reportTestProgress: false })],
    plugins: [
      esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: here('../../tsconfig.json') }),
    ],
  };
  const runner = await startTestRunner({
    config,
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) return { passed: 0, failed: 1 };
  await new Promise<void>((resolve) => runner.on('finished', () => resolve()));
  const count = { passed: 0, failed: 0 };
  for (const session of runner.sessions.all()) addSession(session, count);
  await runner.stop();
  return count;
}

type Sessions = NonNullable<Awaited<ReturnType<typeof startTestRunner>>>['sessions'];
type Session = ReturnType<Sessions['all']> extends Iterable<infer S> ? S : never;
type Suite = NonNullable<Session['testResults']>;

function addSession({ testResults, errors }: Session, count: Count): void {
  // A file that could not be run has errors and no results.
  count.failed += errors.length;
  if (testResults) addSuite(testResults, count);
}

function addSuite({ tests, suites }: Suite, count: Count): void {
  for (const test of tests) count[test.passed ? 'passed' : 'failed'] += 1;
  for (const suite of suites) addSuite(suite, count);
}
