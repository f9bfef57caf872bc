import { documentNameFor, extensionOf, fileNameFor } from '../../../src/create/file-name.js';
import { expect } from '../expect.js';

describe('the name of a new file', () => {
  for (const [title, name] of [
    ['Report', 'Report.docx'],
    ['Q3/Q4 \\ 2026', 'Q3-Q4 - 2026.docx'],
    ['"Best" <of> R&D: what?*|', '-Best- -of- R&D- what---.docx'],
    ["It’s 5 o'clock", "It’s 5 o'clock.docx"],
    ['🎉 Party', '🎉 Party.docx'],
    ['تقرير', 'تقرير.docx'],
    ['Version 1.', 'Version 1-.docx'],
    ['a\tb', 'a-b.docx'],
  ] as const) {
    it(`of “${title}” is ${name}`, () => expect(fileNameFor(title, 'docx')).to.equal(name));
  }

  it('has no more than 255 units, its extension kept and no character halved', () => {
    const long = fileNameFor(`${'x'.repeat(249)}🎉🎉🎉`, 'docx');
    expect(long).to.equal(`${'x'.repeat(249)}.docx`);
    expect(fileNameFor('x'.repeat(255), 'xlsx').length).to.equal(255);
  });

  it('is that of the title alone where the template’s has no extension', () => {
    expect(fileNameFor('Report', extensionOf('README'))).to.equal('Report');
    expect(extensionOf('a.b.odt')).to.equal('odt');
  });

  it('in paths has no slash of either kind', () => {
    expect(documentNameFor('a/b\\c "d"')).to.equal('a-b-c "d"');
  });

  it('in paths is no longer than Nuxeo takes, and has no half of a character', () => {
    expect(documentNameFor(`${'x'.repeat(23)}🎉`)).to.equal('x'.repeat(23));
    expect(documentNameFor('x'.repeat(30)).length).to.equal(24);
  });
});
