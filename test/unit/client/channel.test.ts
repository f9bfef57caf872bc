import { Channel } from '../../../src/client/channel.js';
import { EditorFrame, editorUrl } from '../editor-page.js';
import { expect } from '../expect.js';
import { until } from '../web-ui.js';

const message = (MessageId: unknown, Values?: unknown) => ({ MessageId, SendTime: 1, Values });

describe('the channel', () => {
  let frame: HTMLIFrameElement;
  let channel: Channel;
  let heard: string[];

  beforeEach(async () => {
    frame = document.createElement('iframe');
    // A page that says whatever it is told to, and tells back what it hears.
    frame.srcdoc = `<script>addEventListener('message', ({ data }) => {
      if (data.say !== undefined) parent.postMessage(data.say, '*');
      else parent.postMessage({ MessageId: 'File_Rename', Values: { NewName: data } }, '*');
    })</script>`;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    heard = [];
    channel = new Channel({
      frame,
      editorOrigin: location.origin,
      trustedOrigins: [],
      onEvent: (event) => heard.push('name' in event ? event.name : event.type),
    });
  });

  afterEach(() => {
    channel.close();
    frame.remove();
  });

  const say = (data: unknown) => frame.contentWindow?.postMessage({ say: data }, '*');

  it('hears its frame, texts and objects', async () => {
    say(message('UI_Close'));
    say(JSON.stringify(message('UI_Edit')));
    await until(() => heard.length === 2);
    expect(heard).to.deep.equal(['close', 'edit']);
  });

  it('tells its frame with id, time and values', async () => {
    channel.send('Host_PostmessageReady', { a: 1 });
    await until(() => heard.length === 1);
    const { MessageId, SendTime, Values } = JSON.parse(heard[0] ?? '') as Record<string, unknown>;
    expect({ MessageId, Values }).to.deep.equal({ MessageId: 'Host_PostmessageReady', Values: { a: 1 } });
    expect(Math.abs(Date.now() - Number(SendTime))).to.be.below(60_000);
  });

  it('answers truthfully whether the window is ours, which nobody else hears of', async () => {
    say(JSON.stringify(message('App_IsFrameTrusted', { wdUserSession: '5e55' })));
    await until(() => heard.length === 1);
    const { MessageId, Values } = JSON.parse(heard[0] ?? '') as Record<string, unknown>;
    const isTopFrameTrusted = window.top === window;
    expect({ MessageId, Values }).to.deep.equal({
      MessageId: 'Host_IsFrameTrusted',
      Values: { isTopFrameTrusted },
    });
    expect(channel.userSession).to.equal('5e55');
  });

  it('hears and tells nothing across another origin', async () => {
    channel.close();
    channel = new Channel({
      frame,
      editorOrigin: 'https://office.example.com',
      trustedOrigins: ['https://*.example.com'],
      onEvent: (event) => heard.push(event.type),
    });
    channel.send('Host_PostmessageReady');
    say(message('UI_Close'));
    const passed = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    await passed;
    expect(heard).to.deep.equal([]);
    expect(channel.heard).to.equal(false);
  });

  it('hears no other window', async () => {
    const passed = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    window.postMessage(message('UI_Close'), '*');
    await passed;
    expect(heard).to.deep.equal([]);
  });

  it('hears nothing after its end', async () => {
    channel.close();
    const passed = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    say(message('UI_Close'));
    await passed;
    expect(heard).to.deep.equal([]);
  });

  it('is not moved by 10,000 hostile messages', async () => {
    const hostile: unknown[] = [
      null,
      5,
      '',
      '{',
      '[[[',
      '{"MessageId":',
      [],
      {},
      { MessageId: {} },
      { MessageId: ['UI_Close'] },
      { MessageId: '__proto__', Values: { x: 1 } },
      { MessageId: 'constructor' },
      { MessageId: 'hasOwnProperty' },
      '{"MessageId":"__proto__","Values":{"__proto__":{"polluted":1}}}',
      { MessageId: 'Doc_ModifiedStatus', Values: { Modified: 'true' } },
      { MessageId: 'Doc_ModifiedStatus', Values: 5 },
      { MessageId: 'File_Rename', Values: { NewName: ['a'] } },
      { MessageId: 'UI_Close ' },
      `{"MessageId":"UI_Close","Values":"${'x'.repeat(70_000)}"}`,
      Array(60_000).fill('[').join(''),
      `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`,
    ];
    const other = document.createElement('iframe');
    document.body.append(other);
    const origins = ['https://evil.example', `${location.origin}.evil.example`, 'null', '', location.origin];
    const windows = [frame.contentWindow, window, other.contentWindow, null];
    const start = performance.now();
    for (let i = 0; i < 10_000; i += 1) {
      const origin = origins[i % origins.length];
      const source = windows[i % windows.length];
      // From the right window and origin comes only what means nothing; from any other also what would mean much.
      const isEditor = origin === location.origin && source === frame.contentWindow;
      const data = isEditor || i % 3 ? hostile[i % hostile.length] : message('UI_Close');
      window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
    }
    other.remove();
    expect(performance.now() - start).to.be.below(2000);
    expect(heard).to.deep.equal([]);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
    say(message('UI_Close'));
    await until(() => heard.length === 1);
  });
});

