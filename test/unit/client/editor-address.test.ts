import locales from '../../../i18n/locales.json';
import { completeActionUrl, withEditorAddress } from '../../../src/client/editor-address.js';
import type { Offer } from '../../../src/offer/offers.js';
import { expect, reasonOf } from '../expect.js';
import { forgetWebUi, globals } from '../web-ui/globals.js';

const WOPI_SRC = 'IsLicensedUser=1&WOPISrc=https%3A%2F%2Fn.example%2Fnuxeo%2Fsite%2Fwopi%2Ffiles%2Fa~b%20c';
const OFFICE = `https://word-edit.officeapps.live.com/we/wordeditorframe.aspx?${WOPI_SRC}`;
const COLLABORA = `https://collabora.example/browser/abc/cool.html?${WOPI_SRC}`;

const MESSAGES = '&postmessage_origin=https%3A%2F%2Fn.example&closebutton=1&revisionhistory=1';
const REQUEST = {
  language: 'fr',
  readonly: false,
  hostOrigin: 'https://n.example',
  hostSessionId: '5e55',
  userId: 'alice',
  ownerId: 'bob',
  isDark: false,
};
/** What every editor of Microsoft's gets beside its language. */
const SESSION = '&sftc=1&hid=5e55';

const added = (url: string, language: string, readonly = false, hostQuery = '') => {
  const complete = completeActionUrl(url, { ...REQUEST, language, readonly }, hostQuery);
  expect(complete.startsWith(url), complete).to.equal(true);
  return complete.slice(url.length);
};

describe('the address of the editor', () => {
  it('gets the language, with the region that Microsoft wants', () => {
    expect(added(OFFICE, 'fr')).to.equal(`&ui=fr-FR&rs=fr-FR${SESSION}`);
    expect(added(OFFICE, 'pt-PT')).to.equal(`&ui=pt-PT&rs=pt-PT${SESSION}`);
    expect(added(OFFICE, 'en')).to.equal(`&ui=en-US&rs=en-US${SESSION}`);
    expect(added(OFFICE, 'en-GB')).to.equal(`&ui=en-GB&rs=en-GB${SESSION}`);
    expect(added('https://onlyoffice.example/hosting/wopi/word/edit?', 'fr')).to.equal('lang=fr&ui=fr&rs=fr');
  });

  it('is in a language of Microsoft’s for every language of Web UI', () => {
    // "Languages supported in Microsoft 365 for the web", its table's locale ids.
    const known =
      'en-US ar-SA cs-CZ de-DE es-ES eu-ES fr-FR he-IL id-ID it-IT ja-JP nl-NL pl-PL pt-PT sv-SE zh-CN';
    const ui = (language: string) => new URLSearchParams(added(OFFICE, language)).get('ui');
    expect(Object.keys(locales).map(ui).join(' ')).to.equal(known);
  });

  it('is in Microsoft’s one Arabic, with the dates and numbers of the person’s own', () => {
    expect(added(OFFICE, 'ar-MA')).to.equal(`&ui=ar-SA&rs=ar-MA${SESSION}`);
  });

  it('tells Collabora whether to edit, and where to send messages', () => {
    expect(added(COLLABORA, 'sv-SE', true)).to.equal(`&lang=sv-SE&permission=readonly${MESSAGES}`);
    expect(added(COLLABORA, 'sv-SE')).to.equal(`&lang=sv-SE&permission=edit${MESSAGES}`);
  });

  it('keeps what the server put there', () => {
    expect(added(`${OFFICE}&ui=de-DE`, 'fr')).to.equal(`&rs=fr-FR${SESSION}`);
    const url = `${OFFICE}#part`;
    expect(completeActionUrl(url, REQUEST, '')).to.equal(`${OFFICE}&ui=fr-FR&rs=fr-FR${SESSION}#part`);
    expect(completeActionUrl('https://a.example/x', REQUEST, '')).to.equal(
      'https://a.example/x?ui=fr-FR&rs=fr-FR',
    );
  });

  it('hands on what Microsoft left on the page for itself, and nothing else, to nobody else', () => {
    const query = '?wdOrigin=a%20b&token=secret&x=1';
    expect(added(OFFICE, 'en', false, query)).to.equal(`&ui=en-US&rs=en-US${SESSION}&wdOrigin=a+b`);
    for (const other of [COLLABORA, 'https://a.example/hosting/wopi/word/edit?', 'https://a.example/x?']) {
      expect(added(other, 'en', false, query)).to.equal(added(other, 'en'));
    }
  });
});

