import assert from 'node:assert/strict';
import { deploy, type Deployment, type Files, type Properties } from '../../demo/deployment/index.js';
import { expand } from '../../demo/deployment/variables.js';
import { webUiProperties } from '../../demo/page/config.js';
import { webUiMessages } from '../../demo/page/messages.js';
import { messageFiles } from '../../nuxeo/message-files.js';
import { CREATE_SETTINGS } from '../../src/settings/create-settings.js';
import { EDITOR_SETTINGS } from '../../src/settings/editor-settings.js';
import { OFFER_SETTINGS } from '../../src/settings/offer-settings.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { Contents, JAR, name, textOf, type Changes } from './contents.js';

const I18N = 'nuxeo.war/ui/i18n/';

let contents: Contents;
let webUi: Files;
let deployed: Deployment;
before(async () => {
  contents = await Contents.open();
  webUi = await webUiMessages();
  deployed = await deploy(contents.bytes, webUi);
});

const messagesIn = (files: Files, file: string): Record<string, string> =>
  JSON.parse(files.get(I18N + file)?.toString() ?? '{}') as Record<string, string>;

/** What the page gets as `Nuxeo.UI.config.officeOnline`. */
function officeOnline(properties: Properties): Properties {
  const prefix = 'org.nuxeo.web.ui.officeOnline.';
  const ours = Object.entries(properties).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(ours.map(([key, value]) => [key.slice(prefix.length), value]));
}

describe('a server with the package', () => {
  it('has every setting, as texts and lists, and all mean what is the default without it', () => {
    const raw = officeOnline(deployed.properties(webUiProperties, {}));
    const reports: string[] = [];
    const table = { ...OFFER_SETTINGS, ...CREATE_SETTINGS, ...EDITOR_SETTINGS };
    const settings = readSettings(table, raw, (message) => reports.push(message));
    assert.deepEqual(reports, []);
    assert.deepEqual(
      settings,
      readSettings(table, {}, () => undefined),
    );
    assert.deepEqual(Object.keys(raw).sort(), Object.keys(table).sort());
    assert.deepEqual(
      Object.keys(raw)
        .filter((key) => Array.isArray(raw[key]))
        .sort(),
      ['actions', 'editGroups', 'groups', 'places', 'trustedOrigins'],
    );
  });

  it('takes every setting from nuxeo.conf', () => {
    const conf = {
      enabled: 'false',
      groups: 'R&D, <editors>',
      editGroups: 'editors',
      actions: 'view',
      target: 'tab',
      places: 'blob,document',
      createType: 'Memo',
      templatesPath: '/default-domain/R&D',
      productName: 'Word & Co',
      language: 'fr-FR',
      trustedOrigins: 'https://a.example,https://*.b.example',
      renewBefore: '60',
      loadTimeout: '10',
      header: 'never',
    };
    const lines = Object.entries(conf).map(([key, value]): [string, string] => [
      `nuxeo.office.online.${key}`,
      value,
    ]);
    const raw = officeOnline(deployed.properties(webUiProperties, Object.fromEntries(lines)));
    assert.deepEqual(raw, {
      ...conf,
      groups: ['R&D', ' <editors>'],
      editGroups: ['editors'],
      actions: ['view'],
      places: ['blob', 'document'],
      trustedOrigins: ['https://a.example', 'https://*.b.example'],
    });
  });

  it('has “wopi” at the end of Web UI’s list of blob enrichers, and all else of Web UI as it was', () => {
    const key = 'org.nuxeo.web.ui.enrichers.blob';
    const properties = deployed.properties(webUiProperties, {});
    assert.deepEqual(properties[key], [webUiProperties[key], 'wopi'].flat());
    for (const [given, value] of Object.entries(webUiProperties)) {
      if (given !== key) assert.deepEqual(properties[given], value, given);
    }
  });

  it('has every message in every language that there is, the copies too, and Web UI’s own as they were', () => {
    for (const file of [...messageFiles].flat(2)) {
      assert.ok(webUi.has(I18N + file), `Web UI has no ${file}`);
      const own = messagesIn(webUi, file);
      const messages = messagesIn(deployed.files, file);
      assert.ok(messages['officeOnline.action.edit'], file);
      for (const [key, text] of Object.entries(own)) assert.equal(messages[key], text, `${file}: ${key}`);
    }
  });

  it('has no file changed or left but messages, scripts of ours, and the jar', () => {
    const changed = [...deployed.files].filter(([path, content]) => webUi.get(path) !== content);
    for (const [path] of changed) {
      assert.match(
        path,
        /^(nuxeo\.war\/ui\/(nuxeo-office-online[\w.-]*\.(js|docx|xlsx|pptx)|i18n\/messages[\w-]*\.json)|bundles\/nuxeo-office-online-[\d.]+\.jar)$/,
      );
    }
    assert.deepEqual(
      [...webUi.keys()].filter((path) => !deployed.files.has(path)),
      [],
    );
    assert.equal(deployed.name, name);
    assert.ok(deployed.files.has(`nuxeo.war/ui/${name}.bundle.js`));
  });
});

