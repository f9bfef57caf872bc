import { expect } from '../expect.js';
import { followSave, type Outcome } from '../../../src/save/follow-save.js';
import { watchForSave } from '../../../src/save/save-watch.js';
import { installWebUi, until } from '../web-ui.js';

const SOON = 'Report.docx: what you changed shows here as soon as it has reached Nuxeo.';

const forever = new AbortController().signal;

describe('watching for a save', () => {
  it('is one look where nothing is expected', async () => {
    let looks = 0;
    const look = () => Promise.resolve(String((looks += 1) && 'old'));
    expect(await watchForSave({ digest: 'old', look, patience: 0 })).to.equal(undefined);
    expect(looks).to.equal(1);
  });

  it('sees the change, though a look in between fails', async () => {
    const answers = [() => Promise.reject(new Error('503')), () => Promise.resolve('new')];
    const look = () => (answers.shift() ?? (() => Promise.resolve('late')))();
    expect(await watchForSave({ digest: 'old', look, patience: 30 })).to.equal('new');
  });

  it('ends with its patience', async () => {
    const start = performance.now();
    expect(await watchForSave({ digest: 'old', look: () => Promise.resolve('old'), patience: 0.2 })).to.equal(
      undefined,
    );
    expect(performance.now() - start).to.be.within(190, 5000);
  });

  it('ends when it is told to', async () => {
    const abort = new AbortController();
    abort.abort();
    const look = () => Promise.resolve('new');
    expect(await watchForSave({ digest: 'old', look, patience: 30, signal: abort.signal })).to.equal(
      undefined,
    );
  });

  it('ends at once when it is told to while it waits', async () => {
    const abort = new AbortController();
    const start = performance.now();
    const watching = watchForSave({
      digest: 'old',
      look: () => Promise.resolve('old'),
      patience: 60,
      signal: abort.signal,
    });
    await new Promise(requestAnimationFrame);
    abort.abort();
    expect(await watching).to.equal(undefined);
    expect(performance.now() - start).to.be.below(900);
  });
});

describe('after closing', () => {
  const outcome: Outcome = {
    route: { repository: 'default', documentId: '1', xpath: 'file:content' },
    fileName: 'Report.docx',
    digest: 'old',
    patience: 0.2,
  };
  let told: { message?: string; commandId?: string; duration?: number }[];
  let refreshed: number;

  before(() => installWebUi());
  beforeEach(() => {
    told = [];
    refreshed = 0;
    const app = Object.assign(document.createElement('div'), {
      page: 'browse',
      currentDocument: { uid: '1' },
    });
    app.addEventListener('notify', (event) => told.push((event as CustomEvent<(typeof told)[0]>).detail));
    app.addEventListener('document-updated', () => (refreshed += 1));
    (window as unknown as { Nuxeo: { UI: { app: unknown } } }).Nuxeo.UI.app = app;
  });

  const messages = () => told.map(({ message }) => message);

  it('a change that was told of is on its way at once, then it is there', async () => {
    const answers = ['old', 'new'];
    const following = followSave({ ...outcome, patience: 3, everModified: true }, forever, () =>
      Promise.resolve(answers.shift() ?? 'new'),
    );
    expect(messages()).to.deep.equal(['Report.docx: your changes are on their way to Nuxeo…']);
    expect(told[0]?.duration).to.equal(0);
    await until(() => refreshed === 1);
    expect(messages()).to.deep.equal([
      'Report.docx: your changes are on their way to Nuxeo…',
      'Report.docx is saved in Nuxeo.',
    ]);
    expect(told[0]?.commandId).to.equal(told[1]?.commandId);
    await following;
  });

  it('a change that does not arrive is told', async () => {
    await followSave({ ...outcome, everModified: true }, forever, () => Promise.resolve('old'));
    expect(messages().at(-1)).to.include('no change has arrived');
    expect(refreshed).to.equal(0);
  });

  it('no change is no waiting and no word', async () => {
    let looks = 0;
    await followSave({ ...outcome, patience: 60, everModified: false }, forever, () => {
      looks += 1;
      return Promise.resolve('old');
    });
    expect({ looks, told, refreshed }).to.deep.equal({ looks: 1, told: [], refreshed: 0 });
  });

  it('of a silent editor, every save that still arrives makes the document fresh', async () => {
    const answers = ['one', 'one', 'two'];
    const following = followSave({ ...outcome, patience: 4 }, forever, () =>
      Promise.resolve(answers.shift() ?? 'two'),
    );
    expect(messages()).to.deep.equal([SOON]);
    // Nobody knows whether there is anything to wait for: the word goes by itself.
    expect(told[0]?.duration).to.equal(undefined);
    await until(() => refreshed === 2);
    expect(messages()).to.deep.equal([SOON, 'Report.docx is saved in Nuxeo.']);
    await following;
  });

  it('a document that is not shown is not touched', async () => {
    const { Nuxeo } = window as unknown as { Nuxeo: { UI: { app: { currentDocument: unknown } } } };
    Nuxeo.UI.app.currentDocument = { uid: '2' };
    await followSave({ ...outcome, patience: 0 }, forever, () => Promise.resolve('new'));
    expect(refreshed).to.equal(0);
    expect(messages().at(-1)).to.equal('Report.docx is saved in Nuxeo.');
  });
});
