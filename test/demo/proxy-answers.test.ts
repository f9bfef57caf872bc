import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { readdressing } from '../../demo/proxy/addresses.js';
import { messageFiles } from '../../nuxeo/message-files.js';
import { ProxyStage } from './proxy-stage.js';

const stage = new ProxyStage();

const json = (value: string) => JSON.stringify(value).replaceAll('/', '\\/');
const twice = (value: string) => encodeURIComponent(encodeURIComponent(value));
const inHtml = (value: string) => value.replaceAll('/', '&#x2F;').replaceAll(':', '&#58;');

describe('an address in a text', () => {
  it('becomes the proxy’s, as it is written there', () => {
    const change = readdressing(
      new URL('https://nuxeo.example/nuxeo'),
      new URL('http://localhost:8080/nuxeo'),
    );
    const [from, to] = ['https://nuxeo.example/nuxeo', 'http://localhost:8080/nuxeo'];
    for (const written of [String, json, encodeURIComponent, twice, inHtml]) {
      assert.equal(change(`<${written(`${from}/a?b`)}>`), `<${written(`${to}/a?b`)}>`);
    }
    assert.equal(change(encodeURIComponent(from).toLowerCase()), encodeURIComponent(to).toLowerCase());
    assert.equal(change(`${from}, ${from}. HTTPS://NUXEO.example:443/nuxeo#!`), `${to}, ${to}. ${to}#!`);
    assert.equal(change('http://nuxeo.example/nuxeo/'), `${to}/`);
  });

  it('stays when it is another’s', () => {
    const change = readdressing(
      new URL('https://nuxeo.example/nuxeo'),
      new URL('http://localhost:8080/nuxeo'),
    );
    for (const other of [
      'https://nuxeo.example/nuxeo2',
      'https://nuxeo.example/other/nuxeo',
      'https://nuxeo.example.org/nuxeo',
      'https://my.nuxeo.example/nuxeo',
      'https://nuxeoxexample/nuxeo',
      'https://nuxeo.example:8443/nuxeo',
      'https://nuxeo.example@evil.example/nuxeo',
      'ftp://nuxeo.example/nuxeo',
    ]) {
      assert.equal(change(other), other);
    }
    const origin = readdressing(new URL('https://nuxeo.example'), new URL('http://localhost:8080'));
    for (const other of [
      'https://nuxeo.example.org',
      'https://nuxeo.example:8443',
      'https://nuxeo.example@evil',
    ]) {
      assert.equal(origin(other), other);
    }
  });
});

