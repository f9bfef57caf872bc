import { isReadOnly } from '../../../src/access/check-file-info.js';
import { expect } from '../expect.js';
import { installWebUi } from '../web-ui.js';

describe('whether a file can only be read', () => {
  before(() => installWebUi());

  const launch = (source?: string) => ({
    actionUrl: `https://office.example/we/frame?${source === undefined ? '' : new URLSearchParams({ WOPISrc: source }).toString()}`,
    accessToken: 'a.b.c',
    accessTokenTtl: 0,
  });

  it('is not asked where the editor’s address names no file of Nuxeo', async () => {
    const before = performance.getEntriesByType('resource').length;
    for (const source of [
      undefined,
      '',
      'https://nuxeo.example/',
      'https://nuxeo.example/site/wopi/files/',
    ]) {
      expect(await isReadOnly(launch(source))).to.equal(false);
    }
    expect(performance.getEntriesByType('resource').length).to.equal(before);
  });
});
