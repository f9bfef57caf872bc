import type { NuxeoOfficeOnlineInfo } from '../../../elements/entry/nuxeo-office-online-info.js';
import { complaintsOf } from '../axe.js';
import { expect } from '../expect.js';
import { never, NuxeoServer } from '../nuxeo-server.js';
import { readableDocument, until, wordFile } from '../web-ui.js';

const person = (id: string, firstName: string, lastName: string) => ({
  'entity-type': 'user',
  id,
  properties: { firstName, lastName },
});

/** A document that somebody has locked, as Web UI loads it. */
const locked = (lockOwner: string, properties: object = {}) =>
  readableDocument({ lockOwner, properties: { 'file:content': wordFile(), ...properties } });

describe('the bar over a document that somebody else has locked', () => {
  let server: NuxeoServer;
  before(async () => {
    server = await NuxeoServer.install();
    await import('../../../elements/entry/nuxeo-office-online-info.js');
  });
  afterEach(() => {
    document.querySelectorAll('[data-test]').forEach((element) => element.remove());
    server.reset();
  });
  after(() => server.uninstall());

  /** A bar as Nuxeo's slot makes it: properties first, then the document. */
  function place(given: Partial<NuxeoOfficeOnlineInfo>): NuxeoOfficeOnlineInfo {
    const bar = document.createElement('nuxeo-office-online-info');
    bar.dataset.test = '';
    Object.assign(bar, { user: { id: 'alice' } }, given);
    document.body.append(bar);
    return bar;
  }

  const textOf = (bar: Element) => bar.shadowRoot?.querySelector('span')?.textContent;
  const linkOf = (bar: Element) => bar.shadowRoot?.querySelector('a') ?? null;
  const shown = async (bar: HTMLElement) => until(() => !bar.hidden && linkOf(bar));
  /** Resolves when all is shown that does not have to be asked for. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  it('says who has, by full name, and what may be open; no more than a lock tells', async () => {
    server.user = () => Response.json(person('bob', 'Bob', '<b>Baker</b>'));
    const bar = place({ document: locked('bob') });
    await shown(bar);
    expect(textOf(bar)).to.equal('Bob <b>Baker</b> has locked this document and may have Report.docx open.');
    expect(bar.shadowRoot?.querySelector('b') === null).to.equal(true);
  });

  it('has a link to join, which is the row’s own address', async () => {
    const document = locked('carla', { 'dc:creator': person('carla', 'Carla', 'Cook') });
    const bar = place({ document });
    await shown(bar);
    expect(linkOf(bar)?.textContent?.trim()).to.equal('Join');
    expect(linkOf(bar)?.getAttribute('href')).to.equal('#!/office-online/edit/default/1/file:content');
  });

  it('names the attachment that can be joined where the main file is no Office file', async () => {
    const bar = place({
      document: locked('carla', { 'file:content': null, 'files:files': [{ file: wordFile() }] }),
    });
    await shown(bar);
    expect(linkOf(bar)?.getAttribute('href')).to.equal('#!/office-online/edit/default/1/files:files/0/file');
  });

  it('is not there before the name is known, and asks nothing for the same person again', async () => {
    let tell: (answer: Response) => void = () => undefined;
    server.user = () => new Promise((resolve) => (tell = resolve));
    const bars = [place({ document: locked('dana') }), place({ document: locked('dana') })];
    await until(() => server.users.length);
    await settled();
    expect(bars.map(({ hidden }) => hidden)).to.deep.equal([true, true]);
    tell(Response.json(person('dana', 'Dana', 'Dell')));
    await Promise.all(bars.map(shown));
    await shown(place({ document: locked('dana') }));
    expect(server.users).to.deep.equal(['dana']);
  });

  it('is for the document that is shown by then, whoever was asked for before', async () => {
    server.user = never;
    const bar = place({ document: locked('emil') });
    await until(() => server.users.length);
    bar.document = locked('carla');
    await shown(bar);
    expect(textOf(bar)).to.match(/^Carla Cook has locked/);
    bar.document = readableDocument({ properties: { 'file:content': wordFile() } });
    await settled();
    expect(bar.hidden).to.equal(true);
    expect(bar.clientHeight).to.equal(0);
  });

  it('is not there, and asks for nobody, for a lock of one’s own and while it is not known who that is', async () => {
    const bars = [
      place({ document: locked('alice') }),
      place({ document: locked('fred'), user: undefined }),
      place({ document: readableDocument() }),
      place({}),
    ];
    await settled();
    expect(bars.map(({ hidden }) => hidden)).to.deep.equal([true, true, true, true]);
    expect(server.users).to.deep.equal([]);
  });

  it('is nothing that axe complains of', async () => {
    const bar = place({ document: locked('carla') });
    await shown(bar);
    expect(await complaintsOf(bar)).to.deep.equal([]);
  });
});
