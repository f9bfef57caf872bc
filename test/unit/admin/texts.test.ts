import { localeOf } from '../../../src/admin/texts.js';
import { expect } from '../expect.js';

describe('the locale of the status page’s messages', () => {
  for (const [tag, locale] of [
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['es', 'es-ES'],
    ['pt-PT', 'pt-PT'],
    ['sv', 'sv-SE'],
    ['en-GB', 'en'],
    ['ca', 'en'],
  ] as const) {
    it(`is ${locale} for ${tag}`, () => expect(localeOf(tag)).to.equal(locale));
  }
});
