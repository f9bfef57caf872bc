import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { messageFiles } from '../../nuxeo/message-files.js';
import { packPlugin } from '../../nuxeo/pack.js';
import { Contents, entry, JAR, name, pathsIn, textOf, version } from './contents.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const UI = 'web/nuxeo.war/ui/';

let contents: Contents;
before(async () => {
  contents = await Contents.open();
});

/** What the elements of package.xml that are looked at hold. */
interface Descriptor {
  package: Record<string, string> & {
    installer: { restart: string };
    uninstaller: { restart: string };
    'target-platform': { name: string; version: string };
    dependencies: { package: string[] };
  };
}

const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });

/** Paths of the jar's scripts. */
const scripts = (): string[] =>
  pathsIn(contents.jar).filter((path) => path.startsWith(UI) && path.endsWith('.js'));

describe('the package', () => {
  it('has its descriptor, what to install, and the jar', () => {
    assert.deepEqual(pathsIn(contents.zip), ['package.xml', 'install.xml', JAR]);
  });

  it('is described with all that nuxeoctl needs', async () => {
    const descriptor = (xml.parse(await textOf(contents.zip, 'package.xml')) as Descriptor).package;
    assert.deepEqual(
      { type: descriptor.type, name: descriptor.name, version: descriptor.version },
      { type: 'addon', name, version },
    );
    for (const field of ['title', 'description', 'vendor', 'license', 'license-url']) {
      assert.ok(descriptor[field], field);
    }
    assert.deepEqual([descriptor.installer.restart, descriptor.uninstaller.restart], ['true', 'true']);
    assert.deepEqual(descriptor.dependencies.package, ['nuxeo-web-ui', 'nuxeo-wopi']);
  });

  it('can be installed where Web UI loads bundles: LTS 2021 and later', async () => {
    const descriptor = (xml.parse(await textOf(contents.zip, 'package.xml')) as Descriptor).package;
    assert.deepEqual(descriptor['target-platform'], { name: 'lts', version: '[2021.2,)' });
  });

  it('has the bundles of the server updated, and nothing else', async () => {
    const install = await textOf(contents.zip, 'install.xml');
    assert.equal(
      install.replace(/\s+/g, ' ').trim(),
      '<install> <update file="${package.root}/install/bundles" todir="${env.bundles}" /> </install>',
    );
  });

  it('is the same, byte for byte, whenever and in whichever time zone it is packed', async () => {
    const { TZ } = process.env;
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        assert.ok((await packPlugin()).bytes.equals(contents.bytes), zone);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
    for (const archive of [contents.zip, contents.jar]) {
      for (const path of pathsIn(archive)) {
        assert.equal(entry(archive, path).date.toISOString(), '1980-01-01T00:00:00.000Z', path);
      }
    }
  });
});

