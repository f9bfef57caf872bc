import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { XMLParser } from 'fast-xml-parser';
import JSZip from 'jszip';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { until } from '../until.js';
import { OfficeStage, type OpenedPage } from './office-stage.js';

const report = sampleIds.quarterlyReport;
const budget = sampleIds.budget;
let stage: OfficeStage;

before(async () => {
  stage = await OfficeStage.start();
});
after(() => stage.stop());
afterEach(() => stage.office.stop());

/** The .docx that the page shows, with its title changed. */
async function edited(page: OpenedPage, title: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync((await page.content()).bytes);
  const text = (await zip.file('word/document.xml')?.async('string')) ?? '';
  zip.file('word/document.xml', text.replace(/<w:t([^>]*)>[^<]*<\/w:t>/, `<w:t$1>${title}</w:t>`));
  return zip.generateAsync({ type: 'nodebuffer' });
}

async function storedReport(): Promise<string> {
  return stage.stored(report, 'word/document.xml');
}

describe('discovery', () => {
  it('lists actions by app and extension, with the proof keys', async () => {
    const xml = await (await fetch(`${stage.officeUrl}/hosting/discovery`)).text();
    const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml) as {
      'wopi-discovery': {
        'net-zone': { app: { name: string; action: { name: string; ext: string; urlsrc: string }[] }[] };
        'proof-key': Record<string, string>;
      };
    };
    const { 'net-zone': zone, 'proof-key': key } = parsed['wopi-discovery'];
    const actions = zone.app.flatMap(({ name: app, action }) =>
      action.map(({ name, ext }) => `${app} ${ext} ${name}`),
    );
    for (const wanted of [
      'Word docx editnew',
      'Excel xlsx edit',
      'PowerPoint pptx view',
      'Word doc convert',
    ]) {
      assert.ok(actions.includes(wanted), wanted);
    }
    assert.match(
      zone.app[0]?.action[0]?.urlsrc ?? '',
      /^http:\/\/localhost:\d+\/wv\/wordviewerframe\.aspx\?<ui=/,
    );
    assert.equal(Buffer.from(key.modulus ?? '', 'base64').length, 128);
    assert.equal(Buffer.from(key.value ?? '', 'base64').toString('latin1', 8, 12), 'RSA1');
  });
});

describe('an editor', () => {
  it('locks the file, saves when told to, and unlocks at the end', async () => {
    const page = await stage.open('alice', 'edit', report);
    assert.ok(page.canEdit);
    assert.ok(stage.isLocked(report));
    assert.ok((await page.change(await edited(page, 'Saved title'))).isUnsaved);
    assert.ok(!(await storedReport()).includes('Saved title'));
    assert.ok(!(await page.save()).isUnsaved);
    assert.match(await storedReport(), /Saved title/);
    assert.equal(await page.leave(), 204);
    assert.ok(!stage.isLocked(report));
  });

  it('keeps the token to itself', async () => {
    const { html } = await stage.open('alice', 'edit', report);
    assert.doesNotMatch(html, /eyJ|access_token/);
  });

  it('saves what it is sent on leaving', async () => {
    const page = await stage.open('alice', 'edit', budget);
    await page.leave(JSON.stringify([{ sheet: 0, cell: 'A9', value: 'at the last moment' }]));
    assert.match(await stage.stored(budget, 'xl/sharedStrings.xml'), /at the last moment/);
    assert.ok(!stage.isLocked(budget));
  });

  it('shows a hostile file name as text', async () => {
    const page = await stage.open('alice', 'view', sampleIds.hostileName);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.html, /<img/);
    assert.match(page.html, /&lt;img src=x onerror=alert\(1\)&gt; &amp; Ünï 日本\.docx/);
  });

  it('opens an empty file as a new one, and only so', async () => {
    assert.equal((await stage.open('alice', 'edit', sampleIds.newMemo)).status, 422);
    const page = await stage.open('alice', 'editnew', sampleIds.newMemo);
    assert.ok(page.canEdit);
    assert.match(await stage.stored(sampleIds.newMemo, 'word/document.xml'), /<w:document/);
  });

  it('takes the language of the host’s page', async () => {
    const source = encodeURIComponent(`${stage.nuxeoUrl}/nuxeo/site/wopi/files/none`);
    const page = await stage.post(
      `${stage.officeUrl}/we/wordeditorframe.aspx?ui=he-IL&WOPISrc=${source}`,
      'none',
    );
    assert.match(page.html, /<html lang="he-IL" dir="rtl">/);
  });
});

describe('who may not edit', () => {
  it('gets a file read-only, and nothing they send is taken', async () => {
    const page = await stage.open('rita', 'edit', report);
    assert.equal(page.canEdit, false);
    assert.match(page.notice, /You can read this file/);
    assert.ok(!stage.isLocked(report));
    const before = await storedReport();
    await page.change(await edited(page, 'Not allowed'));
    await page.save();
    await page.leave();
    assert.equal(await storedReport(), before);
  });

  it('is told who keeps them from it: a lock by hand', async () => {
    const page = await stage.open('alice', 'edit', sampleIds.contract);
    assert.equal(page.canEdit, false);
    assert.match(page.notice, /locked by someone else/);
  });
});

