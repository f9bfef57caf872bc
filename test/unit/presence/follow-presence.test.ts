import { followPresence } from '../../../elements/editor/follow-presence.js';
import type { OpenFile } from '../../../src/session/open-file.js';
import { expect } from '../expect.js';
import { installWebUi, uninstallWebUi, until } from '../web-ui.js';

const viewsOf = (...names: string[]): unknown[] =>
  names.map((name, id) => ({ ViewId: id, UserName: name, UserId: name, IsCurrentView: id === 0 }));

describe('who else has the file open, in the header', () => {
  before(() => installWebUi());
  after(uninstallWebUi);

  it('is nobody of before a failure, until the next session tells', async () => {
    const editor = document.createElement('div');
    let tell = () => {};
    const openFile = {
      state: { phase: 'ready' },
      views: viewsOf('Alice', 'Bob'),
      subscribe: (heard: () => void) => (tell = heard),
    };
    followPresence(openFile as unknown as OpenFile, editor);
    const happens = (change: Partial<typeof openFile>) => {
      Object.assign(openFile, change);
      tell();
    };
    const discs = () => {
      const all = editor.querySelector('.presence')?.shadowRoot?.querySelectorAll('.discs .disc') ?? [];
      return [...all].map((disc) => disc.textContent?.trim()).join();
    };
    happens({});
    await until(() => discs() === 'B');
    happens({ state: { phase: 'failed' } });
    await until(() => discs() === '');
    for (const phase of ['requesting', 'loading', 'ready']) {
      happens({ state: { phase } });
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(discs()).to.equal('');
    }
    happens({ views: viewsOf('Alice', 'Carol') });
    await until(() => discs() === 'C');
  });
});
