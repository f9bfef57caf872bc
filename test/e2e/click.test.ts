import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const LABEL = 'Edit in Excel Online';

const launches = () => stage.standIn.nuxeo.requests.filter(({ url }) => url.includes('/nuxeo/wopi/')).length;

/** Forms that this person's browser has posted to the editor from now on. */
function posts(person: Person): string[] {
  const posted: string[] = [];
  person.context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().startsWith(stage.standIn.officeUrl))
      posted.push(request.url());
  });
  return posted;
}

/** Waits until the editor's code is there. */
const seesCodeArrive = ({ page }: Person) =>
  page.waitForFunction(() => customElements.get('nuxeo-office-online-editor') !== undefined);

/** Alice looks at the workbook, the pointer over its action, all code fetched, and nothing launched yet. */
async function hovering(name = 'alice', page?: (person: Person) => Promise<void>): Promise<Person> {
  const person = await stage.person(name);
  await page?.(person);
  await person.opensDocument(sampleIds.budget);
  await person.action(LABEL).hover();
  await seesCodeArrive(person);
  stage.standIn.nuxeo.requests.length = 0;
  return person;
}

const centerOf = async (person: Person) => {
  const box = await person.action(LABEL).boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Nothing is open, and nothing has been posted. */
async function seesTheDocumentAlone(person: Person, posted: string[]): Promise<void> {
  await person.page.waitForLoadState('networkidle');
  assert.equal(await person.editor.count(), 0);
  assert.equal(await person.page.locator('iframe, input[name=access_token]').count(), 0);
  assert.ok(person.page.url().endsWith(`#!/doc/${sampleIds.budget}`), person.page.url());
  assert.deepEqual(posted, []);
}

describe('a click', () => {
  it('finds the launch that its press has asked for: one request, one post, one frame', async () => {
    const alice = await hovering();
    const posted = posts(alice);
    await alice.page.mouse.down();
    await until(() => launches() === 1);
    assert.equal(await alice.editor.count(), 0);
    await alice.page.mouse.up();
    await alice.seesEditor();
    assert.equal(launches(), 1);
    assert.equal(posted.length, 1);
    assert.equal(await alice.page.locator('iframe').count(), 1);
    assert.match(alice.page.url(), /#!\/office-online\/edit\//);
    await alice.closes();
    await alice.leaves();
  });

  it('shows the editor at once, while the server takes its time; the address follows, and “Back” leads out', async () => {
    const alice = await hovering();
    stage.standIn.nuxeo.faults.launch = { delay: 3_000 };
    await alice.action(LABEL).click();
    assert.equal(await alice.editor.count(), 1);
    await alice.page.waitForURL('**/#!/office-online/edit/**');
    await alice.page.goBack();
    await alice.editor.waitFor({ state: 'detached' });
    await alice.action(LABEL).waitFor();
    assert.equal(await alice.page.locator('iframe').count(), 0);
    await alice.leaves();
  });

  it('closed before the address has followed leaves the person where they were', async () => {
    const alice = await hovering();
    stage.standIn.nuxeo.faults.launch = { delay: 10_000 };
    // In one task, so that no timer can lead the address on.
    await alice.action(LABEL).evaluate((link: HTMLElement) => {
      link.click();
      return Promise.resolve().then(async () => {
        for (let tries = 0; tries < 50; tries += 1) {
          const editor = document.querySelector('nuxeo-office-online-editor');
          const buttons = editor?.shadowRoot?.querySelectorAll<HTMLElement>('header button');
          if (buttons?.length) return [...buttons].at(-1)?.click();
          await Promise.resolve();
        }
        throw new Error('The editor was not there at once.');
      });
    });
    await alice.editor.waitFor({ state: 'detached' });
    delete stage.standIn.nuxeo.faults.launch;
    assert.ok(alice.page.url().endsWith(`#!/doc/${sampleIds.budget}`), alice.page.url());
    await alice.action(LABEL).click();
    await alice.seesEditor();
    await alice.leaves();
  });

  it('asks again, once, where the launch at the press has failed, and tells nothing of it', async () => {
    const alice = await hovering();
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    await alice.page.mouse.down();
    await until(() => launches() === 1);
    await alice.page.waitForLoadState('networkidle');
    delete stage.standIn.nuxeo.faults.launch;
    await alice.page.mouse.up();
    await alice.seesEditor();
    assert.equal(launches(), 2);
    await alice.leaves();
  });

  it('tells that it has failed when it has failed again', async () => {
    const alice = await hovering();
    stage.standIn.nuxeo.faults.launch = { status: 403 };
    await alice.action(LABEL).click();
    assert.match(await alice.seesNotice(), /not allowed/);
    assert.equal(launches(), 2);
    await alice.leaves();
  });

  it('by key or by finger asks at the click alone', async () => {
    const alice = await hovering();
    await alice.action(LABEL).focus();
    await alice.page.keyboard.press('Enter');
    await alice.seesEditor();
    assert.equal(launches(), 1);
    await alice.leaves();

    const context = await stage.browser.newContext({
      hasTouch: true,
      viewport: { width: 1280, height: 800 },
      storageState: await (await stage.person('alice')).context.storageState(),
    });
    const page = await context.newPage();
    await page.goto(`${stage.standIn.url}#!/doc/${sampleIds.budget}`);
    const link = page.getByRole('link', { name: LABEL, exact: true });
    await link.waitFor();
    stage.standIn.nuxeo.requests.length = 0;
    await link.dispatchEvent('pointerdown', { pointerType: 'touch', button: 0, isPrimary: true });
    await page.waitForLoadState('networkidle');
    assert.equal(launches(), 0);
    await link.tap();
    await page.locator('nuxeo-office-online-editor').waitFor();
    await until(() => launches() === 1);
    await context.close();
  });

  it('twice in a hurry opens one editor with one post', async () => {
    const alice = await hovering();
    stage.standIn.nuxeo.faults.launch = { delay: 300 };
    const posted = posts(alice);
    await alice.action(LABEL).dblclick();
    await alice.seesEditor();
    assert.equal(launches(), 1);
    assert.equal(posted.length, 1);
    assert.equal(await alice.page.locator('nuxeo-office-online-editor').count(), 1);
    await alice.leaves();
  });
});

describe('a press', () => {
  it('without a click posts nothing and leaves nothing; after ten seconds its launch is forgotten', async () => {
    const alice = await hovering('alice', ({ page }) => page.clock.install());
    const posted = posts(alice);
    const { x, y } = await centerOf(alice);
    await alice.page.mouse.down();
    await until(() => launches() === 1);
    await alice.page.mouse.move(x - 400, y);
    await alice.page.mouse.up();
    await seesTheDocumentAlone(alice, posted);
    await alice.page.clock.fastForward(11_000);
    await alice.action(LABEL).focus();
    await alice.page.keyboard.press('Enter');
    await until(() => launches() === 2);
    await alice.leaves();
  });

  it('of the right button, or with a modifier, asks for nothing here', async () => {
    const alice = await hovering();
    const posted = posts(alice);
    await alice.action(LABEL).click({ button: 'right' });
    await alice.page.keyboard.press('Escape');
    for (const key of ['Shift', 'Alt', 'Control', 'Meta']) {
      await alice.page.keyboard.down(key);
      await alice.page.mouse.down();
      const { x, y } = await centerOf(alice);
      await alice.page.mouse.move(x - 400, y);
      await alice.page.mouse.up();
      await alice.page.keyboard.up(key);
      await alice.action(LABEL).hover();
    }
    await seesTheDocumentAlone(alice, posted);
    assert.equal(launches(), 0);
    await alice.leaves();
  });

  it('that becomes a drag opens nothing', async () => {
    const alice = await hovering();
    const posted = posts(alice);
    await alice.action(LABEL).dragTo(alice.page.locator('account-menu'));
    await seesTheDocumentAlone(alice, posted);
    await alice.leaves();
  });

  it('on a conversion asks for nothing, for the person is asked first', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.oldLetter);
    const convert = alice.action('Convert and edit in Word Online');
    await convert.hover();
    await seesCodeArrive(alice);
    stage.standIn.nuxeo.requests.length = 0;
    await convert.click();
    await alice.editor.getByRole('dialog').waitFor();
    assert.equal(launches(), 0);
    await alice.leaves();
  });
});

