import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import plugin from '../../package.json' with { type: 'json' };
import { shareBrowserCode } from '../../demo/browser-code.js';
import { findBrowser } from '../browser.js';
import { runNodeTests } from '../node-tests.js';
import { canStart, startClient } from './real-client.js';

const USAGE = `npm run test:client                          with LibreOffice Online of ../shared/wopi-client, if it is there
npm run test:client -- --discovery URL       with the client that is there: http://localhost:9980/hosting/discovery
npm run test:client -- [--discovery URL] NAME   the files of test/client whose names begin so; “record” writes the
                                             recordings that the unit tests replay`;

/** Paths of the test files whose names begin so; the recordings only where they are asked for. */
function filesOf(name: string): string[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && file.startsWith(name));
  return (name === 'record' ? ['record.ts'] : files).map((file) => folder + file);
}

const { values, positionals } = parseArgs({
  options: { discovery: { type: 'string' } },
  allowPositionals: true,
});
const files = filesOf(positionals[0] ?? '');
if (!files.length || positionals.length > 1) {
  console.error(USAGE);
  process.exit(2);
}
if (values.discovery === undefined && !canStart()) {
  console.log(
    'There is no WOPI client here: nothing was tested with a real one. “--discovery URL” names one.',
  );
  process.exit(0);
}
const started = values.discovery === undefined ? await startClient() : undefined;
process.env.OFFICE_ONLINE_CLIENT = values.discovery ?? started?.discoveryUrl;
try {
  const packageFile = `target/${plugin.name}-${plugin.version}.zip`;
  process.env.CHROME_PATH = findBrowser();
  await shareBrowserCode();
  const { passed, failed } = await runNodeTests(packageFile, files);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed || !passed ? 1 : 0;
} finally {
  await started?.stop();
}
