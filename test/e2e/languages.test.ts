import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, type Person } from './stage.js';

type Messages = Record<string, string>;

const FOLDER = new URL('../../i18n/', import.meta.url);
const messagesIn = (file: string) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Messages;

/** The plugin's messages by language. */
const messagesOf = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [/-(.+)\.json$/.exec(file)?.[1] ?? 'en', messagesIn(file)]),
);

const FROM_THE_RIGHT = ['ar', 'he'];
const DOCUMENT = sampleIds.budget;
const EDIT = `/office-online/edit/default/${DOCUMENT}/file:content`;

/** How a person in that language reads a message. */
const reads = (language: string, key: string, ...params: string[]): string =>
  params.reduce((text, param, i) => text.replace(`{${i}}`, param), messagesOf.get(language)?.[key] ?? key);

/** Every text and attribute in the page, in shadow roots too. */
const everything = (person: Person): Promise<string> =>
  person.page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    const texts = [document.title];
    for (const root of roots) {
      texts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
    return texts.join('\n');
  });

/** Raw keys of ours that the person could read. */
const rawKeys = async (person: Person): Promise<string[]> =>
  [...(await everything(person)).matchAll(/(officeOnline|app\.title)\.[\w.-]+/g)].map(([key]) => key);

/** Parts of the header that don't fit in: the file's and the document's name may be cut off, nothing else. */
const cutOff = (person: Person): Promise<string[]> =>
  person.editor
    .locator('header, header .state, header button, header a')
    .evaluateAll((parts) =>
      parts.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.outerHTML),
    );

/** The query of the address that the token is posted to, as soon as it is. */
async function editorQuery(person: Person): Promise<URLSearchParams> {
  const { officeUrl } = person.standIn;
  const isPost = (url: string, method: string) => url.startsWith(officeUrl) && method === 'POST';
  const request = await person.page.waitForRequest((sent) => isPost(sent.url(), sent.method()));
  return new URL(request.url()).searchParams;
}

/** Microsoft's name of the language (wopi-client.test.ts has them all). */
const MICROSOFT: Record<string, string> = { ar: 'ar-SA', en: 'en-US', ja: 'ja-JP', 'pt-PT': 'pt-PT' };

describe('a person whose language is', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());

  for (const language of messagesOf.keys()) {
    const isFromTheRight = FROM_THE_RIGHT.includes(language);

    it(`${language} reads it at the action, in the header and in a notice over the editor`, async () => {
      stage.standIn.config['officeOnline.renewBefore'] = '86000';
      const alice = await stage.person('alice', language);
      await alice.opensDocument(DOCUMENT);
      const label = reads(language, 'officeOnline.action.edit', 'Excel Online');
      await alice.row().locator(`[aria-label="${label}"]`).waitFor();
      assert.deepEqual(await alice.offers(), [
        label,
        reads(language, 'officeOnline.action.view', 'Excel Online'),
      ]);
      const query = editorQuery(alice);
      await alice.row().locator(`[aria-label="${label}"]`).click();
      assert.ok((await query).get('ui')?.startsWith(MICROSOFT[language] ?? `${language.slice(0, 2)}-`));
      await alice.sees(reads(language, 'officeOnline.state.ready', 'Excel Online'));

      const titles = alice.editor.locator('header [title]');
      assert.deepEqual(await titles.evaluateAll((tools) => tools.map((tool) => tool.getAttribute('title'))), [
        reads(language, 'officeOnline.state.ready', 'Excel Online'),
        ...['fullScreen', 'button.new-tab', 'close'].map((name) => reads(language, `officeOnline.${name}`)),
      ]);
      const [before = '', after = ''] = reads(language, 'officeOnline.token.ending').split('{0}');
      const notice = await alice.seesNotice();
      assert.ok(notice.startsWith(before) && notice.endsWith(after), notice);
      assert.match(notice.slice(before.length, -after.length), /^\D*(60|59)\D*$/);
      assert.deepEqual(await cutOff(alice), []);
      assert.deepEqual(await rawKeys(alice), []);

      const close = await titles.last().boundingBox();
      assert.ok(close && (isFromTheRight ? close.x < 20 : close.x > 1220), `${close?.x}`);
      assert.deepEqual(alice.complaints, []);

      await alice.context.setOffline(true);
      await alice.sees(reads(language, 'officeOnline.state.offline'));
      assert.deepEqual(await cutOff(alice), []);
      await alice.leaves();
    });

    it(`${language} reads in it why it does not work`, async () => {
      stage.standIn.nuxeo.faults.launch = { status: 503 };
      const alice = await stage.person('alice', language);
      await alice.goes(EDIT);
      await alice.editor.getByRole('alert').waitFor();
      await alice.editor.getByText(reads(language, 'officeOnline.failed.unavailable')).waitFor();
      await alice.editor
        .getByRole('button', { name: reads(language, 'officeOnline.button.retry') })
        .waitFor();
      assert.deepEqual(
        await alice.editor.evaluate((editor: HTMLElement) => [
          editor.lang,
          getComputedStyle(editor).direction,
        ]),
        [language, isFromTheRight ? 'rtl' : 'ltr'],
      );
      assert.deepEqual(await rawKeys(alice), []);
      await alice.leaves();
    });
  }

  it('Britain’s English has the editor in it, though Web UI knows one English', async () => {
    const alice = await stage.person('alice', 'en-GB');
    const query = editorQuery(alice);
    await alice.goes(EDIT);
    assert.equal((await query).get('ui'), 'en-GB');
    await alice.seesEditor();
    await alice.leaves();
  });

  it('another than the one the administrator set has the editor in the one that is set', async () => {
    stage.standIn.config['officeOnline.language'] = 'fr-CH';
    const alice = await stage.person('alice', 'de');
    const query = editorQuery(alice);
    await alice.goes(EDIT);
    assert.equal((await query).get('rs'), 'fr-CH');
    await alice.leaves();
  });
});

