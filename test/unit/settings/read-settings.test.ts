import { CREATE_SETTINGS } from '../../../src/settings/create-settings.js';
import { EDITOR_SETTINGS } from '../../../src/settings/editor-settings.js';
import { OFFER_SETTINGS } from '../../../src/settings/offer-settings.js';
import { readSettings } from '../../../src/settings/read-settings.js';
import { expect } from '../expect.js';

const TABLE = { ...OFFER_SETTINGS, ...CREATE_SETTINGS, ...EDITOR_SETTINGS };
const DEFAULTS = Object.fromEntries(
  Object.entries(TABLE).map(([name, [, , byDefault]]) => [name, byDefault]),
);

function read(config: unknown) {
  const reports: string[] = [];
  return { settings: readSettings(TABLE, config, (message) => reports.push(message)), reports };
}

describe('settings', () => {
  it('need nothing set: most people set nothing', () => {
    const empty = { actions: [''], groups: [''], trustedOrigins: [] };
    const blank = { target: '', groups: null, loadTimeout: '' };
    for (const nothing of [undefined, null, {}, '', 'text', blank, empty]) {
      expect(read(nothing)).to.deep.equal({ settings: DEFAULTS, reports: [] });
    }
  });

  it('take the strings that a server writes', () => {
    const { settings, reports } = read({
      enabled: ' False ',
      groups: 'editors, members',
      editGroups: 'editors',
      actions: 'view,edit',
      target: 'tab',
      places: 'document, results',
      createType: ' Memo ',
      templatesPath: '/default-domain/templates/',
      productName: 'Collabora Online',
      language: 'pt-pt',
      trustedOrigins: 'https://office.example.com:8443,https://*.officeapps.live.com',
      renewBefore: '60',
      loadTimeout: '10',
      header: ' never ',
    });
    expect(reports).to.deep.equal([]);
    expect(settings).to.deep.equal({
      enabled: false,
      groups: ['editors', 'members'],
      editGroups: ['editors'],
      actions: ['view', 'edit'],
      target: 'tab',
      places: ['document', 'results'],
      createType: 'Memo',
      templatesPath: '/default-domain/templates',
      productName: 'Collabora Online',
      language: 'pt-PT',
      trustedOrigins: ['https://office.example.com:8443', 'https://*.officeapps.live.com'],
      renewBefore: 60,
      loadTimeout: 10,
      header: 'never',
    });
  });

  it('take lists as arrays and booleans as booleans too', () => {
    const { settings } = read({ enabled: false, groups: ['editors'], trustedOrigins: ['https://a.example'] });
    expect(settings.enabled).to.equal(false);
    expect(settings.groups).to.deep.equal(['editors']);
    expect(settings.trustedOrigins).to.deep.equal(['https://a.example']);
  });

  const unusable: Record<string, unknown[]> = {
    enabled: ['yes', 1, {}],
    groups: [5, [1], {}],
    editGroups: [5, [1], {}],
    actions: ['edit,fly', ['delete'], 7],
    target: ['popup', 'PAGE', 1],
    places: ['blob,menu', ['header'], 7],
    createType: [5, {}],
    templatesPath: ['templates', 7, {}],
    productName: [5, {}],
    language: ['not a language', 5],
    renewBefore: ['soon', '-1', '0', 'Infinity', '9e9', {}],
    loadTimeout: [' ', 'NaN', 0],
    header: ['true', 'Auto', false],
  };
  for (const [name, values] of Object.entries(unusable)) {
    for (const value of values) {
      it(`say once what is wrong with ${name} ${JSON.stringify(value)}, and keep the default`, () => {
        const { settings, reports } = read({ [name]: value });
        expect(settings).to.deep.equal(DEFAULTS);
        expect(reports).to.have.length(1);
        expect(reports[0]).to.include(`officeOnline.${name}: expected `);
      });
    }
  }

  const origins: [given: unknown, kept: string[], told: string[]][] = [
    ['https://a.example/, b.example', ['https://a.example/', 'b.example'], ['"b.example"']],
    [
      ['https://a.example/path', '*'],
      ['https://a.example/path', '*'],
      ['"https://a.example/path"', '"*"'],
    ],
    ['office.example.com', ['office.example.com'], ['"office.example.com"']],
    [',', [','], ['","']],
    [5, ['5'], ['"5"']],
    [[{}, 'https://a.example'], ['{}', 'https://a.example'], ['"{}"']],
    [{}, ['{}'], ['"{}"']],
    [true, ['true'], ['"true"']],
    ['https://a.example', ['https://a.example'], []],
    [' ', [], []],
  ];
  for (const [given, kept, told] of origins) {
    it(`say what is wrong in trustedOrigins ${JSON.stringify(given)}, and go on trusting no more for it`, () => {
      const { settings, reports } = read({ trustedOrigins: given });
      expect(settings).to.deep.equal({ ...DEFAULTS, trustedOrigins: kept });
      expect(reports).to.deep.equal(
        told.map(
          (entry) =>
            `officeOnline.trustedOrigins: expected https origins with commas between them, got ${entry}`,
        ),
      );
    });
  }

  it('do not fall for the names of an object', () => {
    expect(read(JSON.parse('{"__proto__": {"target": "tab"}, "constructor": "x"}')).settings).to.deep.equal(
      DEFAULTS,
    );
  });
});
