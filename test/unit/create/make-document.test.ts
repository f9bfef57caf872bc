import { makeDocument, type Source } from '../../../src/create/make-document.js';
import type { NotMade } from '../../../src/create/not-made.js';
import { expect } from '../expect.js';
import { NuxeoServer } from '../nuxeo-server.js';
import { until } from '../web-ui.js';

const template: Source = {
  repository: 'default',
  documentId: '7',
  title: 'Letter',
  fileName: 'letter.docx',
  download: 'https://nuxeo.example/nuxeo/nxfile/7',
  app: 'word',
  thumbnail: '',
};

/** A document as the server has made it, with the main file that is given. */
const made = (content: unknown) => ({
  'entity-type': 'document',
  uid: '9',
  repository: 'default',
  title: 'Q3/Q4',
  properties: { 'file:content': content },
});
const empty = (wopi?: object) => ({ name: 'Q3-Q4.docx', length: '0', wopi });

describe('a new document', () => {
  let server: NuxeoServer;
  /** What has been asked for: `POST id/1`, and what it came with. */
  let asked: [string, unknown][] = [];
  /** Answers of a test, by the same words. */
  let answers: Record<string, () => Response | Promise<Response>> = {};
  before(async () => (server = await NuxeoServer.install()));
  beforeEach(() => {
    asked = [];
    server.answer = (request) => {
      const path = new URL(request.url).pathname;
      if (path.endsWith('.docx')) return new Response('blank');
      const [, rest = ''] = /\/api\/v1\/(?:repo\/default\/|automation\/)?(.+)/.exec(path) ?? [];
      const what = `${request.method} ${rest}`;
      if (!(what in answers)) return undefined;
      return request
        .clone()
        .text()
        .then((body) => {
          asked.push([what, body.startsWith('{') ? JSON.parse(body) : body]);
          return answers[what]!();
        });
    };
  });
  afterEach(() => server.reset());
  after(() => server.uninstall());

  const make = (source: Source = 'word') =>
    makeDocument({
      repository: 'default',
      parentPath: '/work',
      source,
      title: 'Q3/Q4',
      type: 'File',
    });
  const fails = async (source?: Source) => (await make(source).catch((error: unknown) => error)) as NotMade;
  const words = () => asked.map(([what]) => what);

  it('has an empty file of the title’s name where the editor fills it', async () => {
    const content = empty({ editnew: 'https://nuxeo.example/nuxeo/wopi/editnew/default/9/file:content' });
    answers = { 'POST path/work': () => Response.json(made(content), { status: 201 }) };
    const document = await make();
    expect(document.uid).to.equal('9');
    expect(asked).to.deep.equal([
      [
        'POST path/work',
        {
          'entity-type': 'document',
          type: 'File',
          name: 'Q3-Q4',
          properties: {
            'dc:title': 'Q3/Q4',
            'file:content': {
              name: 'Q3-Q4.docx',
              'mime-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
              data: '',
            },
          },
        },
      ],
    ]);
  });

  it('has a blank one else, which is uploaded under that name', async () => {
    answers = {
      'POST path/work': () => Response.json(made(empty({ edit: 'https://x/wopi/edit/a' })), { status: 201 }),
      'POST upload': () => Response.json({ batchId: 'b1' }, { status: 201 }),
      'POST upload/b1/0': () => Response.json({}, { status: 201 }),
      'PUT id/9': () => Response.json(made({ name: 'Q3-Q4.docx', length: '7252' })),
    };
    const { properties } = await make();
    expect((properties as Record<string, { length: string }>)['file:content']?.length).to.equal('7252');
    expect(words()).to.deep.equal(['POST path/work', 'POST upload', 'POST upload/b1/0', 'PUT id/9']);
    expect(asked[2]?.[1]).to.equal('blank');
    expect((asked[3]?.[1] as { properties: object }).properties).to.deep.equal({
      'file:content': { 'upload-batch': 'b1', 'upload-fileId': '0' },
    });
  });

  it('has a template’s content, under the title’s name', async () => {
    answers = {
      'POST path/work': () => Response.json(made({ name: 'letter.docx', length: '9' }), { status: 201 }),
      'POST Document.SetBlobName': () => Response.json(made({})),
      'GET id/9': () => Response.json(made({ name: 'Q3-Q4.docx', length: '9' })),
    };
    await make(template);
    expect(words()).to.deep.equal(['POST path/work', 'POST Document.SetBlobName', 'GET id/9']);
    expect(asked[1]?.[1]).to.deep.include({ params: { name: 'Q3-Q4.docx', xpath: 'file:content' } });
  });

  for (const [status, problem] of [
    [403, 'forbidden'],
    [404, 'gone'],
    [413, 'no-room'],
    [409, 'refused'],
    [500, 'no-room'],
    [504, 'unknown'],
  ] as const) {
    it(`that is answered with ${status} is told as ${problem}, and nothing more is asked`, async () => {
      answers = { 'POST path/work': () => new Response('', { status }) };
      expect((await fails()).problem).to.equal(problem);
      expect(words()).to.deep.equal(['POST path/work']);
    });
  }

  it('of which no answer came may be there', async () => {
    answers = { 'POST path/work': () => Promise.reject(new TypeError('Failed to fetch')) };
    expect((await fails()).problem).to.equal('unknown');
  });

  it('from a template that is gone is told as that', async () => {
    answers = { 'POST path/work': () => new Response('', { status: 400 }) };
    expect((await fails(template)).problem).to.equal('no-template');
    expect((await fails()).problem).to.equal('refused');
  });

  it('that can’t have a file is taken away again', async () => {
    answers = {
      'POST path/work': () => Response.json(made(undefined), { status: 201 }),
      'DELETE id/9': () => new Response(null, { status: 204 }),
    };
    expect((await fails()).problem).to.equal('no-file');
    expect((await fails(template)).problem).to.equal('no-template');
    await until(() => asked.length === 4);
    expect(words()).to.deep.equal(['POST path/work', 'DELETE id/9', 'POST path/work', 'DELETE id/9']);
  });

  it('that stays without its file is named', async () => {
    answers = {
      'POST path/work': () => Response.json(made(empty()), { status: 201 }),
      'POST upload': () => new Response('', { status: 500 }),
      'DELETE id/9': () => new Response('', { status: 403 }),
    };
    const { problem, made: there } = await fails();
    expect(problem).to.equal('half');
    expect(there).to.deep.equal({ repository: 'default', documentId: '9' });
  });
});
