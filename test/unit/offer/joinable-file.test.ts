import { joinableFile } from '../../../src/offer/joinable-file.js';
import { OFFER_SETTINGS, type OfferSettings } from '../../../src/settings/offer-settings.js';
import { readSettings } from '../../../src/settings/read-settings.js';
import { expect } from '../expect.js';
import { readableDocument, wordFile } from '../web-ui.js';

const settings = readSettings(OFFER_SETTINGS, {}, () => undefined);
const alice = { id: 'alice' };
const text = { name: 'Notes.txt', length: '3', digest: '1' };

/** A document that bob has locked. */
const locked = (properties: unknown, given: object = {}) =>
  readableDocument({ lockOwner: 'bob', properties, ...given });

function found(document: unknown, user: unknown = alice, given: Partial<OfferSettings> = {}) {
  const file = joinableFile(document, user, { ...settings, ...given });
  return file && `${file.offer.intent} ${file.offer.lockOwner} ${file.xpath} ${String(file.blob.name)}`;
}

describe('the file to join in', () => {
  const main = { 'file:content': wordFile() };

  it('is the main file of a document that somebody else has locked', () => {
    expect(found(locked(main))).to.equal('join bob file:content Report.docx');
  });

  it('is the main file before all others, wherever it stands', () => {
    const files = [{ file: wordFile({ name: 'Annex.docx' }) }];
    expect(found(locked({ 'files:files': files, ...main }))).to.equal('join bob file:content Report.docx');
  });

  it('is the first other one that can be edited, where the main file can’t', () => {
    const files = [
      { file: text },
      {
        file: wordFile({
          name: 'Old.doc',
          wopi: { appName: 'Word', view: 'https://x/', convert: 'https://x/' },
        }),
      },
      { file: wordFile({ name: 'Annex.docx' }) },
      { file: wordFile({ name: 'Second.docx' }) },
    ];
    const annex = 'join bob files:files/2/file Annex.docx';
    expect(found(locked({ 'files:files': files }))).to.equal(annex);
    expect(found(locked({ 'file:content': null, 'files:files': files }))).to.equal(annex);
    expect(found(locked({ 'file:content': text, 'files:files': files }))).to.equal(annex);
    expect(found(locked({ 'own:deep': { list: [{ a: { b: wordFile() } }] } }))).to.equal(
      'join bob own:deep/list/0/a/b Report.docx',
    );
  });

  it('is none where nobody else has locked the document, or it is not known who the user is', () => {
    expect(found(readableDocument({ properties: main }))).to.equal(undefined);
    expect(found(locked(main), { id: 'bob' })).to.equal(undefined);
    expect(joinableFile(locked(main), undefined, settings)).to.equal(undefined);
    for (const lockOwner of ['', null, 7]) {
      expect(found(readableDocument({ lockOwner, properties: main })), String(lockOwner)).to.equal(undefined);
    }
  });

  it('is none where editing is not on offer: by flag, group, feature, or the document’s state', () => {
    expect(found(locked(main), alice, { enabled: false })).to.equal(undefined);
    expect(found(locked(main), alice, { groups: ['editors'] })).to.equal(undefined);
    expect(found(locked(main), alice, { actions: ['view'] })).to.equal(undefined);
    expect(found(locked(main, { isTrashed: true }))).to.equal(undefined);
    expect(found(locked({ 'file:content': text }))).to.equal(undefined);
  });

  it('is none in what is no document', () => {
    for (const nothing of [
      undefined,
      null,
      'text',
      [],
      {},
      locked(undefined),
      locked('text'),
      locked([null]),
    ]) {
      expect(found(nothing)).to.equal(undefined);
    }
  });
});
