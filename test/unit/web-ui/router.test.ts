import { hrefOfDocument } from '../../../src/web-ui/navigation.js';
import { hrefOf } from '../../../src/web-ui/router.js';
import { expect } from '../expect.js';
import { globals, forgetWebUi } from './globals.js';

afterEach(forgetWebUi);

describe('links', () => {
  const route = { action: 'view', repository: 'default', documentId: '1', xpath: 'file:content' } as const;

  it('are what Web UI routes by', () => {
    expect(hrefOf(route)).to.equal('#!/office-online/view/default/1/file:content');
    expect(hrefOfDocument('1')).to.equal('#!/doc/1');
    globals.Nuxeo = {
      UI: { app: { router: { useHashbang: false, baseUrl: '/ui', document: () => '/d/1' } } },
    };
    expect(hrefOf(route)).to.equal('/ui/office-online/view/default/1/file:content');
    expect(hrefOfDocument('1')).to.equal('/ui/d/1');
  });
});
