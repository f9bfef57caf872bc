import { expect } from '../expect.js';
import { offersFor, viewFor } from '../../../src/offer/offers.js';
import { OFFER_SETTINGS, type OfferSettings } from '../../../src/settings/offer-settings.js';
import { readSettings } from '../../../src/settings/read-settings.js';

const URLS = {
  view: 'https://nuxeo.example/nuxeo/wopi/view/default/1/file:content',
  edit: 'https://nuxeo.example/nuxeo/wopi/edit/default/1/file:content',
  editnew: 'https://nuxeo.example/nuxeo/wopi/editnew/default/1/file:content',
  convert: 'https://nuxeo.example/nuxeo/wopi/convert/default/1/file:content',
};

const wopi = (...actions: (keyof typeof URLS)[]) => ({
  appName: 'Word',
  ...Object.fromEntries(actions.map((action) => [action, URLS[action]])),
});
const file = (given: object = {}) => ({
  name: 'Report.docx',
  length: '25013',
  wopi: wopi('view', 'edit', 'editnew'),
  ...given,
});
const writable = (given: object = {}) => ({
  uid: '1',
  facets: ['Versionable'],
  contextParameters: { permissions: ['Read', 'WriteProperties'] },
  ...given,
});
const readable = (given: object = {}) => writable({ contextParameters: { permissions: ['Read'] }, ...given });
const alice = { id: 'alice', properties: { groups: ['members'] }, extendedGroups: [{ name: 'editors' }] };

const offers = (
  document: unknown,
  blob: unknown = file(),
  settings: Partial<OfferSettings> = {},
  user: unknown = alice,
) => offersFor(document, blob, user, { ...readSettings(OFFER_SETTINGS, {}, () => undefined), ...settings });
const intents = (...given: Parameters<typeof offers>) => offers(...given).map(({ intent }) => intent);

