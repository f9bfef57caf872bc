import { parseRoute } from '../../../src/address/read-route.js';
import { formatRoute, type Route } from '../../../src/address/route.js';
import { expect } from '../expect.js';

const attachment: Route = {
  action: 'edit',
  repository: 'default',
  documentId: '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
  xpath: 'files:files/0/file',
};

/** As Web UI's router does it. */
const split = (path: string) => path.slice(1).split('/').slice(1);

describe('the address of an editor', () => {
  it('can be read by people', () => {
    expect(formatRoute(attachment)).to.equal(
      '/office-online/edit/default/1b4e28ba-2fa1-11d2-883f-0016d3cca427/files:files/0/file',
    );
  });

  it('comes back as it was, whatever its parts are', () => {
    for (const xpath of [
      'file:content',
      'files:files/11/file',
      'note:ü/日本',
      'a:b c?d#e&f',
      'x:100% of/it',
    ]) {
      const route: Route = { ...attachment, xpath };
      expect(parseRoute(split(formatRoute(route)))).to.deep.equal(route);
    }
  });

  it('is taken decoded too, as some routers hand it over', () => {
    const decoded = ['view', 'default', '1', 'x:100% of', 'it'];
    expect(parseRoute(decoded)?.xpath).to.equal('x:100% of/it');
  });

  it('of nothing that we know is none', () => {
    for (const params of [
      undefined,
      null,
      '',
      'edit/default/1/file:content',
      [],
      ['edit'],
      ['edit', 'default', '1'],
      ['delete', 'default', '1', 'file:content'],
      ['edit', '', '1', 'x'],
      [null, {}, 5, []],
      ['edit', 'default', '1', ''],
    ]) {
      expect(parseRoute(params), JSON.stringify(params)).to.equal(undefined);
    }
  });
});
