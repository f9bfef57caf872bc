import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readCheckFileInfo } from '../../demo/check-file-info.js';
import { fileIdOf } from '../../demo/nuxeo/file-id.js';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { startStandIn } from '../../demo/stand-in.js';
import { WopiClient } from './wopi-client.js';

const budget = fileIdOf('default', sampleIds.budget, 'file:content');

describe('the log of WOPI calls', () => {
  const lines: string[] = [];
  let client: WopiClient;
  before(async () => {
    client = await WopiClient.start({ logWopi: (line) => lines.push(line) });
  });
  after(() => client.stop());

  /** The lines so far without their times, which are lines no more after that. */
  const written = (): string[] => lines.splice(0).map((line) => line.replace(/ \d+ ms$/, ''));

  it('has a line for each: what was called, which file, what was answered and how fast', async () => {
    await client.call(budget, undefined);
    await client.call(budget, 'LOCK', { headers: { Lock: 'a' } });
    await client.call(budget, 'LOCK', { headers: { Lock: 'b' } });
    await client.call(budget, 'UNLOCK', { headers: { Lock: 'a' } });
    assert.match(lines[0] ?? '', / \d+ ms$/);
    assert.deepEqual(written(), [
      'GET CheckFileInfo "Budget.xlsx" 200',
      'POST LOCK "Budget.xlsx" 200',
      'POST LOCK "Budget.xlsx" 409',
      'POST UNLOCK "Budget.xlsx" 200',
    ]);
  });

  it('says that there was no answer, and takes nothing from a caller that it does not know', async () => {
    client.nuxeo.faults.wopi = { drop: true };
    await client.call(budget, undefined).catch(() => undefined);
    delete client.nuxeo.faults.wopi;
    const headers = { Authorization: 'Bearer eyJ.secret', 'X-WOPI-Override': 'eyJ.secret' };
    await fetch(`${client.base}site/wopi/files/bm90aGluZw?access_token=eyJ.secret`, {
      method: 'POST',
      headers,
    });
    assert.deepEqual(written(), ['GET CheckFileInfo "Budget.xlsx" no answer', 'POST CheckFileInfo "" 401']);
  });

  it('never has a token in it', async () => {
    const token = await client.token('alice', sampleIds.budget);
    await client.call(budget, undefined, { token });
    await client.call(`${budget}/contents`, undefined, { token });
    const text = lines.splice(0).join('\n');
    assert.match(text, /GetFile "Budget\.xlsx" 200/);
    for (const part of token.split('.')) assert.ok(!text.includes(part));
  });
});

describe('properties of CheckFileInfo', () => {
  it('are read from the command line: JSON, or else text', () => {
    const read = readCheckFileInfo([
      'UserCanNotWriteRelative=false',
      'PostMessageOrigin=http://localhost:8080',
      'SupportedShareUrlTypes=["ReadOnly"]',
      ' BreadcrumbBrandName = a = b ',
    ]);
    assert.deepEqual(read, {
      UserCanNotWriteRelative: false,
      PostMessageOrigin: 'http://localhost:8080',
      SupportedShareUrlTypes: ['ReadOnly'],
      BreadcrumbBrandName: 'a = b',
    });
    assert.throws(() => readCheckFileInfo(['PostMessageOrigin']), /expects NAME=VALUE, .*; got Post/);
  });

  it('are in the answer of a stand-in that is started with them', async () => {
    const standIn = await startStandIn({ plugin: false, checkFileInfo: { UserCanNotWriteRelative: false } });
    try {
      const authorization = `Basic ${btoa('alice:alice')}`;
      const launch = new URL(`/nuxeo/wopi/edit/default/${sampleIds.budget}/file:content`, standIn.url);
      const form = await (await fetch(launch, { headers: { authorization } })).text();
      const token = /name="access_token" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const source = new URL(`/nuxeo/site/wopi/files/${budget}`, standIn.url);
      const answer = await fetch(source, { headers: { authorization: `Bearer ${token}` } });
      const { UserCanNotWriteRelative, BaseFileName } = (await answer.json()) as Record<string, unknown>;
      assert.deepEqual([UserCanNotWriteRelative, BaseFileName], [false, 'Budget.xlsx']);
    } finally {
      await standIn.stop();
    }
  });

  it('and the log are told by --help; what can’t be used is refused', async () => {
    const start = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'demo/start.ts', ...args]);
    const { stdout } = await start('--help');
    for (const said of [
      '--check-file-info <name=value>',
      '--log wopi',
      '--trouble <name>',
      'collabora, libreoffice',
    ])
      assert.ok(stdout.includes(said), said);
    await assert.rejects(start('--log', 'all'), { code: 2, stderr: /--log must be wopi/ });
    await assert.rejects(start('--trouble', 'none'), { code: 2, stderr: /--trouble must be one of disc/ });
    await assert.rejects(start('--check-file-info', 'A'), { code: 2, stderr: /expects NAME=VALUE/ });
    await assert.rejects(start('--nuxeo', 'https://s/nuxeo', '--log', 'wopi'), {
      code: 2,
      stderr: /--log is the stand-in's/,
    });
  });
});