describe('what is on offer', () => {
  it('to who may write: edit, and view beside', () => {
    const [edit, view] = offers(writable());
    expect(edit).to.deep.equal({
      intent: 'edit',
      action: 'edit',
      launchUrl: URLS.edit,
      app: 'word',
      product: 'Word Online',
    });
    expect(view).to.include({ intent: 'view', action: 'view', launchUrl: URLS.view });
  });

  it('to whom `editGroups` leaves out: view alone, also where somebody edits and where only `edit` is there', () => {
    const others = { editGroups: ['managers'] };
    expect(intents(writable(), file(), others)).to.deep.equal(['view']);
    expect(intents(readable({ lockOwner: 'bob' }), file(), others)).to.deep.equal(['view']);
    expect(intents(writable(), file({ length: '0' }), others)).to.deep.equal([]);
    expect(intents(writable(), file({ wopi: wopi('convert', 'view') }), others)).to.deep.equal(['view']);
    expect(offers(writable(), file({ wopi: wopi('edit') }), others)[0]).to.include({
      intent: 'view',
      byEdit: true,
    });
    expect(intents(writable(), file(), { editGroups: ['editors'] })).to.deep.equal(['edit', 'view']);
  });

  it('to who may only read: view', () => {
    expect(intents(readable())).to.deep.equal(['view']);
  });

  it('while somebody else edits: join, with their name, and view beside', () => {
    const [join, view] = offers(readable({ lockOwner: 'bob' }));
    expect(join).to.include({ intent: 'join', action: 'edit', launchUrl: URLS.edit, lockOwner: 'bob' });
    expect(view?.intent).to.equal('view');
  });

  it('while I have locked it myself: edit', () => {
    expect(intents(writable({ lockOwner: 'alice' }))).to.deep.equal(['edit', 'view']);
  });

  it('while somebody else edits and the file can only be converted: view', () => {
    expect(intents(writable({ lockOwner: 'bob' }), file({ wopi: wopi('view', 'convert') }))).to.deep.equal([
      'view',
    ]);
  });

  it('for an empty file: edit, with the action for new files, alone', () => {
    for (const length of ['0', 0]) {
      const [first, ...others] = offers(writable(), file({ length }));
      expect(first).to.include({ intent: 'create', action: 'edit', launchUrl: URLS.editnew });
      expect(others).to.deep.equal([]);
    }
  });

  it('for an empty file that somebody else makes just now: join with the action for new files', () => {
    expect(offers(readable({ lockOwner: 'bob' }), file({ length: '0' }))[0]?.launchUrl).to.equal(
      URLS.editnew,
    );
  });

  it('a file of unknown length is not taken for an empty one', () => {
    for (const length of ['', undefined, null, '-1']) {
      expect(intents(writable(), file({ length }))[0], String(length)).to.equal('edit');
    }
  });

  it('for a file that can only be converted: convert, and view beside', () => {
    const [convert, view] = offers(writable(), file({ name: 'Old.doc', wopi: wopi('view', 'convert') }));
    expect(convert).to.include({ intent: 'convert', action: 'convert', launchUrl: URLS.convert });
    expect(view?.intent).to.equal('view');
  });

  const untouchable = {
    'a version': { isVersion: true },
    'a proxy to a version': { isProxy: true, facets: ['Immutable'] },
    'a trashed document': { isTrashed: true },
    'a trashed document of an older server': { state: 'deleted' },
    'a record': { isRecord: true },
    'a document under retention': { isUnderRetentionOrLegalHold: true },
    'a document under legal hold': { hasLegalHold: true },
  };
  for (const [name, state] of Object.entries(untouchable)) {
    it(`for ${name}: view only, whoever asks`, () => {
      expect(intents(writable(state))).to.deep.equal(['view']);
      expect(intents(writable({ ...state, lockOwner: 'bob' }))).to.deep.equal(['view']);
      const [view, ...others] = offers(writable(state), file({ wopi: wopi('edit', 'editnew') }));
      expect(view).to.include({ intent: 'view', launchUrl: URLS.edit, byEdit: true });
      expect(others).to.deep.equal([]);
      expect(intents(writable(state), file({ wopi: wopi('editnew', 'convert') }))).to.deep.equal([]);
    });
  }

  it('for a live proxy: what its target allows', () => {
    expect(intents(writable({ isProxy: true }))).to.deep.equal(['edit', 'view']);
  });

  it('where the editor only knows edit, who may not write gets it to view', () => {
    const [view] = offers(readable(), file({ wopi: wopi('edit') }));
    expect(view).to.include({ intent: 'view', action: 'view', launchUrl: URLS.edit, byEdit: true });
    expect(intents(writable(), file({ wopi: wopi('edit') }))).to.deep.equal(['edit']);
    expect(offers(readable())[0]).not.to.have.property('byEdit');
  });

  it('where the editor only knows edit and only view is allowed, edit to view', () => {
    const actions: OfferSettings['actions'] = ['view'];
    for (const document of [writable(), writable({ lockOwner: 'bob' })]) {
      const [view] = offers(document, file({ wopi: wopi('edit') }), { actions });
      expect(view).to.include({ intent: 'view', launchUrl: URLS.edit, byEdit: true });
    }
  });

  const nothing: [string, unknown, unknown?][] = [
    ['no document', undefined],
    ['no blob', writable(), null],
    ['no wopi', writable(), file({ wopi: undefined })],
    ['wopi that is no object', writable(), file({ wopi: 'edit' })],
    [
      'no known action',
      writable(),
      file({ wopi: { appName: 'Word', embedview: 'https://x', mobileView: 'y' } }),
    ],
    ['actions that are no addresses', writable(), file({ wopi: { appName: 'Word', edit: {}, view: 5 } })],
  ];
  for (const [name, document, blob] of nothing) {
    it(`with ${name}: nothing`, () =>
      expect(intents(document, blob === undefined ? file() : blob)).to.deep.equal([]));
  }

  it('with the flag off: nothing', () => {
    expect(intents(writable(), file(), { enabled: false })).to.deep.equal([]);
  });

  it('for allowed groups only, where groups are set', () => {
    const groups = ['editors'];
    expect(intents(writable(), file(), { groups })[0]).to.equal('edit');
    expect(intents(writable(), file(), { groups: ['members'] })[0]).to.equal('edit');
    expect(intents(writable(), file(), { groups: ['others'] })).to.deep.equal([]);
    expect(intents(writable(), file(), { groups }, null)).to.deep.equal([]);
    expect(intents(writable(), file(), { groups }, { extendedGroups: [null, 5, {}] })).to.deep.equal([]);
  });

  it('only what the setting actions allows', () => {
    expect(intents(writable(), file(), { actions: ['view'] })).to.deep.equal(['view']);
    expect(intents(writable(), file(), { actions: ['edit'] })).to.deep.equal(['edit']);
    expect(intents(writable(), file({ length: '0' }), { actions: ['edit', 'view'] })).to.deep.equal([]);
    expect(intents(writable(), file({ wopi: wopi('convert', 'view') }), { actions: ['view'] })).to.deep.equal(
      ['view'],
    );
    expect(
      intents(writable(), file({ wopi: wopi('edit', 'convert') }), { actions: ['convert'] }),
    ).to.deep.equal([]);
  });
});

