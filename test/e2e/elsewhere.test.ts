import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const { budget, quarterlyReport, readMe } = sampleIds;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FOLDER = '/browse/default-domain/workspaces/ws';
const EDIT = 'Edit in Excel Online';

/** Somebody, where the server has that setting. */
async function person(places?: string, name = 'alice'): Promise<Person> {
  if (places) stage.standIn.conf['nuxeo.office.online.places'] = places;
  return stage.person(name);
}

/** What stands by the document's title. */
const title = ({ page }: Person): Locator => page.locator('nuxeo-browser .document-actions');

/** The bar over a listing with something selected, in the folder's own page. */
const bar = ({ page }: Person): Locator => page.locator('nuxeo-browser nuxeo-selection-toolbar');

const box = ({ page }: Person, document: string): Locator =>
  page.locator('nuxeo-browser').getByRole('checkbox', { name: `Select ${document}`, exact: true });

const selection = (someone: Person): Locator => bar(someone).locator('nuxeo-office-online-selection');

/** Counts how often each document is loaded by its id, as the plugin does. */
function loads({ page }: Person): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, id] = /\/repo\/default\/id\/([\w-]+)/.exec(request.url()) ?? [];
    if (id) asked.push(id);
  });
  return asked;
}

describe('as installed', () => {
  it('the action is in the rows of files alone', async () => {
    const alice = await person();
    await alice.opensDocument(budget);
    await alice.action(EDIT).waitFor();
    assert.equal(await title(alice).getByRole('link').count(), 0);
    const asked = loads(alice);
    await alice.goes(FOLDER);
    await box(alice, 'Budget').check();
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await selection(alice).count(), 0);
    assert.deepEqual(asked, []);
    await alice.leaves();
  });
});

describe('by a document’s title, where the setting “places” says so,', () => {
  it('the main file’s action opens it, beside the one in its row', async () => {
    const alice = await person('blob,document');
    await alice.opensDocument(budget);
    await alice.action(EDIT).waitFor();
    await title(alice).getByRole('link', { name: EDIT, exact: true }).click();
    await alice.seesEditor();
    assert.match(alice.page.url(), new RegExp(`/office-online/edit/default/${budget}/file:content$`));
    await alice.closes();
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });

  it('there is none, and no width, for a main file that is no Office file, and for a folder', async () => {
    const alice = await person('blob,document');
    for (const path of [`/doc/${readMe}`, FOLDER]) {
      await alice.goes(path);
      const action = title(alice).locator('nuxeo-office-online-action');
      await action.waitFor({ state: 'attached' });
      await alice.page.waitForLoadState('networkidle');
      assert.equal(await action.isVisible(), false);
      assert.equal(await action.evaluate((element) => element.clientWidth), 0);
    }
    await alice.leaves();
  });

  it('it is the only one where rows are not in the list', async () => {
    const alice = await person('document');
    await alice.opensDocument(budget);
    await title(alice).getByRole('link', { name: EDIT, exact: true }).waitFor();
    await until(async () => (await alice.row().locator('nuxeo-office-online-action').count()) === 0);
    await alice.leaves();
  });

  it('a list that can’t be used is the default', async () => {
    const alice = await person('document,header');
    await alice.opensDocument(budget);
    await alice.action(EDIT).waitFor();
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await title(alice).getByRole('link').count(), 0);
    await alice.leaves();
  });
});