describe('the channel to an editor that its service moves to a sibling host', () => {
  const at = (host: string) => editorUrl('frame', `${host}.office.localhost`);
  let editor: EditorFrame;
  let channel: Channel;
  let heard: string[];

  beforeEach(async () => {
    editor = new EditorFrame();
    heard = [];
    channel = new Channel({
      frame: editor.element,
      editorOrigin: new URL(at('a')).origin,
      trustedOrigins: [`http://*.office.localhost:${location.port}`],
      onEvent: ({ type }) => heard.push(type),
    });
    await editor.goes(at('a'));
  });

  afterEach(() => {
    channel.close();
    editor.remove();
  });

  const tells = async () => {
    channel.send('Grab_Focus');
    return (await editor.heardOf('Grab_Focus')).length;
  };

  it('tells the sibling nothing before that one has spoken, and from then on tells it', async () => {
    expect(await tells()).to.equal(1);
    await editor.goes(at('b'));
    expect(await tells()).to.equal(1);
    await editor.says('App_LoadingStatus');
    expect(heard).to.deep.equal(['loaded']);
    expect(channel.heard).to.equal(true);
    expect(await tells()).to.equal(2);
  });

  it('neither hears nor tells any other from the first message on, not even the host it began at', async () => {
    await editor.goes(at('b'));
    await editor.says('App_LoadingStatus');
    for (const other of ['c', 'a']) {
      await editor.goes(at(other));
      await editor.says('UI_Close');
      expect(await tells(), other).to.equal(0);
    }
    expect(heard).to.deep.equal(['loaded']);
    await editor.goes(at('b'));
    await editor.says('UI_Close');
    expect(heard).to.deep.equal(['loaded', 'close']);
    expect(await tells()).to.equal(1);
  });

  it('is not fixed by what means nothing', async () => {
    await editor.goes(at('b'));
    await editor.says('UI_SaveAs');
    expect(channel.heard).to.equal(false);
    await editor.goes(at('a'));
    expect(await tells()).to.equal(1);
  });

  it('answers the question of trust where it was asked, and still takes any host for the editor', async () => {
    await editor.goes(at('b'));
    await editor.says('App_IsFrameTrusted');
    expect(await editor.heardOf('Host_IsFrameTrusted')).to.have.length(1);
    expect(channel.heard).to.equal(false);
    await editor.goes(at('a'));
    await editor.says('App_LoadingStatus');
    expect(heard).to.deep.equal(['loaded']);
  });

  it('does not hear a host of another suffix', async () => {
    await editor.goes(editorUrl('frame', 'office.localhost'));
    await editor.says('UI_Close');
    expect(heard).to.deep.equal([]);
    expect(await tells()).to.equal(0);
  });
});