describe('who asks to view gets', () => {
  const view = (
    document: unknown,
    blob: unknown = file(),
    settings: Partial<OfferSettings> = {},
    user: unknown = alice,
  ) => viewFor(document, blob, user, { ...readSettings(OFFER_SETTINGS, {}, () => undefined), ...settings });

  it('a view, whatever else is on offer', () => {
    for (const document of [
      writable(),
      readable(),
      writable({ lockOwner: 'bob' }),
      writable({ isVersion: true }),
    ]) {
      expect(view(document)).to.include({ intent: 'view', action: 'view', launchUrl: URLS.view });
    }
  });

  it('edit to view where there is nothing else, also who may write', () => {
    for (const document of [writable(), readable(), writable({ lockOwner: 'bob' })]) {
      const offer = view(document, file({ wopi: wopi('edit', 'editnew', 'convert') }));
      expect(offer).to.include({ intent: 'view', action: 'view', launchUrl: URLS.edit, byEdit: true });
    }
  });

  it('nothing of an empty file, nor where there is only what makes or converts one', () => {
    expect(view(writable(), file({ length: '0' }))).to.equal(undefined);
    expect(view(writable(), file({ length: '0', wopi: wopi('edit', 'editnew') }))).to.equal(undefined);
    expect(view(readable(), file({ length: '0', wopi: wopi('edit', 'editnew') }))).to.equal(undefined);
    expect(view(writable(), file({ wopi: wopi('editnew') }))).to.equal(undefined);
    expect(view(writable(), file({ wopi: wopi('convert') }))).to.equal(undefined);
  });

  it('nothing where viewing is not allowed', () => {
    expect(view(writable(), file(), { actions: ['edit'] })).to.equal(undefined);
    expect(view(writable(), file({ wopi: wopi('edit') }), { actions: ['edit'] })).to.equal(undefined);
    expect(view(writable(), file(), { enabled: false })).to.equal(undefined);
    expect(view(writable(), file(), { groups: ['others'] })).to.equal(undefined);
    expect(view(writable(), file({ wopi: wopi('edit') }), { groups: ['others'] })).to.equal(undefined);
    for (const nothing of [undefined, 5, {}, { wopi: 'edit' }]) {
      expect(view(writable(), nothing ?? null)).to.equal(undefined);
    }
  });
});

describe('the name of the editor', () => {
  const named = (appName: unknown, name: string, settings: Partial<OfferSettings> = {}) => {
    const [first] = offers(writable(), file({ name, wopi: { ...wopi('edit'), appName } }), settings);
    return `${first?.app}: ${first?.product}`;
  };

  it('comes from the app', () => {
    expect(named('Word', 'a.docx')).to.equal('word: Word Online');
    expect(named('excel', 'a.bin')).to.equal('excel: Excel Online');
    expect(named('PowerPoint', 'a')).to.equal('powerpoint: PowerPoint Online');
    expect(named('writer', 'a.odt')).to.equal('word: Writer');
    expect(named('calc', 'a.ods')).to.equal('excel: Calc');
    expect(named('WopiTest', 'a.wopitest')).to.equal('office: WopiTest');
  });

  it('else from the extension, else it is a neutral one', () => {
    expect(named(undefined, 'A.DOCX')).to.equal('word: Word Online');
    expect(named(5, 'a.xlsm')).to.equal('excel: Excel Online');
    expect(named('', 'a.pptx')).to.equal('powerpoint: PowerPoint Online');
    expect(named(undefined, 'drawing.vsdx')).to.equal('office: Office Online');
    expect(named(undefined, '')).to.equal('office: Office Online');
  });

  it('is what the setting productName says', () => {
    expect(named('writer', 'a.docx', { productName: 'Collabora Online' })).to.equal('word: Collabora Online');
  });
});
