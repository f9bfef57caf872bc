import { isReadOnly } from '../../../src/access/check-file-info.js';
import { expect } from '../expect.js';
import { installWebUi } from '../web-ui.js';

const browserFetch = window.fetch.bind(window);

/** What the editor's server is asked for its file, as it goes out. */
const asked: Request[] = [];

/** What the server answers to that. */
let answer: () => Response;

/** Takes the network's place: the file's information as a test has it, and a server to connect to. */
function serve(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (!new URL(request.url).pathname.includes('/site/wopi/')) return Promise.resolve(Response.json({}));
  asked.push(request);
  return new Promise((resolve) => resolve(answer()));
}

/** The launch of an editor that was told of a file at this address. */
const launch = (source?: string) => ({
  actionUrl: `https://office.example/we/frame?${source === undefined ? '' : new URLSearchParams({ WOPISrc: source }).toString()}`,
  accessToken: 'a.b.c',
  accessTokenTtl: 0,
});

const FILE = 'https://internal.example:8443/nuxeo/site/wopi/files/ZGVmYXVsdA==';

const whetherReadOnly = (info: unknown, status = 200) => {
  answer = () => Response.json(info, { status });
  return isReadOnly(launch(FILE));
};

describe('whether a file can only be read', () => {
  before(async () => {
    // Nuxeo's client keeps the fetch that it finds when it is loaded.
    window.fetch = serve;
    await installWebUi();
    const connection = Object.assign(document.createElement('nuxeo-connection'), { url: '/nuxeo/' });
    document.body.append(connection);
  });
  after(() => {
    window.fetch = browserFetch;
  });
  beforeEach(() => {
    asked.length = 0;
  });

  it('is asked as the editor asks: for the file, with the token, and never of a cache', async () => {
    await whetherReadOnly({});
    expect(asked).to.have.length(1);
    const [{ method, url, headers, cache }] = asked as [Request];
    // Where the connection reaches the server: its own idea of its address can differ.
    expect([method, url]).to.deep.equal(['GET', `${location.origin}/nuxeo/site/wopi/files/ZGVmYXVsdA==`]);
    expect([...headers]).to.deep.equal([['authorization', 'Bearer a.b.c']]);
    expect(cache).to.equal('no-store');
  });

  it('is what the server says of the person’s right to write', async () => {
    expect(await whetherReadOnly({ UserCanWrite: false })).to.equal(true);
    expect(await whetherReadOnly({ UserCanWrite: true })).to.equal(false);
  });

  it('is answered with no where the server does not say', async () => {
    for (const info of [{}, { ReadOnly: true }, { UserCanWrite: 'false' }, null, [], 'UserCanWrite']) {
      expect(await whetherReadOnly(info), JSON.stringify(info)).to.equal(false);
    }
  });

  it('is answered with no where the server refuses to say', async () => {
    for (const status of [401, 404, 500]) {
      expect(await whetherReadOnly({ UserCanWrite: false }, status), String(status)).to.equal(false);
    }
  });

  it('fails where the server can’t be reached', async () => {
    answer = () => {
      throw new TypeError('Failed to fetch');
    };
    const failure = await isReadOnly(launch(FILE)).catch((error: unknown) => error);
    expect(failure).to.be.an.instanceOf(TypeError);
  });

  it('is not asked where the editor’s address names no file of Nuxeo', async () => {
    for (const source of [
      undefined,
      '',
      'https://nuxeo.example/',
      'https://nuxeo.example/site/wopi/files/',
      'https://nuxeo.example/nuxeo/site/wopi/files/a/contents',
    ]) {
      answer = () => Response.json({ UserCanWrite: false });
      expect(await isReadOnly(launch(source)), source).to.equal(false);
    }
    expect(asked).to.deep.equal([]);
  });
});