describe('over a listing, where the setting “places” says so,', () => {
  const edit = (someone: Person) => selection(someone).getByRole('link', { name: EDIT, exact: true });

  it('one selected document is asked for once, and opens', async () => {
    const alice = await person('blob,results');
    const asked = loads(alice);
    await alice.goes(FOLDER);
    await box(alice, 'Budget').waitFor();
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual(asked, []);
    await box(alice, 'Budget').check();
    await edit(alice).waitFor();
    assert.deepEqual(asked, [budget]);
    await edit(alice).click();
    await alice.seesEditor();
    assert.match(alice.page.url(), new RegExp(`/office-online/edit/default/${budget}/file:content$`));
    await alice.closes();
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });

  it('nothing is there, and no width, for several, for none, and for what is no Office file', async () => {
    const alice = await person('blob,results');
    const asked = loads(alice);
    await alice.goes(FOLDER);
    await box(alice, 'Budget').check();
    await edit(alice).waitFor();
    await box(alice, 'Read me').check();
    await selection(alice).waitFor({ state: 'hidden' });
    assert.equal(await selection(alice).evaluate((element) => element.clientWidth), 0);
    assert.deepEqual(asked, [budget]);
    await box(alice, 'Budget').uncheck();
    await until(() => asked.length === 2);
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await selection(alice).isVisible(), false);
    await box(alice, 'Read me').uncheck();
    await bar(alice).waitFor({ state: 'hidden' });
    assert.deepEqual(asked, [budget, readMe]);
    await alice.leaves();
  });

  it('a folder is not asked for', async () => {
    const alice = await person('blob,results');
    const asked = loads(alice);
    await alice.goes('/browse/default-domain/workspaces');
    await box(alice, 'Workspace').check();
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual(asked, []);
    await alice.leaves();
  });

  it('it is what is on offer now: join, where somebody else has locked the document', async () => {
    const alice = await person('blob,results');
    await alice.goes(FOLDER);
    await box(alice, 'Contract').check();
    await selection(alice).getByRole('link', { name: 'bob is editing: join' }).waitFor();
    await alice.leaves();
  });

  it('nothing is asked, and nothing there, for who is in no group that it is for', async () => {
    stage.standIn.config['officeOnline.groups'] = 'administrators';
    const alice = await person('blob,results');
    const asked = loads(alice);
    await alice.goes(FOLDER);
    await box(alice, 'Budget').check();
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await selection(alice).isVisible(), false);
    assert.deepEqual(asked, []);
    await alice.leaves();
  });

  it('a document that can’t be loaded is as one without a file', async () => {
    const alice = await person('blob,results');
    await alice.context.route(`**/id/${budget}*`, (route) => route.fulfill({ status: 404, json: {} }));
    await alice.goes(FOLDER);
    await box(alice, 'Budget').check();
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await selection(alice).isVisible(), false);
    assert.equal(await alice.page.getByText('404').count(), 0);
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });

  it('the keyboard alone selects and opens', async () => {
    const alice = await person('blob,results');
    await alice.goes(FOLDER);
    await box(alice, 'Budget').focus();
    await alice.page.keyboard.press('Space');
    await edit(alice).waitFor();
    // The bar stands before the listing.
    for (let stops = 0; !(await edit(alice).evaluate((link) => link.matches(':focus-visible'))); stops += 1) {
      assert.ok(stops < 30, 'Shift+Tab does not lead there');
      await alice.page.keyboard.press('Shift+Tab');
    }
    await alice.page.keyboard.press('Enter');
    await alice.seesEditor();
    await alice.leaves();
  });

  it('it can be seen on the bar’s colour, and axe finds nothing', async () => {
    const alice = await person('blob,results');
    await alice.goes(FOLDER);
    await box(alice, 'Budget').check();
    await edit(alice).waitFor();
    assert.equal(await edit(alice).evaluate((link) => getComputedStyle(link).color), 'rgb(255, 255, 255)');
    await alice.page.evaluate(axe);
    const complaints = await selection(alice).evaluate(async (element) => {
      const { axe } = window as unknown as { axe: { run(element: Element): Promise<AxeResults> } };
      const { violations } = await axe.run(element);
      return violations.map(({ id }) => id);
    });
    assert.deepEqual(complaints, []);
    await alice.leaves();
  });

  it('it stays within 320 px, on the left where texts run from the right', async () => {
    const alice = await person('blob,results');
    await alice.goes(FOLDER);
    await box(alice, 'Budget').check();
    await edit(alice).waitFor();
    await alice.page.setViewportSize({ width: 320, height: 640 });
    for (const dir of ['ltr', 'rtl']) {
      await alice.page.evaluate((value) => (document.documentElement.dir = value), dir);
      const place = await edit(alice).boundingBox();
      assert.ok(place && place.x >= 0 && place.x + place.width <= 320, `${dir}: ${place?.x}`);
      assert.equal(dir === 'rtl', place.x < 160, `${dir}: ${place.x}`);
    }
    await alice.leaves();
  });
});

describe('with the feature flag off', () => {
  it('nothing is elsewhere either', async () => {
    stage.standIn.config['officeOnline.enabled'] = 'false';
    const alice = await person('blob,document,results');
    await alice.opensDocument(quarterlyReport);
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await title(alice).locator('nuxeo-office-online-action').count(), 0);
    await alice.goes(FOLDER);
    await box(alice, 'Contract').check();
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await selection(alice).count(), 0);
    await alice.leaves();
  });
});
