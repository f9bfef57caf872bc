import { giveTitleBack, holdTitle } from '../../../src/web-ui/title.js';
import { expect } from '../expect.js';

const written = document.title;

/** Lets mutation observers have their turn. */
const observed = () => new Promise((resolve) => setTimeout(resolve));

describe('the browser’s title while a file is open', () => {
  afterEach(() => {
    giveTitleBack();
    document.title = written;
  });

  it('stays the file’s when Web UI writes another one, which is there again afterwards', async () => {
    document.title = 'Budget';
    holdTitle('Budget.xlsx');
    document.title = 'Budget 2026';
    await observed();
    expect(document.title).to.equal('Budget.xlsx');
    giveTitleBack();
    expect(document.title).to.equal('Budget 2026');
    document.title = 'Home';
    await observed();
    expect(document.title).to.equal('Home');
  });

  it('is the last file’s where two are told, and comes to rest', async () => {
    document.title = 'Budget';
    holdTitle('  Letter.docx ');
    holdTitle('Budget.xlsx');
    await observed();
    let changes = 0;
    const observer = new MutationObserver(() => (changes += 1));
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    await observed();
    observer.disconnect();
    expect([document.title, changes]).to.eql(['Budget.xlsx', 0]);
    giveTitleBack();
    giveTitleBack();
    expect(document.title).to.equal('Budget');
  });
});
