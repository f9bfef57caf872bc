import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Kinds of tests, each a folder below `test/`; the unit tests run in the browser, the others in Node.js. */
const KINDS = ['unit', 'e2e', 'demo', 'npm', 'package', 'docs', 'i18n'] as const;
type Kind = (typeof KINDS)[number];

/** Kinds that look at what is built. The npm package's tests build it themselves. */
const OF_BUILT: readonly Kind[] = ['package', 'demo', 'e2e'];

/** Files that take more than a minute. They begin first: one that began last would run alone. */
const LONG = ['tokens', 'disruptions', 'collabora', 'many-sessions', 'collabora-saving', 'languages'];

/** What `npm test` has to do. */
export interface Selection {
  /** Types, lint, formatting and the bundles' sizes are checked. */
  checks: boolean;
  /** `dist/` is built. */
  build: boolean;
  /** The Nuxeo package is made of what is built. */
  pack: boolean;
  /** Paths of the unit tests to run. */
  unit: string[];
  /** Paths of the other tests to run. */
  node: string[];
}

const USAGE = `There is:
  npm test                  everything
  npm test -- quick         types, lint, formatting, build, sizes, unit tests
  npm test -- KIND [NAME]   one kind of tests: ${KINDS.join(', ')}
NAME is a file's without “.test.ts”, a folder's, or how some of these begin.`;

/**
 * What to run for the words after `npm test --`.
 * @throws Error that says what there is when the words select nothing
 */
export function select([kind, name, ...rest]: string[]): Selection {
  if (rest.length) throw new Error(`“${rest.join(' ')}” is too much. ${USAGE}`);
  const others = KINDS.filter((one) => one !== 'unit');
  const checked = { checks: true, build: true, unit: filesOf('unit') };
  if (kind === undefined) return { ...checked, pack: true, node: others.flatMap((one) => filesOf(one)) };
  if (kind === 'quick' && name === undefined) return { ...checked, pack: false, node: [] };
  const selected = KINDS.find((one) => one === kind);
  const files = selected ? filesOf(selected, name) : [];
  if (!selected || !files.length) {
    throw new Error(`No tests are selected by “${[kind, name].filter(Boolean).join(' ')}”. ${USAGE}`);
  }
  const built = OF_BUILT.includes(selected);
  const [unit, node] = selected === 'unit' ? [files, []] : [[], files];
  return { checks: false, build: built, pack: built, unit, node };
}

const isLong = (file: string) => LONG.some((name) => file.endsWith(`${name}.test.ts`));

/** Paths of a kind's test files: those of exactly that name, or in a folder of it, else those whose name begins so. */
function filesOf(kind: Kind, name = ''): string[] {
  const folder = fileURLToPath(new URL(kind, import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const names = (file: string) => file.replace(/\.test\.ts$/, '').split(sep);
  const exact = files.filter((file) => names(file).includes(name));
  const found = exact.length
    ? exact
    : files.filter((file) => names(file).some((part) => part.startsWith(name)));
  const [long, short] = [found.filter(isLong), found.filter((file) => !isLong(file))];
  return [...long, ...short].map((file) => join(folder, file));
}
