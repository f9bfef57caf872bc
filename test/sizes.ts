import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Count } from './count.js';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** Budgets in bytes after gzip (design.md "Limits to keep"): 10 KB, taken as 10,000 bytes. */
const BUDGETS: Record<string, number> = {
  'nuxeo-office-online.bundle': 10_000,
  'nuxeo-office-online-editor': 10_000,
  'nuxeo-office-online-afterwards': 2_000,
  'nuxeo-office-online-convert-question': 1_000,
  'nuxeo-office-online-file-info': 1_000,
  'nuxeo-office-online-messages': 2_000,
  'nuxeo-office-online-token-life': 1_000,
};

/** Holds what is built against its budget; a file without a budget fails. */
export function checkSizes(): Count {
  const count = { passed: 0, failed: 0 };
  for (const file of readdirSync(DIST).filter((name) => name.endsWith('.js'))) {
    const size = gzipSync(readFileSync(DIST + file), { level: 9 }).length;
    const name = Object.keys(BUDGETS).find((known) => file.startsWith(known));
    const budget = BUDGETS[name ?? ''] ?? 0;
    console.log(`${file}: ${size} of ${budget} bytes`);
    count[size <= budget ? 'passed' : 'failed'] += 1;
  }
  return count;
}
