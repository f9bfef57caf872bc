import { expect, reasonOf } from '../expect.js';
import { failureOfRequest } from '../../../src/failure.js';
import { endOf, readLaunchJson, readLaunchPage, rebase, fetchLaunch } from '../../../src/access/launch.js';
import { EDITOR, launchPage } from './launch-page.js';

describe('the launch page', () => {
  it('names the editor and carries the token', () => {
    expect(readLaunchPage(launchPage())).to.deep.equal({
      actionUrl: EDITOR,
      accessToken: 'a.b.c',
      accessTokenTtl: 1795387640361,
    });
  });

  it('hands out the application’s icon, which the server’s own is not', () => {
    const icon = 'https://c1-excel-15.cdn.office.net/x/_layouts/resources/FavIcon_Excel.ico?a=1&b=2';
    expect(readLaunchPage(launchPage({ icon })).favicon).to.equal(icon);
    for (const other of ['/nuxeo/icons/favicon.png', 'javascript:alert(1)', 'data:,', ''])
      expect(readLaunchPage(launchPage({ icon: other })).favicon, other).to.equal(undefined);
  });

  it('can be the JSON answer of a server that has one', () => {
    const answer = { actionUrl: EDITOR, accessToken: 'a.b.c', accessTokenTtl: 1795387640361 };
    expect(readLaunchJson(JSON.stringify(answer))).to.deep.equal(answer);
    expect(readLaunchJson(JSON.stringify({ ...answer, accessTokenTtl: '5' })).accessTokenTtl).to.equal(5);
  });

  it('is not there when the session is over: the sign-in page says so', () => {
    const signIn = '<form action="startup"><input name="user_name"><input type="password" name="p"></form>';
    expect(reasonOf(() => readLaunchPage(signIn))).to.equal('session-expired');
    const url = 'https://nuxeo.example/nuxeo/login.jsp?requestedUrl=wopi%2Fedit';
    expect(reasonOf(() => readLaunchPage('<p>Welcome</p>', url))).to.equal('session-expired');
  });

  const malformed = {
    nothing: '',
    'another page': '<p>It works!</p>',
    'a form without a token': '<form method="post" action="https://a.example/"></form>',
    'an empty token': launchPage({ token: '' }),
    'a token that would stand in the address': launchPage({ method: 'get' }),
    'no method': launchPage({ method: '' }),
    'no address': launchPage({ action: '' }),
    'half an address': launchPage({ action: '/we/wordeditorframe.aspx' }),
    'an address without scheme': launchPage({ action: '//evil.example/' }),
    'a script for an address': launchPage({ action: 'javascript:alert(1)' }),
    'an address with a line break': launchPage({ action: 'https://a.exa\nmple/' }),
    'an address with a password': launchPage({ action: 'https://me:secret@a.example/' }),
    'no address of the web': launchPage({ action: 'ftp://a.example/' }),
    'a time that is none': launchPage({ ttl: 'tomorrow' }),
    'a time before time': launchPage({ ttl: '-5' }),
    'a time with a fraction': launchPage({ ttl: '1.5' }),
  };
  for (const [name, body] of Object.entries(malformed)) {
    it(`with ${name} is not used`, () => expect(reasonOf(() => readLaunchPage(body))).to.equal('malformed'));
  }

  for (const body of ['', '{', '[]', 'null', '5', '{"actionUrl": 5}', '{"actionUrl":"https://a.example/"}']) {
    it(`as JSON ${body} is not used`, () =>
      expect(reasonOf(() => readLaunchJson(body))).to.equal('malformed'));
  }
});

describe('the address of the launch page', () => {
  it('is asked for where the connection reaches the server', () => {
    for (const url of [
      'https://internal:8443/nuxeo/wopi/edit/default/1/file:content',
      'http://localhost/other/context/wopi/edit/default/1/file:content',
      'https://nuxeo.example/wopi/edit/default/1/file:content',
      'https://nuxeo.example/wopi/wopi/edit/default/1/file:content',
      '/nuxeo/wopi/edit/default/1/file:content',
    ]) {
      expect(rebase(url, '/nuxeo')).to.equal('/nuxeo/wopi/edit/default/1/file:content');
      expect(rebase(url, 'https://n.example/nuxeo/')).to.equal(
        'https://n.example/nuxeo/wopi/edit/default/1/file:content',
      );
    }
  });

  it('keeps an attachment, spaces and a query', () => {
    const url = 'https://n.example/nuxeo/wopi/view/default/1/files:files/0/file?a=%20b';
    expect(rebase(url, '/nuxeo')).to.equal('/nuxeo/wopi/view/default/1/files:files/0/file?a=%20b');
  });

  it('is refused when it is none', () => {
    for (const url of ['', 'https://evil.example/steal', 'javascript:alert(1)', 'http://[']) {
      expect(
        reasonOf(() => rebase(url, '/nuxeo')),
        url,
      ).to.equal('malformed');
    }
  });
});

describe('what the server answers', () => {
  const answered = (status: number) =>
    failureOfRequest(Object.assign(new Error(), { response: { status } })).reason;

  it('is told apart', () => {
    expect(answered(401)).to.equal('session-expired');
    expect(answered(403)).to.equal('forbidden');
    for (const status of [400, 404, 410]) expect(answered(status), String(status)).to.equal('not-found');
    for (const status of [429, 500, 502, 503, 504])
      expect(answered(status), String(status)).to.equal('unavailable');
    expect(answered(408)).to.equal('timeout');
    expect(answered(418)).to.equal('malformed');
  });

  it('or does not answer', () => {
    expect(failureOfRequest(new TypeError('Failed to fetch')).reason).to.equal('network');
    expect(failureOfRequest(new DOMException('', 'TimeoutError')).reason).to.equal('timeout');
    for (const nothing of [undefined, null, 'text', {}])
      expect(failureOfRequest(nothing).reason).to.equal('network');
  });
});

describe('the end of a token', () => {
  const answerAt = (date?: Date) => {
    const headers = { 'content-type': 'text/html', ...(date && { date: date.toUTCString() }) };
    const http = () => Promise.resolve(new Response(launchPage({ ttl: String(END) }), { headers }));
    const users = () => ({ fetch: () => Promise.resolve({}) });
    const client = { _baseURL: '/nuxeo', http, users, repository: users };
    return fetchLaunch(client, '/nuxeo/wopi/edit/default/1/f', new AbortController().signal);
  };
  const END = Date.now() + 3_600_000;

  it('is reckoned by this machine’s clock, however wrong that is', async () => {
    for (const hours of [0, 2, -2]) {
      const wrong = hours * 3_600_000;
      const launch = await answerAt(new Date(Date.now() - wrong));
      // A Date header has no fractions of a second.
      expect(endOf(launch)).to.be.within(END + wrong, END + wrong + 2_000);
      expect(launch.accessTokenTtl).to.equal(END);
    }
  });

  it('is taken as it is where the server does not tell the time', async () => {
    expect(endOf(await answerAt())).to.equal(END);
  });

  it('stays unknown where the server does not say', () => {
    const launch = { actionUrl: EDITOR, accessToken: 'a.b.c', accessTokenTtl: 0, clockAhead: 5_000 };
    expect(endOf(launch)).to.equal(0);
  });
});
