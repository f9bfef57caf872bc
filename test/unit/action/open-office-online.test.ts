import { expect } from '../expect.js';
import { openOfficeOnline } from '../../../elements/open-office-online.js';
import {
  installWebUi,
  readableDocument,
  uninstallWebUi,
  until,
  wordFile,
  writableDocument,
} from '../web-ui.js';

/** Web UI's application element, as far as it matters here. */
const app = {
  currentUser: { id: 'alice', properties: { groups: ['editors'] } },
};

async function startWebUi(settings: object = {}): Promise<void> {
  await installWebUi({}, settings);
  Object.assign((window as unknown as { Nuxeo: { UI: object } }).Nuxeo.UI, { app });
}

const files = { 'file:content': wordFile(), 'files:files': [{ file: wordFile() }] };
const mine = writableDocument({ properties: files });
/** The editor that is open; leaving its address closes it. */
const editor = () => document.querySelector('nuxeo-office-online-editor');

beforeEach(() => startWebUi());
afterEach(async () => {
  location.hash = '';
  await until(() => !editor());
});
after(uninstallWebUi);

describe('openOfficeOnline', () => {
  it('opens what is offered first of the main file, and the address follows', async () => {
    const from = location.href;
    expect(openOfficeOnline(mine)).to.equal(true);
    await until(editor);
    expect(editor()?.handover?.from).to.equal(from);
    await until(() => editor()?.file?.fileName === 'Report.docx');
    await until(() => location.hash === '#!/office-online/edit/default/1/file:content');
  });

  it('opens an attachment, with the action that is asked for', async () => {
    expect(openOfficeOnline(mine, 'files:files/0/file', 'view')).to.equal(true);
    await until(() => location.hash === '#!/office-online/view/default/1/files:files/0/file');
  });

  it('opens what views a file for *view* only', async () => {
    const only = (...names: string[]) => {
      const wopi = Object.fromEntries(
        names.map((name) => [name, `https://nuxeo.example/nuxeo/wopi/${name}/a`]),
      );
      return writableDocument({ properties: { 'file:content': wordFile({ wopi }) } });
    };
    expect(openOfficeOnline(only('convert'), 'file:content', 'view')).to.equal(false);
    expect(openOfficeOnline(only('edit'), 'file:content', 'view')).to.equal(true);
    await until(() => location.hash === '#!/office-online/view/default/1/file:content');
  });

  it('does nothing, and says so, where that is not on offer to the user', async () => {
    expect(openOfficeOnline(readableDocument({ properties: files }), 'file:content', 'edit')).to.equal(false);
    expect(openOfficeOnline(mine, 'file:content', 'convert')).to.equal(false);
    expect(openOfficeOnline(mine, 'note:note')).to.equal(false);
    await startWebUi({ enabled: 'false' });
    expect(openOfficeOnline(mine)).to.equal(false);
    await startWebUi({ groups: 'managers' });
    expect(openOfficeOnline(mine)).to.equal(false);
    expect(location.hash).to.equal('');
  });

  it('goes by who Web UI says is signed in', async () => {
    await startWebUi({ groups: 'editors' });
    expect(openOfficeOnline(mine)).to.equal(true);
    await until(() => location.hash === '#!/office-online/edit/default/1/file:content');
  });

  it('says what it expected instead of what it got', () => {
    const anything = openOfficeOnline as (...parameters: unknown[]) => boolean;
    for (const document of [undefined, 'id', {}, { uid: '1' }, { properties: files }]) {
      expect(() => anything(document)).to.throw(
        TypeError,
        'expected a document with uid and properties, got',
      );
    }
    expect(() => anything(mine, '')).to.throw(TypeError, 'expected an xpath such as file:content, got ""');
    expect(() => anything(mine, 'file:content', 'delete')).to.throw(
      TypeError,
      'expected one of edit, view, convert, or nothing, got "delete"',
    );
    uninstallWebUi();
    expect(() => anything(mine)).to.throw(Error, 'expected Web UI to have started');
  });
});
