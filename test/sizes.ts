import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Count } from './count.js';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

const ROOM = 5_000;

/** Budgets in bytes after gzip, by a file's exact name less its hash; a file that is not in this list fails. */
const BUDGETS: Record<string, number> = {
  'nuxeo-office-online.bundle': 3_000,
  'nuxeo-office-online-action': 7_500,
  'nuxeo-office-online-editor': 10_000,
  'nuxeo-office-online-access': ROOM,
  'nuxeo-office-online-admin': ROOM,
  'nuxeo-office-online-admin-editor': ROOM,
  // The status page's messages: one file for each language, of which one is fetched.
  'nuxeo-office-online-admin-texts': ROOM,
  'nuxeo-office-online-bare-window': ROOM,
  'nuxeo-office-online-check-file-info': ROOM,
  'nuxeo-office-online-conversion': ROOM,
  'nuxeo-office-online-convert-question': ROOM,
  'nuxeo-office-online-create': ROOM,
  'nuxeo-office-online-follow-up': ROOM,
  'nuxeo-office-online-follow-window': ROOM,
  'nuxeo-office-online-info': ROOM,
  'nuxeo-office-online-lit': ROOM,
  'nuxeo-office-online-menu': ROOM,
  'nuxeo-office-online-messages': ROOM,
  'nuxeo-office-online-panel': ROOM,
  'nuxeo-office-online-places': ROOM,
  'nuxeo-office-online-presence': ROOM,
  'nuxeo-office-online-saved-tracker': ROOM,
  'nuxeo-office-online-template-list': ROOM,
  'nuxeo-office-online-token-keeper': ROOM,
  'nuxeo-office-online-trial': ROOM,
  'nuxeo-office-online-whole-window': ROOM,
};

/** What is loaded together: of a document page the entry and all that the action needs, of the status page its code. */
const TOGETHER: [what: string, names: string[], budget: number][] = [
  ['A document page', ['nuxeo-office-online.bundle', 'nuxeo-office-online-action'], 10_500],
  [
    'The status page',
    ['nuxeo-office-online-admin', 'nuxeo-office-online-admin-editor', 'nuxeo-office-online-trial'],
    8_000,
  ],
];

/** Holds what is built against its budgets. */
export function checkSizes(): Count {
  console.log('\n— Bundle sizes');
  const count = { passed: 0, failed: 0 };
  const check = (what: string, size: number, budget: number) => {
    console.log(`${what}: ${size} of ${budget} bytes`);
    count[size <= budget ? 'passed' : 'failed'] += 1;
  };
  const sizes = readSizes();
  for (const [name, size] of sizes) check(name, size, BUDGETS[name.replace(/(-admin-texts).*/, '$1')] ?? 0);
  for (const [what, names, budget] of TOGETHER) {
    // A name that is not there makes the sum NaN, which is within no budget.
    const sum = names.reduce((size, name) => size + (sizes.get(name) ?? NaN), 0);
    check(what, sum, budget);
  }
  return count;
}

/** Bytes after gzip of each built file, by its name less hash and ending. */
function readSizes(): Map<string, number> {
  const files = readdirSync(DIST).filter((name) => name.endsWith('.js'));
  return new Map(
    files.map((file) => [
      file.replace(/(-[\w-]{8})?\.js$/, ''),
      gzipSync(readFileSync(DIST + file), { level: 9 }).length,
    ]),
  );
}
