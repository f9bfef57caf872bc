import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BROWSERS, usedFeatures, type Feature } from './needed-browsers.js';

const page = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The versions that a page names: “Chrome and Edge 120, Firefox 115, Safari 17”. */
function named(path: string): Record<(typeof BROWSERS)[number], number> {
  const match = /Chrome and Edge ([\d.]+),\s+Firefox ([\d.]+),\s+Safari ([\d.]+)/.exec(page(path));
  assert.ok(match, `${path} names no versions`);
  const [chromium = 0, firefox = 0, safari = 0] = match.slice(1).map(Number);
  return { chrome: chromium, edge: chromium, firefox, safari };
}

const features = usedFeatures();
const told = ({ name, file }: Feature) => `${name} in ${file}`;

describe('the browsers that the code needs', () => {
  it('are looked for where it is known that they matter', () => {
    const names = features.map(({ name }) => name);
    for (const name of ['api.URL.canParse_static', 'api.HTMLElement.inert', 'css.selectors.dir']) {
      assert.ok(names.includes(name), `${name} is not seen in the code`);
    }
  });

  for (const path of ['README.md', 'docs/admin.md']) {
    for (const browser of BROWSERS) {
      it(`are those that ${path} names: ${browser}`, () => {
        const version = named(path)[browser];
        const newer = features.filter(({ versions }) => versions[browser] > version);
        assert.deepEqual(newer.map(told), []);
        const needed = Math.max(...features.map(({ versions }) => versions[browser]));
        assert.equal(version, needed, `${path} asks for more than the code needs`);
      });
    }
  }
});