describe('the jar', () => {
  it('has a manifest that a server can read, first of all', async () => {
    assert.equal(pathsIn(contents.jar)[0], 'META-INF/MANIFEST.MF');
    const manifest = await textOf(contents.jar, 'META-INF/MANIFEST.MF');
    assert.match(manifest, /\r?\n$/);
    assert.doesNotMatch(manifest, /\r(?!\n)|\n\r?\n./);
    for (const line of manifest.split(/\r?\n/)) assert.ok(Buffer.byteLength(line) <= 72, line);
    for (const header of [
      /^Manifest-Version: 1\.0$/m,
      /^Bundle-ManifestVersion: \d$/m,
      /^Bundle-Name: \S/m,
      /^Bundle-SymbolicName: [\w.]+;singleton:=true$/m,
      new RegExp(`^Bundle-Version: ${version}$`, 'm'),
      /^Bundle-Vendor: \S/m,
    ]) {
      assert.match(manifest, header);
    }
  });

  it('has each component that its manifest names, and no other, all well-formed', async () => {
    const manifest = (await textOf(contents.jar, 'META-INF/MANIFEST.MF')).replace(/\r?\n /g, '');
    const named = /^Nuxeo-Component: (.+)$/m.exec(manifest)?.[1]?.split(/,\s*/) ?? [];
    const files = pathsIn(contents.jar).filter((path) => path.startsWith('OSGI-INF/'));
    assert.deepEqual([...named, 'OSGI-INF/deployment-fragment.xml'].sort(), files.sort());
    for (const path of files)
      assert.equal(XMLValidator.validate(await textOf(contents.jar, path)), true, path);
  });

  it('has its messages in every language that there are any, and appends them to the copies too', async () => {
    const fragment = await textOf(contents.jar, 'OSGI-INF/deployment-fragment.xml');
    const appends = [...fragment.matchAll(/<append from="([^"]+)" to="([^"]+)"/g)].map(
      ([, from = '', to = '']) => [
        from.replace('${bundle.fileName}.tmp/', ''),
        to.replace('nuxeo.war/ui/', ''),
      ],
    );
    const expected = [...messageFiles].flatMap(([file, copies]) =>
      [file, ...copies].map((target) => [`i18n/${file}`, `i18n/${target}`]),
    );
    assert.deepEqual(appends.map(String).sort(), expected.map(String).sort());
    for (const file of messageFiles.keys()) {
      assert.equal(await textOf(contents.jar, `i18n/${file}`), readFileSync(`${root}i18n/${file}`, 'utf8'));
    }
  });

  it('puts scripts and blank files of its own name into Web UI, and no other file', () => {
    const others = pathsIn(contents.jar).filter((path) => !/^(META-INF|OSGI-INF|i18n)\//.test(path));
    assert.ok(others.includes(`${UI}nuxeo-office-online.bundle.js`));
    for (const kind of ['docx', 'xlsx', 'pptx'])
      assert.ok(others.includes(`${UI}nuxeo-office-online-blank.${kind}`));
    for (const path of others)
      assert.match(path, /^web\/nuxeo\.war\/ui\/nuxeo-office-online[\w.-]*\.(js|docx|xlsx|pptx)$/);
  });

  it('has any file below nuxeo/web, at any depth, byte for byte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-online-'));
    const picture = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    try {
      mkdirSync(join(folder, 'nuxeo.war/ui'), { recursive: true });
      writeFileSync(join(folder, 'nuxeo.war/ui/picture.png'), picture);
      const { jar } = await Contents.of((await packPlugin(folder)).bytes);
      assert.deepEqual(await entry(jar, `${UI}picture.png`).async('nodebuffer'), picture);
      assert.deepEqual(pathsIn(jar), [...pathsIn(contents.jar), `${UI}picture.png`]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has scripts that find each other by relative addresses, all from the bundle on', async () => {
    const found = new Set<string>();
    const follow = async (path: string): Promise<void> => {
      if (found.has(path)) return;
      found.add(path);
      const script = await textOf(contents.jar, path);
      for (const [, address = ''] of script.matchAll(/\b(?:from|import)\s*\(?\s*["'`]([^"'`]+)["'`]/g)) {
        assert.match(address, /^\.\/[\w.-]+$/, `${path} imports ${address}`);
        await follow(UI + address.slice(2));
      }
    };
    await follow(`${UI}nuxeo-office-online.bundle.js`);
    assert.deepEqual([...found].sort(), scripts().sort());
  });

  it('tells nothing of the machine that it was built on', async () => {
    for (const path of pathsIn(contents.jar)) {
      assert.doesNotMatch(path, /\.map$/);
      const text = await textOf(contents.jar, path);
      assert.doesNotMatch(text, /sourceMappingURL|file:\/\//, path);
      assert.ok(!text.includes(root), `${path} has ${root} in it`);
    }
  });

  it('comes with the licences of what is in it', async () => {
    assert.match(await textOf(contents.jar, 'META-INF/LICENSE'), /Apache License/);
    assert.match(await textOf(contents.jar, 'META-INF/LICENSE-lit'), /BSD 3-Clause/);
  });
});
