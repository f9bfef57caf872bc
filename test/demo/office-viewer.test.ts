import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { OfficeStage } from './office-stage.js';

const { presentation, oldLetter: letter } = sampleIds;
let stage: OfficeStage;

before(async () => {
  stage = await OfficeStage.start();
});
after(() => stage.stop());

describe('the viewer', () => {
  it('shows a picture of each slide', async () => {
    const page = await stage.open('rita', 'view', presentation);
    const pictures = JSON.parse((await page.content()).bytes.toString()) as string[];
    assert.equal(pictures.length, 3);
    for (const picture of pictures) assert.match(picture, /^data:image\/png;base64,iVBORw0KGgo/);
    await page.leave();
  });

  it('lets nobody change what it shows', async () => {
    const page = await stage.open('alice', 'view', presentation);
    assert.equal(page.canEdit, false);
    assert.equal((await page.change({})).isUnsaved, false);
    assert.equal(stage.isLocked(presentation), false);
    await page.leave();
  });
});

describe('a conversion', () => {
  async function result(html: string): Promise<{ url?: string; message?: string }> {
    const id = /data-conversion="([^"]+)"/.exec(html)?.[1] ?? 'none';
    return (await (await fetch(`${stage.officeUrl}/conversion/${id}`)).json()) as { url?: string };
  }

  it('is refused to who can only read', async () => {
    const page = await stage.open('rita', 'convert', letter);
    assert.equal(page.status, 403);
    assert.match(page.html, /not convert it/);
  });

  it('that nobody has begun has no result', async () => {
    assert.match((await result('')).message ?? '', /Open the file again/);
  });

  it('puts a .docx in the place of the .doc, and tells where it is edited', async () => {
    const page = await stage.open('alice', 'convert', letter);
    const { url = '' } = await result(page.html);
    assert.equal(new URL(url).pathname, `/nuxeo/wopi/edit/default/${letter}/file:content`);
    assert.equal(stage.nuxeo.repository.blobAt(stage.document(letter), 'file:content')?.name, 'Letter.docx');
    assert.match(await stage.stored(letter, 'word/document.xml'), /Dear Ms Martin/);
  });

  it('makes a file that Word edits', async () => {
    const page = await stage.open('alice', 'edit', letter);
    assert.equal(page.canEdit, true);
    await page.leave();
  });
});
