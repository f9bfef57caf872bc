import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { makePage } from '../../docs/make.js';

const page = readFileSync(new URL('../../docs/elements.md', import.meta.url), 'utf8');

const elements = new URL('../../elements/', import.meta.url);
const sources = readdirSync(elements, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, elements), 'utf8'));

/** Everything in the sources that stands in the pattern's group. */
const allOf = (pattern: RegExp) =>
  new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name ?? '')));

function seesAll(names: Iterable<string>): void {
  assert.deepEqual(
    [...names].filter((name) => !page.includes(`| \`${name}\``)),
    [],
  );
}

describe('docs/elements.md', () => {
  it('is what `npm run docs` writes now', async () => {
    assert.equal(page, await makePage());
  });

  it('tells every part and every custom property that there is', () => {
    const parts = allOf(/ part="([\w-]+)"/g);
    const properties = allOf(/var\((--nuxeo-[\w-]+)/g);
    assert.ok(parts.size && properties.size);
    seesAll([...parts, 'notice', 'banner', ...properties]);
  });

  it('tells every event of a session with its detail', () => {
    seesAll(['opened', 'saved', 'closed', 'failed'].map((what) => `office-online-${what}`));
    assert.equal(page.match(/detail `\{repository, documentId, xpath, action(, reason)?\}`/g)?.length, 4);
  });
});
