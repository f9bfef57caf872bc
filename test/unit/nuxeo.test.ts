import { expect } from './expect.js';
import { hrefOfDocument } from '../../src/app.js';
import { hrefOf, namePage, requestWopiEnricher, settings, translate } from '../../src/nuxeo.js';
import { textLanguage } from '../../src/text-language.js';

interface Globals {
  Nuxeo?: { UI?: { config?: Record<string, unknown>; app?: unknown } };
  nuxeo?: { I18n?: unknown };
}
const globals = window as unknown as Globals;

afterEach(() => {
  delete globals.Nuxeo;
  delete globals.nuxeo;
});

describe('the wopi enricher', () => {
  const shapes: [unknown, string[]][] = [
    [undefined, ['wopi']],
    [null, ['wopi']],
    ['', ['wopi']],
    ['wopi', ['wopi']],
    ['preview', ['preview', 'wopi']],
    ['preview, appLinks', ['preview', 'appLinks', 'wopi']],
    ['wopi,preview,wopi', ['preview', 'wopi']],
    [['preview'], ['preview', 'wopi']],
    [['wopi', 'wopi'], ['wopi']],
    [
      ['preview', null, 'a, b'],
      ['preview', 'a', 'b', 'wopi'],
    ],
    [{}, ['wopi']],
  ];
  for (const [blob, expected] of shapes) {
    it(`is asked for once where the list is ${JSON.stringify(blob)}`, () => {
      globals.Nuxeo = { UI: { config: { enrichers: { document: ['permissions'], blob } } } };
      requestWopiEnricher(true);
      requestWopiEnricher(true);
      expect(globals.Nuxeo.UI?.config?.enrichers).to.deep.equal({
        document: ['permissions'],
        blob: expected,
      });
    });
  }

  it('is asked for where there is no configuration at all', () => {
    for (const start of [
      undefined,
      {},
      { UI: {} },
      { UI: { config: {} } },
      { UI: { config: { enrichers: 'x' } } },
    ]) {
      globals.Nuxeo = start;
      requestWopiEnricher(true);
      expect((globals.Nuxeo?.UI?.config?.enrichers as { blob: string[] }).blob).to.deep.equal(['wopi']);
    }
  });

  it('leaves a list that the stock addon can still push to', () => {
    globals.Nuxeo = { UI: { config: { enrichers: { blob: 'preview' } } } };
    requestWopiEnricher(true);
    (globals.Nuxeo.UI?.config?.enrichers as { blob: string[] }).blob.push('wopi');
  });
});

describe('the wopi enricher, with the flag off,', () => {
  it('is taken out as often as our package has put it there: once', () => {
    for (const [before, after] of [
      [['preview', 'wopi'], ['preview']],
      [
        ['wopi', 'preview', 'wopi'],
        ['preview', 'wopi'],
      ],
      [['preview'], ['preview']],
    ]) {
      globals.Nuxeo = { UI: { config: { enrichers: { blob: before } } } };
      requestWopiEnricher(false);
      expect(globals.Nuxeo.UI?.config?.enrichers).to.deep.equal({ blob: after });
    }
  });
});

describe('settings from the page', () => {
  it('are read as they stand when they are asked for', () => {
    expect(settings().target).to.equal('page');
    globals.Nuxeo = { UI: { config: { officeOnline: { target: 'tab' } } } };
    expect(settings().target).to.equal('tab');
    (globals.Nuxeo.UI?.config?.officeOnline as { target: string }).target = 'window';
    expect(settings().target).to.equal('window');
  });

  it('that are wrong are told in the console, once', () => {
    const told: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
    try {
      for (const enabled of ['perhaps', 'perhaps', 'true', 'perhaps']) {
        globals.Nuxeo = { UI: { config: { officeOnline: { enabled } } } };
        expect(settings().enabled).to.equal(true);
      }
    } finally {
      console.warn = warn;
    }
    expect(told).to.deep.equal([
      'nuxeo-office-online: officeOnline.enabled: expected true or false, got "perhaps"',
    ]);
  });
});

describe('messages', () => {
  it('are those of the server', () => {
    globals.nuxeo = { I18n: { translate: (key: string, ...params: string[]) => `${key}!${params.join()}` } };
    expect(translate('officeOnline.action.edit', 'Word Online')).to.equal(
      'officeOnline.action.edit!Word Online',
    );
  });

  it('are English where the server has none, as soon as it is there, and never a raw key', async () => {
    globals.nuxeo = { I18n: { translate: (key: string) => key } };
    const loaded = new Promise((resolve) =>
      document.addEventListener('i18n-locale-loaded', resolve, { once: true }),
    );
    expect(translate('officeOnline.action.edit', 'Word Online')).to.equal('');
    await loaded;
    expect(translate('officeOnline.action.edit', 'Word $& Online')).to.equal('Edit in Word $& Online');
    expect(translate('officeOnline.frame', 'a {1}.docx', 'Word')).to.include('Word');
  });
});

describe('the language of the messages', () => {
  it('is Web UI’s where the server has ours', () => {
    globals.nuxeo = { I18n: { language: 'cs', translate: () => 'Zavřít' } };
    expect(textLanguage()).to.equal('cs');
  });

  it('is English where it does not, whatever Web UI’s is', () => {
    globals.nuxeo = { I18n: { language: 'cs', translate: (key: string) => key } };
    expect(textLanguage()).to.equal('en');
    globals.nuxeo = undefined;
    expect(textLanguage()).to.equal('en');
  });
});

describe('the name of the page, for Web UI’s title', () => {
  it('is given where Web UI has none, and is left where it has one', () => {
    const de: Record<string, string> = {};
    globals.nuxeo = { I18n: { language: 'de', de } };
    namePage();
    expect(de).to.deep.equal({ 'app.title.office-online': 'Office' });
    de['app.title.office-online'] = 'Büro';
    namePage();
    expect(de).to.deep.equal({ 'app.title.office-online': 'Büro' });
  });

  it('does no harm where there are no messages yet', () => {
    for (const nuxeo of [undefined, {}, { I18n: {} }, { I18n: { language: 'de', de: 'nothing' } }]) {
      globals.nuxeo = nuxeo;
      namePage();
    }
  });
});

describe('links', () => {
  const route = { action: 'view', repository: 'default', documentId: '1', xpath: 'file:content' } as const;

  it('are what Web UI routes by', () => {
    expect(hrefOf(route)).to.equal('#!/office-online/view/default/1/file:content');
    expect(hrefOfDocument('1')).to.equal('#!/doc/1');
    globals.Nuxeo = {
      UI: { app: { router: { useHashbang: false, baseUrl: '/ui', document: () => '/d/1' } } },
    };
    expect(hrefOf(route)).to.equal('/ui/office-online/view/default/1/file:content');
    expect(hrefOfDocument('1')).to.equal('/ui/d/1');
  });
});
