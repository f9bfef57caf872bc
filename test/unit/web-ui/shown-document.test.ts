import { isShown, refreshDocument } from '../../../src/web-ui/shown-document.js';
import { expect } from '../expect.js';
import { forgetWebUi, globals } from './globals.js';

afterEach(forgetWebUi);

/** Web UI, with that document on its page for documents. */
function shows(currentDocument: unknown, page = 'browse') {
  const app = Object.assign(document.createElement('div'), { page, currentDocument });
  const heard: string[] = [];
  app.addEventListener('document-updated', ({ type }) => heard.push(type));
  globals.Nuxeo = { UI: { app } };
  return heard;
}

describe('the document that Web UI shows', () => {
  const address = { repository: 'archive', documentId: '1' };

  it('is that of the same id in the same repository', () => {
    shows({ uid: '1', repository: 'archive' });
    expect(isShown(address)).to.equal(true);
    expect(isShown({ ...address, repository: 'default' })).to.equal(false);
    expect(isShown({ ...address, documentId: '2' })).to.equal(false);
    shows({ uid: '1' });
    expect([isShown(address), isShown({ ...address, repository: 'default' })]).to.eql([false, true]);
  });

  it('is none on another page', () => {
    shows({ uid: '1', repository: 'archive' }, 'search');
    expect(isShown(address)).to.equal(false);
  });

  it('is loaded anew, and no other is', () => {
    const heard = shows({ uid: '1', repository: 'archive' });
    refreshDocument({ ...address, repository: 'default' });
    expect(heard).to.eql([]);
    refreshDocument(address);
    expect(heard).to.eql(['document-updated']);
  });
});
