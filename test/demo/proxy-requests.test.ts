import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { officeOnlineSettings, readConf } from '../../demo/conf.js';
import { readServerAddress } from '../../demo/proxy/addresses.js';
import { startProxy } from '../../demo/proxy/index.js';
import { ProxyStage } from './proxy-stage.js';

const stage = new ProxyStage();

/** What of the next request reaches the server. */
function received(): Promise<{ url?: string; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    stage.handler = (asked, response) => {
      buffer(asked).then((body) => {
        response.end();
        resolve({ url: asked.url, headers: asked.headers, body });
      }, reject);
    };
  });
}

describe('a request', () => {
  it('comes from the server’s own page, as the server sees it', async () => {
    const { origin, host } = new URL(stage.server);
    const here = new URL(stage.here).origin;
    const arrival = received();
    await stage.asks('/api/v1/a', {
      headers: { origin: here, referer: `${here}/nuxeo/ui/?a`, cookie: 'a=b' },
    });
    const { headers } = await arrival;
    assert.deepEqual([headers.host, headers.origin], [host, origin]);
    assert.deepEqual([headers.referer, headers.cookie], [`${origin}/nuxeo/ui/?a`, 'a=b']);
    const names = Object.keys(headers).filter((name) => name.startsWith('x-forwarded'));
    assert.deepEqual(names, [], 'addresses for the editor would be made of these');
  });

  it('from another page stays one, so that the server can refuse it', async () => {
    const foreign = { origin: 'https://evil.example', referer: 'https://evil.example/' };
    const arrival = received();
    await stage.asks('/api/v1/a', { method: 'POST', headers: foreign, body: '{}' });
    const { headers } = await arrival;
    assert.deepEqual([headers.origin, headers.referer], [foreign.origin, foreign.referer]);
  });

  it('names the server where it names the proxy: in its address, a form, or a document to be stored', async () => {
    const link = `${stage.here}/ui/#!/doc/1`;
    for (const [type, write] of [
      ['application/x-www-form-urlencoded', encodeURIComponent],
      ['application/json+nxentity', JSON.stringify],
    ] as const) {
      const arrival = received();
      await stage.asks(`/startup?requestedUrl=${encodeURIComponent(link)}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: `ü=${write(link)}`,
      });
      const { url, headers, body } = await arrival;
      const there = link.replace(stage.here, stage.server);
      assert.equal(url, `/nuxeo/startup?requestedUrl=${encodeURIComponent(there)}`);
      assert.equal(body.toString(), `ü=${write(there)}`);
      assert.equal(headers['content-length'], String(body.length));
    }
  });

  it('with a file brings its bytes, as they come', async () => {
    const file = Buffer.concat([Buffer.from(stage.here), randomBytes(20_000_000)]);
    let began = (): void => undefined;
    const beginning = new Promise<void>((resolve) => (began = resolve));
    const arrival = new Promise<Buffer>((resolve, reject) => {
      stage.handler = (asked, response) => {
        began();
        buffer(asked).then((body) => (response.end('{}'), resolve(body)), reject);
      };
    });
    const upload = request(`${stage.here}/api/v1/upload/batch/0`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-type': 'application/json' },
    });
    upload.write(file.subarray(0, 1000));
    // The server has the request before the file is all there.
    await beginning;
    upload.end(file.subarray(1000));
    const [answer] = (await once(upload, 'response')) as [IncomingMessage];
    assert.equal(await text(answer), '{}');
    assert.ok(file.equals(await arrival));
  });
});

describe('a download', () => {
  it('arrives while it is still being sent', async () => {
    let finish = (): void => undefined;
    stage.handler = (_asked, response) => {
      response.writeHead(200, { 'Content-Type': 'application/zip' }).write('first');
      finish = () => response.end('last');
    };
    const asked = request(`${stage.here}/nxfile/default/1/a.zip`).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    assert.equal(String((await once(answer, 'data'))[0]), 'first');
    finish();
    assert.equal(await text(answer), 'last');
  });

  it('is ended at the server when nobody wants it any more', async () => {
    const ended = new Promise<void>((resolve) => {
      stage.handler = (_asked, response) => {
        response.writeHead(200, { 'Content-Type': 'application/zip' }).write('first');
        response.once('close', resolve);
      };
    });
    const asked = request(`${stage.here}/nxfile/default/1/a.zip`).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.destroy();
    await ended;
  });

  it('that breaks off is no whole file', async () => {
    for (const type of ['application/zip', 'application/json']) {
      stage.handler = (_asked, response) => {
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': '1000' });
        response.write('first', () => response.socket?.destroy());
      };
      const answer = await stage.asks('/nxthing').catch((error: unknown) => error);
      assert.ok(answer instanceof Error || (answer as { status: number }).status === 502, type);
    }
  });
});

describe('when the server is away', () => {
  it('a page says so, and the log no more than where; once it is back it answers', async () => {
    stage.answers({ 'Content-Type': 'text/plain' }, 'back');
    assert.equal((await stage.asks('/ui/')).text, 'back');
    await stage.stopServer();
    stage.log.length = 0;
    const secrets = { cookie: 'JSESSIONID=secret-1', authorization: 'Basic secret-2', accept: 'text/html' };
    const away = await stage.asks('/ui/;jsessionid=secret-3?token=secret-4', { headers: secrets });
    const { origin } = new URL(stage.server);
    assert.equal(away.status, 502);
    assert.ok(away.text.includes(`${origin} does not answer as it should (ECONNREFUSED).`), away.text);
    assert.equal(away.headers.refresh, '5');
    const post = await stage.asks('/startup', {
      method: 'POST',
      headers: {
        ...secrets,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'user_password=secret-5',
    });
    assert.deepEqual([post.status, post.headers.refresh], [502, undefined]);
    assert.match(String((JSON.parse(post.text) as { message: string }).message), /ECONNREFUSED/);
    const lines = stage.log.map((line) => line.replace(/: .*/, ''));
    assert.deepEqual(lines, ['GET /nuxeo/ui/', 'POST /nuxeo/startup']);
    assert.ok(!stage.log.join('\n').includes('secret'));
    await stage.startServer();
    assert.equal((await stage.asks('/ui/')).text, 'back');
  });

  it('an answer that can’t be read is told as one', async () => {
    stage.answers({ 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }, 'no gzip');
    assert.equal((await stage.asks('/ui/')).status, 502);
    assert.equal((await stage.asks('/repo/%ZZ/ui/nuxeo-office-online.js')).status, 400);
  });
});

describe('who else asks', () => {
  it('is refused under another name, and is not led anywhere else', async () => {
    let asked = 0;
    stage.handler = (_asked, response) => {
      asked += 1;
      response.end();
    };
    for (const host of ['evil.example', 'localhost', `localhost.evil.example:${new URL(stage.here).port}`]) {
      const { status, text: page } = await stage.asks('/ui/', { headers: { host } });
      assert.equal(status, 403);
      assert.ok(page.includes(`This is ${new URL(stage.here).origin}, and it answers to no other name.`));
    }
    const { port, host } = new URL(stage.here);
    const saysTo = async (line: string): Promise<string> => {
      const socket = connect(Number(port), 'localhost');
      socket.end(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      return text(socket);
    };
    assert.match(await saysTo('GET http://evil.example/'), /^HTTP\/1.1 403 /);
    assert.equal(await saysTo('CONNECT evil.example:443'), '');
    assert.equal(asked, 0);
  });
});

describe('what is given to start with', () => {
  it('is the address of a server or of its Web UI, or it is said what was expected', async () => {
    for (const given of [
      'https://s/nuxeo',
      'https://s/nuxeo/',
      'https://s/nuxeo/ui',
      'https://s/nuxeo/ui/?a#!/home',
    ]) {
      assert.equal(readServerAddress(given).href, 'https://s/nuxeo');
    }
    for (const given of [
      'server',
      'https://s',
      'https://s/ui/',
      'ftp://s/nuxeo',
      'https://a:secret@s/nuxeo',
      'https://s/(a)',
    ]) {
      const isClear = ({ message }: Error): boolean =>
        message.startsWith("--nuxeo expects the server's address") && !message.includes('secret');
      assert.throws(() => readServerAddress(given), isClear);
    }
    const taken = { nuxeo: stage.server, port: Number(new URL(stage.here).port) };
    await assert.rejects(startProxy(taken), /Port \d+ is taken by another program/);
  });

  it('is settings as in nuxeo.conf, or it is said which can’t be used', () => {
    const conf = readConf([
      'nuxeo.office.online.target=tab',
      ' nuxeo.office.online.productName = A = B ',
      'other=',
    ]);
    assert.deepEqual(conf, {
      'nuxeo.office.online.target': 'tab',
      'nuxeo.office.online.productName': 'A = B',
      other: '',
    });
    assert.throws(() => readConf(['target']), /--conf expects key=value, .*; got target\./);
    assert.throws(() => officeOnlineSettings(conf), /keys nuxeo\.office\.online\.…; got other\./);
  });

  it('is told by --help, and what does not go together is refused', async () => {
    const start = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'demo/start.ts', ...args]);
    const { stdout } = await start('--help');
    for (const said of ['--nuxeo <url>', '--conf <key=value>', 'NODE_EXTRA_CA_CERTS'])
      assert.ok(stdout.includes(said), said);
    await assert.rejects(start('--nuxeo', 'https://s/nuxeo', '--messages'), {
      code: 2,
      stderr: /the stand-in's, not for --nuxeo/,
    });
    await assert.rejects(start('--nuxeo', 'server'), { code: 1, stderr: /expects the server's address/ });
  });
});
