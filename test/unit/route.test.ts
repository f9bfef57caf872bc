import { expect } from './expect.js';
import { handOver, takeOver } from '../../src/handover.js';
import { parseRoute } from '../../src/read-route.js';
import { formatRoute, type Route } from '../../src/route.js';

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

describe('what a click hands over', () => {
  const handover = { document: { uid: '1' }, from: 'https://n.example/#!/doc/1' };

  it('is there for the page that it leads to, once', () => {
    handOver(attachment, handover);
    expect(takeOver({ ...attachment })).to.equal(handover);
    expect(takeOver(attachment)).to.equal(undefined);
  });

  it('is not there for another', () => {
    handOver(attachment, handover);
    expect(takeOver({ ...attachment, action: 'view' })).to.equal(undefined);
    expect(takeOver(attachment)).to.equal(undefined);
  });
});