const VIEW: Offer = { intent: 'view', action: 'view', launchUrl: '', app: 'word', product: 'Word Online' };

describe('the form of the editor', () => {
  const fieldsOf = (actionUrl: string) =>
    withEditorAddress({ actionUrl, accessToken: 'a', accessTokenTtl: 0 }, VIEW, 'bob').fields;

  afterEach(() => {
    forgetWebUi();
    document.body.style.color = '';
  });

  it('tells Microsoft’s editors whose the document is and who opens it, where that is known', () => {
    expect(fieldsOf(OFFICE)).to.eql({ user_id: '', owner_id: 'bob' });
    const app = Object.assign(document.createElement('section'), { currentUser: { id: 'alice' } });
    globals.Nuxeo = { UI: { app } };
    expect(fieldsOf(OFFICE)).to.eql({ user_id: 'alice', owner_id: 'bob' });
  });

  it('has Collabora be as dark as Web UI', () => {
    document.body.style.color = '#3a3a54';
    expect(fieldsOf(COLLABORA)).to.eql({ ui_defaults: 'UITheme=light;' });
    document.body.style.color = '#fff';
    expect(fieldsOf(COLLABORA)).to.eql({ ui_defaults: 'UITheme=dark;' });
  });

  it('is the token’s alone for others', () => {
    expect(fieldsOf(COLLABORA.replace('cool.html', 'loleaflet.html'))).to.equal(undefined);
    expect(fieldsOf('https://a.example/hosting/wopi/word/edit?')).to.equal(undefined);
  });

  it('has another id for each session', () => {
    const idOf = () => {
      const { actionUrl } = withEditorAddress(
        { actionUrl: OFFICE, accessToken: 'a', accessTokenTtl: 0 },
        VIEW,
        '',
      );
      return new URL(actionUrl).searchParams.get('hid') ?? '';
    };
    expect(idOf()).to.match(/^[\da-f]{32}$/);
    expect(idOf()).not.to.equal(idOf());
  });
});

describe('to view a file', () => {
  const open = (actionUrl: string, byEdit?: true) => {
    const offer: Offer = { ...VIEW, byEdit };
    return reasonOf(() => withEditorAddress({ actionUrl, accessToken: 'a', accessTokenTtl: 0 }, offer, ''));
  };

  it('the page of edit opens in an editor that is told to change nothing, and in no other', () => {
    expect(open(COLLABORA, true)).to.equal('none');
    expect(open(COLLABORA.replace('cool.html', 'loleaflet.html'), true)).to.equal('none');
    for (const other of [OFFICE, 'https://a.example/hosting/wopi/word/edit?', 'https://a.example/x?']) {
      expect(open(other, true), other).to.equal('not-viewable');
      expect(open(other), other).to.equal('none');
    }
  });

  it('an editor does not open that the server has told to change it', () => {
    for (const byEdit of [true, undefined] as const) {
      expect(open(`${COLLABORA}&permission=edit`, byEdit)).to.equal('not-viewable');
      expect(open(`${COLLABORA}&permission=edit&permission=readonly`, byEdit)).to.equal('not-viewable');
      expect(open(`${COLLABORA}&permission=readonly`, byEdit)).to.equal('none');
    }
  });
});