describe('what the server answers', () => {
  it('has the proxy’s addresses in every kind of text', async () => {
    for (const type of [
      'application/json+nxentity; charset=UTF-8',
      'application/json',
      'text/html; charset=iso-8859-1',
      'text/css',
      'application/javascript',
      'text/javascript',
      'application/atom+xml',
    ]) {
      stage.answers({ 'Content-Type': type }, Buffer.from(`\xe9 ${json(`${stage.server}/x`)}`, 'latin1'));
      const { body, headers } = await stage.asks('/api/v1/path/a');
      assert.equal(body.toString('latin1'), `\xe9 ${json(`${stage.here}/x`)}`, type);
      assert.equal(headers['content-length'], String(body.length));
    }
  });

  it('is read whatever it is compressed with, and only what can be read is asked for', async () => {
    const text = `"${stage.server}/ü" `.repeat(5000);
    const packers = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };
    for (const [encoding, pack] of Object.entries(packers)) {
      let accepted: string | undefined;
      stage.handler = (request, response) => {
        accepted = String(request.headers['accept-encoding']);
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': encoding });
        const packed = pack(text);
        response.write(packed.subarray(0, 10));
        response.end(packed.subarray(10));
      };
      const answer = await stage.asks('/x', {
        headers: { 'accept-encoding': 'gzip, deflate, br;q=0.9, zstd, *' },
      });
      assert.equal(accepted, 'gzip, deflate, br;q=0.9');
      assert.equal(answer.headers['content-encoding'], undefined);
      assert.equal(answer.text, text.replaceAll(stage.server, stage.here), encoding);
    }
  });

  it('stays as it is where it is a file or a launch page, whose WOPISrc the editor calls', async () => {
    const body = gzipSync(`<a href="${stage.server}/site/wopi/files/x">`);
    const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip', ETag: '"1"' };
    for (const path of [
      '/nxfile/default/1/a.html',
      '/nxbigfile/1',
      '/api/v1/id/1/@blob/a',
      '/wopi/edit/default/1/a',
    ]) {
      stage.answers(headers, body);
      const answer = await stage.asks(path, { headers: { 'accept-encoding': 'gzip' } });
      assert.deepEqual(answer.body, body, path);
      assert.deepEqual([answer.headers['content-encoding'], answer.headers.etag], ['gzip', '"1"']);
    }
    stage.answers({ ...headers, 'Content-Disposition': 'inline; filename=a.html' }, body);
    assert.deepEqual((await stage.asks('/site/export')).body, body);
    stage.answers({ 'Content-Type': 'text/html', 'Content-Range': 'bytes 0-1/9' }, stage.server, 206);
    assert.equal((await stage.asks('/page')).text, stage.server);
  });

  it('may have no body', async () => {
    for (const status of [204, 304]) {
      stage.answers({ ETag: '"1"', 'Content-Type': 'application/json' }, '', status);
      const answer = await stage.asks('/x', { headers: { 'if-none-match': '"1"' } });
      assert.deepEqual([answer.status, answer.headers.etag, answer.text], [status, '"1"', '']);
    }
    stage.answers({ 'Content-Type': 'text/html', 'Content-Length': '4000' });
    const head = await stage.asks('/x', { method: 'HEAD' });
    assert.deepEqual([head.status, head.text, head.headers['content-length']], [200, '', undefined]);
    stage.answers({ 'Content-Type': 'image/png', 'Content-Length': '4000' });
    assert.equal((await stage.asks('/x', { method: 'HEAD' })).headers['content-length'], '4000');
  });

  it('sets cookies that a browser takes from http://localhost, on the same path', async () => {
    stage.answers({
      'Set-Cookie': [
        'JSESSIONID=a=b; Path=/nuxeo; Domain=.nuxeo.example; Secure; HttpOnly; SameSite=None; Partitioned',
        'lb=1;secure;samesite=none;expires=Wed, 21 Oct 2037 07:28:00 GMT',
        'Secure=Domain; SameSite=Strict',
        '__Secure-x=1; Secure; Path=/',
      ],
    });
    assert.deepEqual((await stage.asks('/')).headers['set-cookie'], [
      'JSESSIONID=a=b; Path=/nuxeo; HttpOnly; SameSite=Lax',
      'lb=1;samesite=Lax;expires=Wed, 21 Oct 2037 07:28:00 GMT',
      'Secure=Domain; SameSite=Strict',
      '__Secure-x=1; Secure; Path=/',
    ]);
  });

  it('leads to the proxy where it leads to the server, and elsewhere as the server says', async () => {
    const { server, here } = stage;
    const to = async (location: string): Promise<string | undefined> => {
      stage.answers({ Location: location }, '', 302);
      return (await stage.asks('/')).headers.location;
    };
    assert.equal(await to(`${server}/ui/`), `${here}/ui/`);
    assert.equal(await to(new URL('/', server).href), new URL('/', here).href);
    assert.equal(await to(server.replace('http:', '')), here);
    assert.equal(
      await to(`/nuxeo/login.jsp?requestedUrl=${encodeURIComponent(`${server}/ui/`)}`),
      `/nuxeo/login.jsp?requestedUrl=${encodeURIComponent(`${here}/ui/`)}`,
    );
    assert.equal(await to('ui/'), 'ui/');
    const agreed = `https://idp.example/?redirect_uri=${encodeURIComponent(server)}`;
    assert.equal(await to(agreed), agreed);
    stage.answers({ Refresh: `5; url=${server}/ui/`, 'Content-Location': `${server}/a` });
    const { headers } = await stage.asks('/');
    assert.deepEqual([headers.refresh, headers['content-location']], [`5; url=${here}/ui/`, `${here}/a`]);
  });

  it('lets the page be at http://localhost, and the editor in it', async () => {
    const { origin } = new URL(stage.server);
    const policy = (own: string, upgrade: string) =>
      `default-src 'self' ${own};${upgrade} form-action 'self' https://*.officeapps.live.com; frame-src https://office.example ${own}`;
    stage.answers({
      'Content-Security-Policy': policy(origin, ' upgrade-insecure-requests;'),
      'Content-Security-Policy-Report-Only': 'Upgrade-Insecure-Requests, img-src *',
      'Strict-Transport-Security': 'max-age=1',
      'Access-Control-Allow-Origin': origin,
    });
    const { headers } = await stage.asks('/');
    const own = new URL(stage.here).origin;
    assert.equal(headers['content-security-policy'], policy(own, ''));
    assert.equal(headers['content-security-policy-report-only'], ', img-src *');
    assert.equal(headers['strict-transport-security'], undefined);
    assert.equal(headers['access-control-allow-origin'], own);
  });
});

