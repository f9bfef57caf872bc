import type { NuxeoOfficeOnlineCreate } from '../../../elements/entry/nuxeo-office-online-create.js';
import { complaintsOf } from '../axe.js';
import { expect } from '../expect.js';
import { NuxeoServer } from '../nuxeo-server.js';
import { until } from '../web-ui.js';

const folder = (given: object = {}) => ({
  uid: '1',
  repository: 'default',
  path: '/default-domain/work',
  contextParameters: { permissions: ['AddChildren'], subtypes: [{ type: 'File', facets: [] }] },
  ...given,
});

const template = (uid: string, title: string, given: object = {}) => ({
  'entity-type': 'document',
  uid,
  title,
  properties: { 'file:content': { name: `${title}.docx`, data: `https://nuxeo.example/nxfile/${uid}` } },
  ...given,
});

const many = Array.from({ length: 12 }, (_, i) => template(String(i), `Letter ${i}`));

describe('the tab “Office” of the create dialog', () => {
  let server: NuxeoServer;
  let searches: URL[] = [];
  let created: Request[] = [];
  /** Answers the request that makes a document. */
  let create: () => Response | Promise<Response>;

  before(async () => {
    server = await NuxeoServer.install({ templatesPath: '/default-domain/templates' });
    await import('../../../elements/entry/nuxeo-office-online-create.js');
  });
  beforeEach(() => {
    searches = [];
    created = [];
    create = () => new Response('', { status: 403 });
    server.answer = (request) => {
      const url = new URL(request.url);
      if (url.pathname.includes('/search/')) {
        searches.push(url);
        return Response.json({
          'entity-type': 'documents',
          entries: url.searchParams.get('queryParams')?.includes("ILIKE '%b")
            ? [template('b', 'Bill')]
            : many,
          resultsCount: 13,
          isNextPageAvailable: url.searchParams.get('currentPageIndex') === '0',
        });
      }
      if (request.method !== 'POST' || !url.pathname.includes('/path/')) return undefined;
      created.push(request);
      return create();
    };
  });
  afterEach(() => {
    document.querySelectorAll('[data-test]').forEach((element) => element.remove());
    server.reset();
  });
  after(() => server.uninstall());

  /** The tab as Web UI's dialog has it: there, and then shown. */
  async function open(given: object = {}): Promise<NuxeoOfficeOnlineCreate> {
    const tab = document.createElement('nuxeo-office-online-create');
    tab.dataset.test = '';
    Object.assign(tab, { parent: folder(), user: { id: 'alice' } }, given);
    document.body.append(tab);
    tab.setAttribute('visible', '');
    await until(() => tab.shadowRoot?.querySelector('.cards[aria-busy=false]'));
    return tab;
  }
  const all = <E extends Element>(tab: Element, selector: string): E[] => [
    ...tab.shadowRoot!.querySelectorAll<E>(selector),
  ];
  const one = <E extends Element>(tab: Element, selector: string): E => all<E>(tab, selector)[0]!;
  const titleOf = (tab: Element) => one<HTMLInputElement>(tab, '[name=title]');
  const cardOf = (tab: Element, text: string) =>
    all<HTMLElement>(tab, '.card').find((card) => card.textContent?.trim() === text)!;
  const pressCreate = (tab: Element) => one<HTMLButtonElement>(tab, 'button.primary').click();
  const alertOf = (tab: Element) => one(tab, '[role=alert]').textContent?.replace(/\s+/g, ' ').trim();
  const isReady = (tab: Element) => one(tab, 'button.primary').getAttribute('aria-disabled') === 'false';
  const type = (field: HTMLInputElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  it('asks for nothing before it is opened', async () => {
    const tab = document.createElement('nuxeo-office-online-create');
    tab.dataset.test = '';
    Object.assign(tab, { parent: folder(), user: { id: 'alice' } });
    document.body.append(tab);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(tab.shadowRoot?.childElementCount).to.equal(0);
    expect(searches.length).to.equal(0);
  });

  it('offers a document, a workbook and a presentation; the title follows until one is typed', async () => {
    const tab = await open();
    expect(titleOf(tab).value).to.equal('Word document');
    cardOf(tab, 'Excel workbook').click();
    expect(titleOf(tab).value).to.equal('Excel workbook');
    type(titleOf(tab), 'Budget');
    cardOf(tab, 'PowerPoint presentation').click();
    expect(titleOf(tab).value).to.equal('Budget');
  });

  it('finds the templates, a page at a time, and searches them', async () => {
    const tab = await open();
    await until(() => cardOf(tab, 'Letter 11'));
    const more = all<HTMLButtonElement>(tab, 'button').find(({ textContent }) =>
      /Show more/.test(textContent ?? ''),
    );
    more?.click();
    await until(() => searches.length === 2);
    expect(searches[1]?.searchParams.get('currentPageIndex')).to.equal('1');
    type(one<HTMLInputElement>(tab, '[type=search]'), 'bi');
    await until(() => cardOf(tab, 'Bill'));
    expect(cardOf(tab, 'Letter 11') === undefined).to.equal(true);
    cardOf(tab, 'Bill').click();
    expect(titleOf(tab).value).to.equal('Bill');
  });

  it('says that templates could not be had, and tries again; the rest goes on', async () => {
    const { answer } = server;
    server.answer = (request) =>
      request.url.includes('/search/') ? new Response('', { status: 500 }) : answer(request);
    const tab = await open();
    await until(() => /could not be loaded/.test(tab.shadowRoot?.textContent ?? ''));
    expect(isReady(tab)).to.equal(true);
    server.answer = answer;
    all<HTMLButtonElement>(tab, 'button')
      .find(({ textContent }) => /Try again/.test(textContent ?? ''))
      ?.click();
    await until(() => cardOf(tab, 'Letter 0'));
  });

  it('makes one document however often it is pressed, and says what was wrong', async () => {
    let answerCreate: (response: Response) => void = () => undefined;
    create = () => new Promise((resolve) => (answerCreate = resolve));
    const tab = await open();
    type(titleOf(tab), '  Q3/Q4 ');
    pressCreate(tab);
    pressCreate(tab);
    await until(() => created.length);
    expect(one(tab, 'form').getAttribute('aria-busy')).to.equal('true');
    pressCreate(tab);
    answerCreate(new Response('', { status: 403 }));
    await until(() => alertOf(tab));
    expect(created.length).to.equal(1);
    expect(alertOf(tab)).to.equal(
      'Q3/Q4 was not created. You may not create documents here, or somebody else has locked this location.',
    );
    expect(titleOf(tab).value).to.equal('  Q3/Q4 ');
  });

  it('says that it does not know where no answer came', async () => {
    create = () => Promise.reject(new TypeError('Failed to fetch'));
    const tab = await open();
    pressCreate(tab);
    await until(() => alertOf(tab));
    expect(alertOf(tab)).to.match(/^It is not known whether Word document was created/);
  });

  it('asks for a title where there is none', async () => {
    const tab = await open();
    type(titleOf(tab), '  ');
    pressCreate(tab);
    expect(alertOf(tab)).to.equal('Enter a title.');
    expect(created.length).to.equal(0);
  });

  it('tells where nothing can be made, and makes nothing', async () => {
    const tab = await open({ parent: folder({ isTrashed: true }) });
    expect(one(tab, '[role=status]').textContent).to.equal('trashedParent');
    expect(isReady(tab)).to.equal(false);
    pressCreate(tab);
    expect(created.length).to.equal(0);
    tab.parent = folder();
    await until(() => isReady(tab));
  });

  it('begins anew when it is opened again', async () => {
    const tab = await open();
    type(titleOf(tab), 'Budget');
    cardOf(tab, 'Excel workbook').click();
    tab.removeAttribute('visible');
    await new Promise((resolve) => setTimeout(resolve, 0));
    tab.setAttribute('visible', '');
    await until(() => titleOf(tab).value === 'Word document');
  });

  it('is in nobody’s way who uses a keyboard or a screen reader', async () => {
    const tab = await open();
    await until(() => cardOf(tab, 'Letter 0'));
    expect(await complaintsOf(tab)).to.deep.equal([]);
  });
});