describe('the stand-in refuses, as a server would,', () => {
  const FRAGMENT = 'OSGI-INF/deployment-fragment.xml';
  const PROPERTIES = 'OSGI-INF/web-ui-properties.xml';
  const MANIFEST = 'META-INF/MANIFEST.MF';

  /** The file of the jar with a part of it replaced. */
  const edited = async (path: string, from: string | RegExp, to: string): Promise<Changes> => {
    const text = await textOf(contents.jar, path);
    assert.notEqual(text.replace(from, to), text);
    return { [path]: text.replace(from, to) };
  };
  const described = async (from: RegExp, to: string): Promise<Buffer> => {
    const text = await textOf(contents.zip, 'package.xml');
    assert.notEqual(text.replace(from, to), text);
    return contents.changed({ 'package.xml': text.replace(from, to) });
  };
  const inJar = async (...edit: Parameters<typeof edited>): Promise<Buffer> =>
    contents.changed({}, await edited(...edit));

  const broken: [name: string, make: () => Promise<Buffer>, says: RegExp][] = [
    ['what is no zip', () => Promise.resolve(Buffer.from('PK?')), /The package is not a zip/],
    [
      'a package without package.xml',
      () => contents.changed({ 'package.xml': undefined }),
      /no package\.xml/,
    ],
    ['one without a version', () => described(/ version="[^"]*"/, ''), /expected a version such as 1\.2\.3/],
    ['one that is no addon', () => described(/type="addon"/, 'type="add-on"'), /expected type addon/],
    ['one without a title', () => described(/<title>.*<\/title>/, ''), /package\.xml: there is no title/],
    ['one for no platform', () => described(/<name>lts<\/name>/, ''), /no target-platform with name/],
    ['one without install.xml', () => contents.changed({ 'install.xml': undefined }), /no install\.xml/],
    ['one without the jar', () => contents.changed({ [JAR]: undefined }), /no install\/bundles\//],
    ['a jar without a manifest', () => contents.changed({}, { [MANIFEST]: undefined }), /no META-INF/],
    ['a manifest without an end', () => inJar(MANIFEST, /\s+$/, ''), /the last line has no end/],
    [
      'a manifest with a line of 73 bytes',
      () => inJar(MANIFEST, /Bundle-Name: .*/, `Bundle-Name: ${'é'.repeat(30)}`),
      /line 3 has more than 72 bytes/,
    ],
    [
      'a manifest with a line that is none',
      () => inJar(MANIFEST, 'Bundle-Name: ', 'Bundle-Name='),
      /line 3 is/,
    ],
    [
      'a manifest that names a component that is not there',
      () => contents.changed({}, { [PROPERTIES]: undefined }),
      /no OSGI-INF\/web-ui-properties\.xml in the jar, though/,
    ],
    [
      'a component that is not well-formed',
      () => inJar(PROPERTIES, '</component>', ''),
      /web-ui-properties\.xml: not well-formed XML, line/,
    ],
    [
      'a component that may come before Web UI’s',
      () => inJar(PROPERTIES, /<require>.*<\/require>/, ''),
      /has to require org\.nuxeo\.web\.ui\.properties\.contrib/,
    ],
    [
      'a fragment that may come before Web UI’s',
      () => inJar(FRAGMENT, /<require>.*<\/require>/, ''),
      /has to require org\.nuxeo\.web\.ui\./,
    ],
    [
      'a fragment that appends what is not there',
      () => contents.changed({}, { 'i18n/messages.json': undefined }),
      /no bundles\/.*\.tmp\/i18n\/messages\.json in the server/,
    ],
    [
      'messages that are not JSON',
      () => contents.changed({}, { 'i18n/messages.json': '{"a": "b",}' }),
      /messages\.json is not JSON/,
    ],
  ];
  for (const [what, make, says] of broken) {
    it(what, async () => {
      const zip = await make();
      await assert.rejects(async () => (await deploy(zip, webUi)).properties(webUiProperties, {}), says);
    });
  }

  it('a value of nuxeo.conf that breaks the component it stands in', () => {
    assert.throws(
      () => deployed.properties(webUiProperties, { 'nuxeo.office.online.target': '<page>' }),
      /web-ui-properties\.xml: not well-formed XML/,
    );
  });
});

describe('variables', () => {
  const values = { name: 'value', other: '${name}', empty: '' };
  const expanded: Record<string, string> = {
    '${name}': 'value',
    '${name:=default}': 'value',
    '${unknown:=a,b}': 'a,b',
    '${unknown:=}': '',
    '${empty:=default}': '',
    '${unknown}': '${unknown}',
    '${other}': 'value',
    '${unknown:={a}}': '{a}',
    '$${name}': '${name}',
    '${constructor:=default}': 'default',
  };
  for (const [text, result] of Object.entries(expanded)) {
    it(`“${text}” becomes “${result}”`, () => assert.equal(expand(text, values), result));
  }
});
