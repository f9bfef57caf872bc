import { requestWopiEnricher } from '../../../src/web-ui/configuration.js';
import { expect } from '../expect.js';
import { globals, forgetWebUi } from './globals.js';

afterEach(forgetWebUi);

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
    const enrichers = globals.Nuxeo.UI?.config?.enrichers as { blob: string[] };
    enrichers.blob.push('wopi');
    expect(enrichers).to.deep.equal({ blob: ['preview', 'wopi', 'wopi'] });
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