describe('what is laid over Web UI', () => {
  const configured = async (path: string, script: string): Promise<unknown> => {
    stage.answers({ 'Content-Type': 'text/javascript; charset=ISO-8859-1' }, script);
    const context = createContext({});
    runInContext((await stage.asks(path)).text, context);
    return JSON.parse(String(runInContext('JSON.stringify(Nuxeo.UI)', context)));
  };

  it('is the bundle, and its settings beside those of the server', async () => {
    const script = `var Nuxeo = {UI: {config: {a: '1', officeOnline: {target: 'tab', productName: 'x'}}, bundles: ['nuxeo-drive']}};`;
    for (const path of ['/ui/config.jsp?ts=1', '/repo/second/ui/config.jsp']) {
      assert.deepEqual(await configured(path, script), {
        config: { a: '1', officeOnline: { target: 'tab', productName: 'Büro' } },
        bundles: ['nuxeo-drive', 'nuxeo-office-online'],
      });
    }
    assert.deepEqual(
      await configured(
        '/ui/config.jsp',
        `Nuxeo = {UI: {config: {}, bundles: ['nuxeo-office-online']}} // no end`,
      ),
      { config: { officeOnline: { productName: 'Büro' } }, bundles: ['nuxeo-office-online'] },
    );
  });

  it('is asked for and given anew each time', async () => {
    let asked = {};
    stage.handler = (request, response) => {
      asked = request.headers;
      response.writeHead(200, {
        'Content-Type': 'text/javascript',
        'Cache-Control': 'max-age=86400',
        'Last-Modified': new Date().toUTCString(),
        ETag: '"1"',
      });
      response.end('Nuxeo = {}');
    };
    const conditions = { 'if-none-match': '"1"', 'if-modified-since': new Date().toUTCString() };
    const { headers } = await stage.asks('/ui/config.jsp', { headers: conditions });
    for (const name of Object.keys(conditions)) assert.ok(!(name in asked), name);
    assert.deepEqual(
      [headers['cache-control'], headers.etag, headers['last-modified']],
      ['no-cache', undefined, undefined],
    );
    assert.equal((await stage.asks('/ui/main.bundle.js', { headers: conditions })).headers.etag, '"1"');
  });

  it('is not laid over a sign-in page or an error', async () => {
    stage.answers({ 'Content-Type': 'text/html' }, '<form>');
    assert.equal((await stage.asks('/ui/config.jsp')).text, '<form>');
    stage.answers({ 'Content-Type': 'application/json' }, '{}', 401);
    assert.equal((await stage.asks('/ui/i18n/messages.json')).text, '{}');
  });

  it('has the plugin’s files, which the server is not asked for', async () => {
    stage.handler = (_request, response) => void response.writeHead(500).end();
    for (const folder of ['/ui', '/repo/second/ui']) {
      for (const file of readdirSync('dist')) {
        const { status, headers, body } = await stage.asks(`${folder}/${file}`);
        assert.deepEqual([status, headers['cache-control']], [200, 'no-cache']);
        assert.match(headers['content-type'] ?? '', file.endsWith('.js') ? /javascript/ : /officedocument/);
        assert.deepEqual(body, readFileSync(`dist/${file}`));
      }
    }
    assert.equal((await stage.asks('/ui/nuxeo-office-online-old-1234.js')).status, 500);
  });

  it('has its messages in each language that the plugin has, and in those that Nuxeo copies from one', async () => {
    for (const [source, copies] of messageFiles) {
      const ours = JSON.parse(readFileSync(`i18n/${source}`, 'utf8')) as object;
      for (const file of [source, ...copies]) {
        stage.answers({ 'Content-Type': 'application/json' }, '{"a": "ü"}');
        assert.deepEqual(JSON.parse((await stage.asks(`/ui/i18n/${file}`)).text), { a: 'ü', ...ours });
      }
    }
    for (const [path, body] of [
      ['/ui/i18n/messages-tlh.json', '{ "a": "ü" }'],
      ['/ui/i18n/messages.json', 'no JSON'],
    ] as const) {
      stage.answers({ 'Content-Type': 'application/json' }, body);
      assert.equal((await stage.asks(path)).text, body);
    }
  });
});