describe('the plugin’s code', () => {
  /** The names of our files that a page has fetched, less their hashes. */
  const fetched = ({ page }: Person) =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => /nuxeo-office-online([.-][\w.-]*?)(-[\w-]{8})?\.js$/.exec(name)?.[1] ?? '')
        .filter(Boolean)
        .sort(),
    );

  it('is the entry alone for who browses folders, and no Lit', async () => {
    const alice = await stage.person('alice');
    await alice.goes('/browse/default-domain/workspaces');
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual(await fetched(alice), ['.bundle']);
    await alice.leaves();
  });

  it('is the action besides at a document, and the editor only on approach', async () => {
    // Of a document that is locked, as an editor of another test may have left it, there is more to show.
    stage.standIn.nuxeo.repository.locks.unlock(sampleIds.budget);
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.budget);
    await alice.action(LABEL).waitFor();
    await alice.page.waitForLoadState('networkidle');
    assert.deepEqual(await fetched(alice), ['-action', '.bundle']);
    await alice.action(LABEL).hover();
    await seesCodeArrive(alice);
    await alice.page.waitForLoadState('networkidle');
    await until(async () => (await fetched(alice)).length === 8);
    assert.deepEqual(await fetched(alice), [
      '-access',
      '-action',
      '-editor',
      '-follow-up',
      '-lit',
      '-saved-tracker',
      '-token-keeper',
      '.bundle',
    ]);
    await alice.leaves();
  });

  it('that can’t be fetched at the click is told of on our page', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.budget);
    await alice.action(LABEL).waitFor();
    await alice.context.route(/nuxeo-office-online-editor/, (route) => route.abort());
    await alice.action(LABEL).click();
    await alice.page.getByRole('alert').filter({ hasText: 'Try again' }).waitFor();
    await alice.context.unroute(/nuxeo-office-online-editor/);
    await alice.page.getByRole('button', { name: 'Try again' }).click();
    await alice.seesEditor();
    await alice.leaves();
  });
});