describe('on a server that does not have the plugin’s messages', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());

  for (const language of ['de', 'ar']) {
    it(`a person whose language is ${language} reads English, from left to right, and never a raw key`, async () => {
      stage.standIn.config['officeOnline.renewBefore'] = '86000';
      const alice = await stage.person('alice', language);
      await alice.context.route('**/i18n/messages*.json', async (route) => {
        const response = await route.fetch();
        const messages = Object.entries((await response.json()) as Messages);
        const others = messages.filter(([key]) => !(key in (messagesOf.get('en') ?? {})));
        await route.fulfill({ response, json: Object.fromEntries(others) });
      });
      await alice.opensDocument(DOCUMENT);
      await alice.page.evaluate(() => {
        const titles: string[] = [];
        Object.assign(window, { titles });
        const observer = new MutationObserver(() => titles.push(document.title));
        observer.observe(document.head, { subtree: true, childList: true, characterData: true });
      });
      await alice.action('Edit in Excel Online').click();
      await alice.seesEditor();
      assert.match(await alice.seesNotice(), /ends in (60|59) minutes\.$/);
      const close = await alice.editor.getByRole('button', { name: 'Close' }).boundingBox();
      assert.ok(close && close.x > 1220, `${close?.x}`);
      assert.equal(await alice.editor.getAttribute('lang'), 'en');
      assert.deepEqual(await rawKeys(alice), []);
      const titles = await alice.page.evaluate(() => (window as unknown as { titles: string[] }).titles);
      assert.ok(titles.length);
      assert.deepEqual(
        titles.filter((title) => title.includes('app.title')),
        [],
      );
      await alice.leaves();
    });
  }
});

for (const [client, expected] of [
  ['collabora', { lang: 'pt-PT' }],
  ['libreoffice', { lang: 'pt-PT' }],
  ['onlyoffice', { lang: 'pt-PT', ui: 'pt-PT', rs: 'pt-PT' }],
] as const) {
  describe(`with ${client}`, () => {
    const stage = new Stage({ client });

    it('the editor opens in the person’s language', async () => {
      const alice = await stage.person('alice', 'pt-PT');
      const query = editorQuery(alice);
      await alice.goes(EDIT);
      const told = await query;
      for (const [name, value] of Object.entries(expected)) assert.equal(told.get(name), value);
      await alice.sees(reads('pt-PT', 'officeOnline.state.ready', 'Excel Online'));
      await alice.leaves();
    });
  });
}
