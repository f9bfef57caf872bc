import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Package } from 'custom-elements-manifest';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { messageFiles } from '../../nuxeo/message-files.js';
import { Stage } from '../e2e/stage.js';
import { ADDON, TYPED } from './addon.js';
import { Integrator } from './integrator.js';

const integrator = new Integrator();
const inPackage = (...path: string[]) => integrator.path('node_modules/nuxeo-office-online', ...path);

before(() => integrator.install());
after(() => integrator.leaves());

describe('the npm package', () => {
  const KINDS = [
    /^(package\.json|README\.md|LICENSE|custom-elements\.json)$/,
    /^lib\/(elements|src)(\/[\w-]+){1,2}\.(js|d\.ts)$/,
    /^lib\/src\/create\/nuxeo-office-online-blank\.(docx|xlsx|pptx)$/,
    /^lib\/i18n\/(admin\/)?messages(-[\w-]+)?\.json$/,
    /^lib\/i18n\/(messages|admin\/messages(-[\w-]+)?)\.json\.js$/,
    /^lib\/package\.json\.js$/,
  ];

  it('holds modules, types, messages, manifest, README and LICENSE, and nothing else', () => {
    const { packed } = integrator;
    assert.deepEqual(
      packed.filter((path) => !KINDS.some((kind) => kind.test(path))),
      [],
    );
    for (const path of [
      'README.md',
      'LICENSE',
      'custom-elements.json',
      'lib/elements/index.js',
      'lib/elements/index.d.ts',
      ...['docx', 'xlsx', 'pptx'].map((kind) => `lib/src/create/nuxeo-office-online-blank.${kind}`),
      ...[...messageFiles.keys()].map((name) => `lib/i18n/${name}`),
    ]) {
      assert.ok(packed.includes(path), path);
    }
  });

  it('tells nothing of the machine that built it', () => {
    for (const path of integrator.packed.filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(inPackage(path), 'utf8');
      assert.doesNotMatch(text, /sourceMappingURL|file:\/\/|\/node_modules\//, path);
    }
  });

  it('brings Lit and nothing of Nuxeo’s', () => {
    assert.ok(existsSync(integrator.path('node_modules/lit')));
    assert.ok(!existsSync(integrator.path('node_modules/@nuxeo')));
  });

  it('lists its elements in the manifest with the modules that define them', () => {
    const manifest = JSON.parse(readFileSync(inPackage('custom-elements.json'), 'utf8')) as Package;
    const tags = manifest.modules.flatMap(({ path, exports = [] }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => [name, path]),
    );
    assert.deepEqual(tags, [
      ['nuxeo-office-online-action', 'lib/elements/entry/nuxeo-office-online-action.js'],
      ['nuxeo-office-online-create', 'lib/elements/entry/nuxeo-office-online-create.js'],
      ['nuxeo-office-online-info', 'lib/elements/entry/nuxeo-office-online-info.js'],
      ['nuxeo-office-online-page', 'lib/elements/entry/nuxeo-office-online-page.js'],
      ['nuxeo-office-online-status', 'lib/elements/entry/nuxeo-office-online-status.js'],
      ['nuxeo-office-online-editor', 'lib/elements/editor/nuxeo-office-online-editor.js'],
      ['nuxeo-office-online-selection', 'lib/elements/places/nuxeo-office-online-selection.js'],
    ]);
    for (const [name, path] of tags) {
      assert.match(readFileSync(inPackage(path ?? ''), 'utf8'), new RegExp(`define\\(["']${name}["']`));
    }
  });

  for (const options of [
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ]) {
    it(`has types that hold under the strictest check, resolved as ${options.moduleResolution} does`, () => {
      integrator.writes('typed.ts', TYPED);
      assert.equal(integrator.complaintsOf('typed.ts', options), '');
    });
  }

  it('gives who only opens files no element and no contribution', async () => {
    integrator.writes(
      'opener.js',
      "export { openOfficeOnline } from 'nuxeo-office-online/open-office-online.js';",
    );
    const { entry } = await integrator.bundlesWithRollup('opener.js', 'opener');
    assert.match(entry, /openOfficeOnline/);
    assert.doesNotMatch(entry, /customElements|nuxeo-slot-content|LitElement/);
  });

  it('defines an element for who imports it for nothing else', async () => {
    for (const name of ['action', 'create', 'editor', 'info', 'page', 'selection', 'status'].map(
      (part) => `nuxeo-office-online-${part}`,
    )) {
      integrator.writes('import.js', `import 'nuxeo-office-online/${name}.js';`);
      const { all } = await integrator.bundlesWithRollup('import.js', 'import');
      assert.match(all, new RegExp(`define\\(["']${name}["']`));
    }
  });

  it('does nothing in any module beside those that package.json names', async () => {
    const modules = readdirSync(inPackage('lib/src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => `import './node_modules/nuxeo-office-online/lib/src/${name}';`);
    assert.ok(modules.length > 30);
    integrator.writes('import.js', modules.join('\n'));
    const { all } = await integrator.bundlesWithRollup('import.js', 'import', {
      treeshake: { moduleSideEffects: true, propertyReadSideEffects: false },
    });
    assert.equal(all.trim(), '');
  });
});

for (const bundler of ['Rollup', 'webpack'] as const) {
  describe(`in an addon that ${bundler} bundles`, () => {
    // The stand-in deploys what is in the folder when it starts.
    before(async () => {
      integrator.writes('addon.js', ADDON);
      await integrator[`bundlesWith${bundler === 'Rollup' ? 'Rollup' : 'Webpack'}`]('addon.js', bundler);
    });
    const stage = new Stage({ plugin: integrator.path(bundler) });

    it('the action shows, in English where the server has no messages for it, and opens the editor', async () => {
      const alice = await stage.person('alice');
      await alice.opensDocument(sampleIds.quarterlyReport);
      await alice.action('Edit in Word Online').click();
      await alice.seesEditor();
      await alice.closes();
      assert.deepEqual(alice.complaints, []);
      await alice.leaves();
    });

    it('a content that the addon disables by its name is not there', async () => {
      const alice = await stage.person('alice');
      await alice.opensDocument(sampleIds.quarterlyReport);
      // Its name is empty until the messages in English are there, which this server has not.
      await alice.action('Edit in Word Online').waitFor();
      assert.deepEqual(await alice.offers(), ['Edit in Word Online']);
      await alice.leaves();
    });

    it('openOfficeOnline opens the file from the addon’s own button', async () => {
      const alice = await stage.person('alice');
      await alice.opensDocument(sampleIds.quarterlyReport);
      await alice.row().getByRole('button', { name: 'Read it' }).click();
      await alice.seesEditor();
      assert.match(alice.page.url(), /#!\/office-online\/view\/default\//);
      await alice.leaves();
    });
  });
}
