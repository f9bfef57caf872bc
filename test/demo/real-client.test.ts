import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { startStandIn, type StandIn } from '../../demo/stand-in.js';
import { OfficeStage } from './office-stage.js';

const report = `edit/default/${sampleIds.quarterlyReport}/file:content`;
let client: OfficeStage;
let standIn: StandIn;

/** The client is another stand-in's editor: nothing but its discovery tells one from a real one. */
before(async () => {
  client = await OfficeStage.start({ client: 'collabora' });
  standIn = await startStandIn({ discoveryUrl: `${client.officeUrl}/hosting/discovery`, plugin: false });
});
after(async () => {
  await standIn.stop();
  await client.stop();
});

async function launch(path: string, from = standIn): Promise<{ url: string; token: string }> {
  const headers = { authorization: `Basic ${btoa('alice:alice')}` };
  const form = await (await fetch(new URL(`/nuxeo/wopi/${path}`, from.url), { headers })).text();
  const url = /action="([^"]+)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return { url, token: /name="access_token" value="([^"]+)"/.exec(form)?.[1] ?? '' };
}

describe('a stand-in with the editors of another WOPI client', () => {
  it('opens files in them, and lets the page frame them and post to them', async () => {
    const { url, token } = await launch(report);
    assert.equal(new URL(url).origin, client.officeUrl);
    assert.equal(standIn.officeUrl, client.officeUrl);
    const signIn = { authorization: `Basic ${btoa('alice:alice')}` };
    const page = await fetch(standIn.url, { headers: signIn });
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    for (const rule of ['frame-src', 'form-action']) {
      assert.match(policy, new RegExp(`${rule} 'self' ${client.officeUrl}(;|$)`));
    }
    const opened = await client.post(url, token);
    assert.ok(opened.canEdit);
    await opened.leave();
  });

  it('verifies calls with that client’s keys', async () => {
    const { url, token } = await launch(report);
    const source = new URL(url).searchParams.get('WOPISrc') ?? '';
    const call = (headers: Record<string, string>) =>
      fetch(source, { headers: { authorization: `Bearer ${token}`, ...headers } });
    assert.equal((await call({})).status, 200);
    assert.equal((await call({ 'X-WOPI-Proof': btoa('forged'), 'X-WOPI-TimeStamp': '1' })).status, 500);
  });

  it('is found by that client where it is told to be', async () => {
    const discoveryUrl = `${client.officeUrl}/hosting/discovery`;
    const inContainer = await startStandIn({
      discoveryUrl,
      wopiHost: 'http://host.docker.internal:8080',
      plugin: false,
    });
    const { url } = await launch(report, inContainer);
    await inContainer.stop();
    assert.match(
      new URL(url).searchParams.get('WOPISrc') ?? '',
      /^http:\/\/host\.docker\.internal:8080\/nuxeo\/site\/wopi\/files\//,
    );
  });

  it('does not start without them', async () => {
    const discoveryUrl = `${client.officeUrl}/nothing`;
    await assert.rejects(startStandIn({ discoveryUrl, plugin: false }), {
      message: `No editor can be had from ${discoveryUrl}.`,
    });
  });
});
