import { findTemplates, templateOf } from '../../../src/create/templates.js';
import { expect } from '../expect.js';
import { NuxeoServer } from '../nuxeo-server.js';

const letter = {
  'entity-type': 'document',
  uid: '7',
  repository: 'default',
  title: 'Letter',
  properties: { 'file:content': { name: 'letter.docx', data: 'https://nuxeo.example/nuxeo/nxfile/7' } },
  contextParameters: { thumbnail: { url: 'https://nuxeo.example/nuxeo/thumb/7' } },
};

describe('templates', () => {
  let server: NuxeoServer;
  before(async () => (server = await NuxeoServer.install()));
  afterEach(() => server.reset());
  after(() => server.uninstall());

  /** What the server was asked for, when it answered with that. */
  async function ask(words: string, page: number, answer: object): Promise<[URLSearchParams, unknown]> {
    let asked = new URLSearchParams();
    server.answer = ({ url }) => {
      if (!url.includes('/search/')) return undefined;
      asked = new URL(url).searchParams;
      return Response.json(answer);
    };
    const found = await findTemplates("/default-domain/It's", words, page);
    return [asked, found];
  }

  it('are asked for a page at a time, below the path alone', async () => {
    const [asked, found] = await ask('', 1, {
      'entity-type': 'documents',
      entries: [letter],
      resultsCount: 13,
      isNextPageAvailable: false,
    });
    expect(asked.get('pageSize')).to.equal('12');
    expect(asked.get('currentPageIndex')).to.equal('1');
    expect(asked.get('queryParams')).to.contain("ecm:path STARTSWITH '/default-domain/It\\'s' AND");
    expect(asked.get('queryParams')).not.to.contain('dc:title ILIKE');
    expect(found).to.deep.equal({
      count: 13,
      hasMore: false,
      templates: [
        {
          repository: 'default',
          documentId: '7',
          title: 'Letter',
          fileName: 'letter.docx',
          download: 'https://nuxeo.example/nuxeo/nxfile/7',
          app: 'word',
          thumbnail: 'https://nuxeo.example/nuxeo/thumb/7',
        },
      ],
    });
  });

  it('are searched by title, where what people type is text and no query', async () => {
    const [asked] = await ask("100%_o'clock\\", 0, { 'entity-type': 'documents', entries: [] });
    expect(asked.get('queryParams')).to.contain("dc:title ILIKE '%100\\\\%\\\\_o\\'clock\\\\\\\\%'");
  });

  it('are documents with a main file alone', () => {
    expect(templateOf(letter)?.title).to.equal('Letter');
    for (const other of [undefined, {}, { ...letter, properties: {} }, { ...letter, uid: 1 }])
      expect(templateOf(other)).to.equal(undefined);
  });

  it('that can’t be had are a failure', async () => {
    server.answer = ({ url }) => (url.includes('/search/') ? new Response('', { status: 503 }) : undefined);
    const failure = await findTemplates('/x', '', 0).catch((error: unknown) => error);
    expect((failure as { reason?: string }).reason).to.equal('unavailable');
  });
});