describe('two in one file', () => {
  it('share its lock, which goes with the last editor', async () => {
    const alice = await stage.open('alice', 'edit', report);
    const bob = await stage.open('bob', 'edit', report);
    assert.ok(bob.canEdit);
    assert.match(await bob.listen(), /"others":\["Alice Archer"\]/);
    await alice.leave();
    assert.ok(stage.isLocked(report));
    await bob.leave();
    assert.ok(!stage.isLocked(report));
  });

  it('never overwrite each other’s document', async () => {
    const alice = await stage.open('alice', 'edit', report);
    const bob = await stage.open('bob', 'edit', report);
    await alice.change(await edited(alice, 'By Alice'));
    await bob.change(await edited(bob, 'By Bob'));
    await alice.save();
    const refused = await bob.save();
    assert.deepEqual([refused.isUnsaved, refused.version], [true, 1]);
    assert.match(await storedReport(), /By Alice/);

    const { bytes, version } = await bob.content();
    assert.match(
      (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '',
      /By Alice/,
    );
    await bob.change(await edited(bob, 'By Bob, later'), version);
    assert.ok(!(await bob.save()).isUnsaved);
    assert.match(await storedReport(), /By Bob, later/);
  });

  it('work in one workbook, cell by cell', async () => {
    const alice = await stage.open('alice', 'edit', budget);
    const bob = await stage.open('bob', 'edit', budget);
    await alice.change([{ sheet: 0, cell: 'B2', value: '15000' }]);
    await bob.change([{ sheet: 0, cell: 'C2', value: '14000' }]);
    await bob.save();
    const sheet = await stage.stored(budget, 'xl/worksheets/sheet1.xml');
    assert.match(sheet, /<c r="B2"[^>]*><v>15000<\/v>/);
    assert.match(sheet, /<c r="C2"[^>]*><v>14000<\/v>/);
    assert.match(sheet, /<c r="D2"[^>]*><f>B2-C2<\/f><v>1000<\/v>/);
  });
});

describe('when something is wrong', () => {
  it('the page says so instead of opening', async () => {
    const url = `${stage.officeUrl}/we/wordeditorframe.aspx`;
    const source = encodeURIComponent(
      `${stage.nuxeoUrl}/nuxeo/site/wopi/files/${btoa('default/x/file:content')}`,
    );
    const refusal = async (address: string, token = 'x'): Promise<string> => {
      const { status, html } = await stage.post(address, token);
      return `${status} ${/<p>([^<]*)/.exec(html)?.[1] ?? ''}`;
    };
    assert.equal((await fetch(url)).status, 400);
    assert.match(await refusal(url), /^400 .*WOPISrc/);
    assert.match(
      await refusal(`${url}?WOPISrc=${encodeURIComponent('http://example.com/wopi/files/1')}`),
      /^400 /,
    );
    assert.match(await refusal(`${url}?WOPISrc=${source}`, ''), /^400 .*token/);
    assert.match(await refusal(`${url}?WOPISrc=${source}`), /^401 .*over/);
  });

  it('with a save, the page is told, keeps its changes and can save later', async () => {
    const page = await stage.open('alice', 'edit', report);
    await page.change(await edited(page, 'After the fault'));
    stage.nuxeo.faults.wopi = { status: 500 };
    const failed = await page.save();
    delete stage.nuxeo.faults.wopi;
    assert.ok(failed.isUnsaved);
    assert.match(failed.problem ?? '', /^Changes can’t be saved\. .*error/);
    assert.equal((await page.save()).problem, undefined);
    assert.match(await storedReport(), /After the fault/);
  });

  it('with a change, it is refused and the session goes on', async () => {
    const page = await stage.open('alice', 'edit', budget);
    await page.change([{ sheet: 7, cell: 'B2', value: '1' }]);
    await page.change(Buffer.from('no JSON'));
    assert.equal((await page.change([])).problem, undefined);
  });
});

describe('by itself', () => {
  let hurried: OfficeStage;
  before(async () => {
    hurried = await OfficeStage.start({ autoSaveFactor: 300 });
  });
  after(() => hurried.stop());

  it('an editor saves, sooner or later', async () => {
    const page = await hurried.open('alice', 'edit', budget);
    await page.listen();
    await page.change([{ sheet: 0, cell: 'A9', value: 'saved by itself' }]);
    await wait(600);
    assert.match(await hurried.stored(budget, 'xl/sharedStrings.xml'), /saved by itself/);
    page.vanish();
  });

  it('a page that is gone is taken for closed: its changes are saved, and the file unlocked', async () => {
    const page = await hurried.open('alice', 'edit', report);
    await page.listen();
    await page.change(await edited(page, 'Last words'));
    page.vanish();
    await wait(1500);
    assert.match(await hurried.stored(report, 'word/document.xml'), /Last words/);
    assert.ok(!hurried.isLocked(report));
  });

  for (const client of ['microsoft', 'collabora'] as const) {
    it(`${client} saves no more once it is killed, not even what it was about to save`, async () => {
      const killed = await OfficeStage.start({ client, autoSaveFactor: 300 });
      try {
        const page = await killed.open('alice', 'edit', budget);
        await page.change([{ sheet: 0, cell: 'A9', value: 'never saved' }]);
        killed.nuxeo.faults.putFile = { delay: 200, status: 500 };
        const saving = page.save();
        await until(() => killed.saves() > 0);
        killed.office.vanish();
        await saving;
        const saves = killed.saves();
        await wait(1500);
        assert.equal(killed.saves(), saves);
      } finally {
        await killed.stop();
      }
    });
  }
});
