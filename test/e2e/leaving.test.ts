import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

declare const Nuxeo: { UI: { app: HTMLElement & { page: string } } };

const stage = new Stage();
afterEach(() => stage.reset());

const DOCUMENT = sampleIds.budget;
const EDIT = `/office-online/edit/default/${DOCUMENT}/file:content`;
const LABEL = 'Edit in Excel Online';

async function alice(): Promise<Person> {
  const person = await stage.person('alice');
  await person.opensDocument(DOCUMENT);
  await person.action(LABEL).waitFor();
  return person;
}

const focusedTag = (person: Person) =>
  person.page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.getRootNode() as ShadowRoot | undefined)?.host?.localName ?? '';
  });

describe('leaving', () => {
  it('by “Close” shows the document, with the focus on the action', async () => {
    const person = await alice();
    await person.action(LABEL).click();
    await person.seesEditor();
    await person.closes();
    await person.action(LABEL).waitFor();
    assert.ok(person.page.url().endsWith(`#!/doc/${DOCUMENT}`), person.page.url());
    await person.page.waitForFunction(() => document.activeElement !== document.body);
    assert.equal(await focusedTag(person), 'nuxeo-office-online-action');
    await person.leaves();
  });

  const browsers = {
    '': () => undefined,
    ', in a browser without the Navigation API': () => {
      Object.defineProperty(window, 'navigation', { value: undefined });
    },
  };
  for (const [suffix, make] of Object.entries(browsers)) {
    /** A person whose editor has put addresses of its own into the history, as LibreOffice's does. */
    const withEditorsHistory = async (open: (person: Person) => Promise<void>) => {
      const person = await stage.person('alice');
      await person.page.addInitScript(make);
      await open(person);
      await person.seesEditor();
      await person.frame.locator('body').evaluate(() => {
        history.pushState({}, '', '#one');
        history.pushState({}, '', '#two');
      });
      return person;
    };

    it(`by “Close” goes back to the document at once; “Back” then leads to where the person was before${suffix}`, async () => {
      const person = await withEditorsHistory(async (alice) => {
        await alice.goes('/browse/default-domain/workspaces');
        await alice.page.evaluate((hash) => location.assign(hash), `#!/doc/${DOCUMENT}`);
        await alice.action(LABEL).click();
      });
      stage.standIn.nuxeo.faults.rest = { delay: 2_000 };
      await person.editor.getByRole('button', { name: 'Close' }).click();
      await person.editor.waitFor({ state: 'detached', timeout: 1_500 });
      delete stage.standIn.nuxeo.faults.rest;
      await person.page.waitForURL(`**/#!/doc/${DOCUMENT}`);
      await person.action(LABEL).waitFor();
      await person.page.goBack();
      await person.page.waitForURL('**/#!/browse/default-domain/workspaces');
      await person.leaves();
    });

    it(`by “Close” from an address typed in does the same${suffix}`, async () => {
      const person = await withEditorsHistory((alice) => alice.goes(EDIT));
      await person.closes();
      await person.page.waitForURL(`**/#!/doc/${DOCUMENT}`);
      await person.action(LABEL).waitFor();
      assert.equal(await person.editor.count(), 0);
      await person.page.goBack();
      await person.page.waitForURL('about:blank');
      await person.leaves();
    });
  }

  it('by “Close” leads back to where the file was clicked, also after a reload, and after “Back” and “Forward”', async () => {
    const person = await stage.person('alice');
    const folder = '/browse/default-domain/workspaces/ws';
    await person.goes(folder);
    await person.page.evaluate((hash) => location.assign(hash), `#!${folder}/Budget`);
    await person.action(LABEL).click();
    await person.seesEditor();
    await person.page.reload();
    await person.seesEditor();
    await person.page.goBack();
    await person.action(LABEL).waitFor();
    await person.page.goForward();
    await person.seesEditor();
    await person.closes();
    await person.page.waitForURL(`**/#!${folder}/Budget`);
    await person.page.goBack();
    await person.page.waitForURL(`**/#!${folder}`);
    await person.leaves();
  });

  it('by “Close” from an address typed in shows the document', async () => {
    const person = await stage.person('alice');
    await person.goes(EDIT);
    await person.seesEditor();
    await person.closes();
    await person.action(LABEL).waitFor();
    await person.leaves();
  });

  it('by “Back” and “Forward” ends the session and starts another', async () => {
    const person = await alice();
    await person.action(LABEL).click();
    await person.seesEditor();
    await person.page.goBack();
    await person.action(LABEL).waitFor();
    assert.equal(await person.page.locator('iframe').count(), 0);
    await person.page.goForward();
    await person.seesEditor();
    assert.equal(await person.page.locator('iframe').count(), 1);
    await person.leaves();
  });

  const ways: Record<
    string,
    { prepare?: (person: Person) => Promise<unknown>; come: (person: Person) => Promise<unknown> }
  > = {
    '“Forward”': {
      prepare: async (person) => {
        await person.action(LABEL).click();
        await person.seesEditor();
        await person.page.goBack();
        await person.editor.waitFor({ state: 'detached' });
      },
      come: ({ page }) => page.evaluate(() => history.forward()),
    },
    'a click': { come: (person) => person.action(LABEL).click() },
  };
  for (const [way, { prepare, come }] of Object.entries(ways)) {
    it(`is not what coming by ${way} is while Web UI loads the document anew: the editor stays`, async () => {
      const person = await alice();
      const { page } = person;
      await prepare?.(person);
      // Answered late: Web UI then shows its page of the document, whatever the address has become.
      await page.route('**/api/v1/path/**', async (route) => {
        await page.waitForFunction(() => Nuxeo.UI.app.page === 'office-online');
        await route.continue();
      });
      const asked = page.waitForRequest(/\/api\/v1\/path\//);
      await page.evaluate(() => void Nuxeo.UI.app.dispatchEvent(new CustomEvent('document-updated')));
      await asked;
      await come(person);
      await page.waitForURL(`**/#!${EDIT}`);
      await page.waitForFunction(() => Nuxeo.UI.app.page === 'browse');
      await person.seesEditor();
      await person.fillsCell('B4', '777');
      await page.unrouteAll();
      await person.closes();
      await person.action(LABEL).waitFor();
      assert.ok(page.url().endsWith(`#!/doc/${DOCUMENT}`), page.url());
      const sheet = () => stage.stored(DOCUMENT, 'file:content', 'xl/worksheets/sheet1.xml');
      await until(async () => (await sheet()).includes('777'));
      await page.goForward();
      await person.seesEditor();
      await page.goBack();
      await person.editor.waitFor({ state: 'detached' });
      await person.leaves();
    });
  }

  it('is not what coming by an address is while Web UI loads the document anew, and the editor’s code is on its way', async () => {
    const person = await alice();
    const { page } = person;
    const isUpdated = page.waitForResponse(/\/api\/v1\/path\//);
    await page.route(/nuxeo-office-online-editor-/, async (route) => {
      await page.evaluate(() => void Nuxeo.UI.app.dispatchEvent(new CustomEvent('document-updated')));
      await isUpdated;
      await page.waitForFunction(() => Nuxeo.UI.app.page === 'browse');
      await route.continue();
    });
    await page.evaluate((hash) => location.assign(hash), `#!${EDIT}`);
    await person.seesEditor();
    await person.closes();
    await person.action(LABEL).waitFor();
    await person.leaves();
  });

  it('for another file by its address opens that one', async () => {
    const person = await stage.person('alice');
    await person.goes(EDIT);
    await person.seesEditor();
    await person.page.evaluate((hash) => {
      location.hash = hash;
    }, `!/office-online/view/default/${sampleIds.quarterlyReport}/files:files/0/file`);
    await person.editor.getByRole('heading', { name: 'Figures.xlsx' }).waitFor();
    await person.seesEditor();
    assert.equal(await person.page.locator('iframe').count(), 1);
    await person.leaves();
  });

  it('by “Close” leads to a document of another repository in that one’s own Web UI', async () => {
    const person = await stage.person('alice');
    const { context } = person;
    // The stand-in has one repository: what it says is put into the words of a server with two.
    await context.route('**/config.jsp', async (route) => {
      const answer = await route.fetch();
      const repositories = ['default', 'archive'].map((name) => ({
        name,
        href: `/nuxeo/repo/${name}/ui/`,
        isDefault: name === 'default',
      }));
      const body = `${await answer.text()}\nNuxeo.UI.repositories = ${JSON.stringify(repositories)};`;
      await route.fulfill({ response: answer, body });
    });
    await context.route('**/api/v1/repo/archive/**', async (route) => {
      const url = route.request().url().replace('/repo/archive/', '/repo/default/');
      const answer = await route.fetch({ url });
      const body = (await answer.text()).replace('"repository":"default"', '"repository":"archive"');
      await route.fulfill({ response: answer, body });
    });
    await context.route('**/repo/archive/ui/', (route) => route.fulfill({ body: 'The archive' }));
    await person.goes(EDIT.replace('/default/', '/archive/'));
    await person.seesEditor();
    await person.editor.getByRole('button', { name: 'Close' }).click();
    await person.page.waitForURL(`**/nuxeo/repo/archive/ui/#!/doc/${DOCUMENT}`);
    await person.page.goBack();
    await person.page.waitForURL('about:blank');
    await person.leaves();
  });
});
