import { createOfficeDocument } from '../../../elements/create-office-document.js';
import { expect } from '../expect.js';
import { NuxeoServer } from '../nuxeo-server.js';
import { until } from '../web-ui.js';

const folder = { uid: '1', path: '/work', repository: 'default' };
const letter = {
  uid: '7',
  title: 'Letter',
  properties: { 'file:content': { name: 'letter.docx', data: 'https://nuxeo.example/nuxeo/nxfile/7' } },
};

describe('createOfficeDocument', () => {
  let server: NuxeoServer;
  let made: unknown[] = [];
  /** What Web UI's application was told. */
  let told: string[] = [];

  before(async () => {
    server = await NuxeoServer.install();
  });
  beforeEach(() => {
    made = [];
    told = [];
    const app = Object.assign(document.createElement('div'), {
      currentUser: { id: 'alice' },
      router: { document: (id: string) => `/doc/${id}` },
    });
    app.addEventListener('document-created', ({ type }) => told.push(type));
    Object.assign((window as unknown as { Nuxeo: { UI: object } }).Nuxeo.UI, { app });
    server.answer = (request) => {
      if (request.method !== 'POST' || !request.url.includes('/path/work')) return undefined;
      return request.text().then((body) => {
        const document = JSON.parse(body) as { properties: Record<string, { name: string }> };
        made.push(document);
        const { name } = document.properties['file:content']!;
        const wopi = {
          appName: 'Word',
          editnew: 'https://nuxeo.example/nuxeo/wopi/editnew/default/9/file:content',
        };
        return Response.json({
          'entity-type': 'document',
          uid: '9',
          repository: 'default',
          title: 'Memo',
          contextParameters: { permissions: ['Read', 'WriteProperties'] },
          properties: { 'file:content': { name, length: '0', wopi } },
        });
      });
    };
  });
  afterEach(async () => {
    location.hash = '';
    await until(() => !document.querySelector('nuxeo-office-online-editor'));
    server.reset();
  });
  after(() => server.uninstall());

  it('makes the document, tells Web UI, and opens its file over the document', async () => {
    const document = await createOfficeDocument(folder, 'word', ' Memo ');
    expect(document?.uid).to.equal('9');
    expect(told).to.deep.equal(['document-created']);
    expect(made[0]).to.deep.include({ type: 'File', name: 'Memo' });
    const editor = () => window.document.querySelector('nuxeo-office-online-editor');
    await until(editor);
    expect(editor()?.route).to.deep.include({ action: 'edit', documentId: '9', xpath: 'file:content' });
    expect(editor()?.handover?.from).to.match(/#!\/doc\/9$/);
  });

  it('takes a document whose main file the new one begins with', async () => {
    await createOfficeDocument(folder, letter, 'Memo').catch(() => undefined);
    expect(made[0]).to.deep.include({
      properties: {
        'dc:title': 'Memo',
        'file:content': { name: 'Memo.docx', data: 'https://nuxeo.example/nuxeo/nxfile/7' },
      },
    });
  });

  it('says what it expected, and makes nothing', async () => {
    for (const [parent, source, title] of [
      [{}, 'word', 'Memo'],
      [folder, 'onenote', 'Memo'],
      [folder, {}, 'Memo'],
      [folder, 'word', ' '],
    ] as const) {
      const error = await createOfficeDocument(parent, source as 'word', title).catch(
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(TypeError);
      expect((error as Error).message).to.match(/^createOfficeDocument: expected /);
    }
    expect(made).to.deep.equal([]);
  });

  it('makes nothing for whom the settings leave out', async () => {
    Object.assign((window as unknown as { Nuxeo: { UI: { config: object } } }).Nuxeo.UI.config, {
      officeOnline: { editGroups: 'managers' },
    });
    expect(await createOfficeDocument(folder, 'word', 'Memo')).to.equal(undefined);
    expect(made).to.deep.equal([]);
    Object.assign((window as unknown as { Nuxeo: { UI: { config: object } } }).Nuxeo.UI.config, {
      officeOnline: {},
    });
  });
});
