import { namePage, translate } from '../../../src/web-ui/i18n.js';
import { textLanguage } from '../../../src/web-ui/text-language.js';
import { expect } from '../expect.js';
import { globals, forgetWebUi } from './globals.js';

afterEach(forgetWebUi);

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

describe('the names of the pages, for Web UI’s title and menu', () => {
  it('are given where Web UI has none, and are left where it has them', () => {
    const de: Record<string, string> = {};
    globals.nuxeo = { I18n: { language: 'de', de } };
    namePage();
    const given = { 'app.title.office-online': 'Office', 'app.title.admin.office-online': 'Office' };
    expect(de).to.deep.equal(given);
    de['app.title.office-online'] = 'Büro';
    namePage();
    expect(de).to.deep.equal({ ...given, 'app.title.office-online': 'Büro' });
  });

  it('does no harm where there are no messages yet', () => {
    for (const nuxeo of [undefined, {}, { I18n: {} }, { I18n: { language: 'de', de: 'nothing' } }]) {
      globals.nuxeo = nuxeo;
      namePage();
    }
  });
});
