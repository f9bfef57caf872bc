import { hrefOfDocument } from '../../../src/web-ui/document-link.js';
import { hrefOf } from '../../../src/web-ui/router.js';
import { expect } from '../expect.js';
import { globals, forgetWebUi } from './globals.js';

afterEach(forgetWebUi);

describe('links', () => {
  const route = { action: 'view', repository: 'default', documentId: '1', xpath: 'file:content' } as const;

  it('are what Web UI routes by', () => {
    expect(hrefOf(route)).to.equal('#!/office-online/view/default/1/file:content');
    expect(hrefOfDocument(route)).to.equal('#!/doc/1');
    globals.Nuxeo = {
      UI: { app: { router: { useHashbang: false, baseUrl: '/ui', document: () => '/d/1' } } },
    };
    expect(hrefOf(route)).to.equal('/ui/office-online/view/default/1/file:content');
    expect(hrefOfDocument(route)).to.equal('/ui/d/1');
  });

  describe('to a document of another repository', () => {
    const archived = { repository: 'archive', documentId: '1' };
    const here = location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);

    it('lead to that one’s own Web UI', () => {
      globals.Nuxeo = {
        UI: {
          repositories: [
            { name: 'default', href: '/nuxeo/repo/default/ui/', isDefault: true },
            { name: 'archive', href: '/nuxeo/repo/archive/ui/', isDefault: false },
          ],
        },
      };
      expect(hrefOfDocument(archived)).to.equal('/nuxeo/repo/archive/ui/#!/doc/1');
      expect(hrefOfDocument(archived, 'history')).to.equal('/nuxeo/repo/archive/ui/#!/doc/1?p=history');
      expect(hrefOfDocument(route)).to.equal('#!/doc/1');
    });

    it('stay in this one where it is that repository’s, by its address', () => {
      globals.Nuxeo = {
        UI: {
          repositories: [
            { name: 'default', href: '/nuxeo/repo/default/ui/', isDefault: true },
            { name: 'archive', href: here, isDefault: false },
          ],
        },
      };
      expect(hrefOfDocument(archived)).to.equal('#!/doc/1');
      expect(hrefOfDocument(route)).to.equal('/nuxeo/repo/default/ui/#!/doc/1');
    });

    it('stay in this one where Web UI says nothing of repositories, or something else', () => {
      for (const repositories of [undefined, 'archive', [], [null, { name: 'archive' }]]) {
        globals.Nuxeo = { UI: { repositories } };
        expect(hrefOfDocument(archived), JSON.stringify(repositories)).to.equal('#!/doc/1');
      }
    });
  });
});
