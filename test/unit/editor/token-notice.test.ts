import { timeAhead } from '../../../elements/editor/token-notice.js';
import { expect } from '../expect.js';

const globals = window as unknown as { nuxeo?: { I18n?: unknown } };

afterEach(() => {
  delete globals.nuxeo;
});

const inLanguage = (language: string, seconds: number) => {
  globals.nuxeo = { I18n: { language, translate: () => 'a message' } };
  return timeAhead(seconds);
};

describe('how long a token still lasts', () => {
  it('is told in minutes, and in seconds at the end', () => {
    expect(inLanguage('en', 240)).to.equal('in 4 minutes');
    expect(inLanguage('en', 60)).to.equal('in 1 minute');
    expect(inLanguage('en', 30)).to.equal('in 30 seconds');
  });

  it('is told in the plural and the case of the language', () => {
    expect(inLanguage('cs', 60)).to.equal('za 1 minutu');
    expect(inLanguage('pl', 120)).to.equal('za 2 minuty');
    expect(inLanguage('pl', 300)).to.equal('za 5 minut');
    expect(inLanguage('ar', 120)).to.equal('خلال دقيقتين');
    expect(inLanguage('ja', 240)).to.equal('4 分後');
  });

  it('is told without words where the browser does not have the language', () => {
    // A tag that no browser has words for (BCP 47, private use).
    expect(inLanguage('qaa', 240)).to.equal('4 min');
    expect(inLanguage('qaa', 30)).to.equal('30 s');
  });
});
