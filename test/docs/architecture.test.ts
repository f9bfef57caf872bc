import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nextState, type SessionEvent, type SessionState } from '../../src/session/session-state.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/architecture.md`, 'utf8');

const phases = [
  'requesting',
  'posting',
  'loading',
  'ready',
  'modified',
  'closing',
  'closed',
  'failed',
] satisfies SessionState['phase'][];

const events = [
  'launched',
  'posted',
  'loaded',
  'modified',
  'saved',
  'settled',
  'close',
  'closed',
  'failed',
] satisfies SessionEvent['type'][];

const failure = { reason: 'network', detail: '' } as const;

/** The arrows between the states, as the code has them. */
function arrows(): string[] {
  return phases.flatMap((phase) => {
    const from: SessionState = phase === 'failed' ? { phase, ...failure } : { phase };
    return events.flatMap((type) => {
      const to = nextState(from, type === 'failed' ? { type, ...failure } : { type });
      return to === from ? [] : [`${phase} --> ${to.phase}: ${type}`];
    });
  });
}

describe('docs/architecture.md', () => {
  it('shows the states of a session as they are', () => {
    const [, diagram = ''] = /```mermaid\nstateDiagram-v2\n([^`]*)```/.exec(page) ?? [];
    const shown = diagram
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && !line.includes('[*]'));
    assert.deepEqual([...shown].sort(), arrows().sort());
  });

  it('names every folder with a sentence, and every file of elements/ and src/, and no others', () => {
    const named = house();
    assert.deepEqual(
      named.filter(({ sentence }) => !sentence),
      [],
    );
    const paths = named.map(({ path }) => path);
    assert.deepEqual(paths.filter((path) => path.endsWith('.ts')).sort(), sources().sort());
    assert.deepEqual(paths.filter((path) => path.endsWith('/')).sort(), folders().sort());
  });
});

/** What the page lists, each path from the root, folders with a slash at their end. */
function house(): { path: string; sentence: string }[] {
  const [, list = ''] = /## The house\n\n```\n([^`]*)```/.exec(page) ?? [];
  const above: string[] = [];
  return list
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, indent = '', name = '', sentence = ''] = /^( *)(\S+) *(.*)$/.exec(line) ?? [];
      above.splice(indent.length / 2, Infinity, name);
      return { path: above.join(''), sentence };
    });
}

const entries = (folder: string, recursive = false) =>
  readdirSync(root + folder, { withFileTypes: true, recursive }).map((entry) => ({
    isFolder: entry.isDirectory(),
    path: relative(root, join(entry.parentPath, entry.name)),
  }));

const sources = () =>
  ['elements', 'src']
    .flatMap((folder) => entries(folder, true))
    .filter(({ path }) => path.endsWith('.ts'))
    .map(({ path }) => path);

/** The folders at the top that are ours, and those right in them; of elements/ and src/ all. */
function folders(): string[] {
  const nested = ['elements', 'src', 'demo', 'test'];
  const tops = [...nested, 'i18n', 'nuxeo', 'docs'];
  const within = nested.flatMap((folder) => entries(folder)).filter(({ isFolder }) => isFolder);
  return [...tops, ...within.map(({ path }) => path)].map((path) => `${path}/`);
}
