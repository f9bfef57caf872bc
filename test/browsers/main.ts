import plugin from '../../package.json' with { type: 'json' };
import { fileURLToPath } from 'node:url';
import { shareBrowserCode } from '../../demo/browser-code.js';
import { runNodeTests } from '../node-tests.js';
import { ENGINES, prepare, type Engine } from './engines.js';

/** The engines that are named on the command line; all without a name. */
function select(names: string[]): Engine[] {
  const unknown = names.filter((name) => !ENGINES.some(({ id }) => id === name));
  if (unknown.length) {
    console.error(`There is no ${unknown.join(', ')}. There is: ${ENGINES.map(({ id }) => id).join(', ')}.`);
    process.exit(2);
  }
  return ENGINES.filter(({ id }) => !names.length || names.includes(id));
}

const notRun: string[] = [];
const ready = select(process.argv.slice(2)).filter((engine) => {
  try {
    prepare(engine);
    return true;
  } catch (error) {
    notRun.push(error instanceof Error ? error.message : String(error));
    return false;
  }
});
const files = ready.map(({ id }) => fileURLToPath(new URL(`${id}.test.ts`, import.meta.url)));
await shareBrowserCode();
const { passed, failed } = await runNodeTests(`target/${plugin.name}-${plugin.version}.zip`, files);
console.log(`\n${passed} passed, ${failed} failed`);
for (const why of notRun) console.log(why);
// An engine that can't be had is told; where there is none at all, nothing has been tested.
process.exit(failed || !passed ? 1 : 0);
