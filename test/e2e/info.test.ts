import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const { contract, quarterlyReport, thirtyAttachments } = sampleIds;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The bar that tells who has locked the document. */
const bar = ({ page }: Person): Locator => page.locator('nuxeo-office-online-info');
const told = (person: Person): Promise<string> => bar(person).locator('span').innerText();
const join = (person: Person): Locator => bar(person).getByRole('link', { name: 'Join', exact: true });

/** A person at a document, and what their page has asked the server for since. */
async function at(id: string, name = 'alice'): Promise<[person: Person, asked: string[]]> {
  const person = await stage.person(name);
  const asked: string[] = [];
  person.page.on('request', (request) => asked.push(request.url()));
  await person.opensDocument(id);
  return [person, asked];
}

/** Of what was asked, other people: Web UI asks for who signs in itself. */
const others = (asked: string[], self = 'alice') =>
  asked.filter((url) => url.includes('/user/') && !url.endsWith(`/user/${self}`));
const rooms = (asked: string[]) => asked.filter((url) => /office-online-info-/.test(url));

/** Has a document locked while something is done. */
async function whileLocked(id: string, owner: string, act: () => Promise<void>): Promise<void> {
  const { locks } = stage.standIn.nuxeo.repository;
  locks.lock(id, owner);
  await act().finally(() => locks.unlock(id));
}

describe('over a document that somebody else edits', () => {
  it('people read who it is, by full name, and join them with one press', async () => {
    const bob = await stage.person('bob');
    await bob.goes(`/office-online/edit/default/${quarterlyReport}/file:content`);
    await bob.seesEditor();
    const [alice] = await at(quarterlyReport);
    await join(alice).waitFor();
    assert.equal(
      await told(alice),
      'Bob Baker has locked this document and may have Quarterly report.docx open.',
    );
    await join(alice).click();
    await alice.seesEditor();
    assert.match(
      alice.page.url(),
      new RegExp(`/office-online/edit/default/${quarterlyReport}/file:content$`),
    );
    await alice.frame.getByText('Bob Baker').first().waitFor();
    await alice.closes();
    await bob.closes();
    for (const person of [alice, bob]) assert.deepEqual(person.complaints, []);
    await alice.leaves();
    await bob.leaves();
  });

  it('what they read is as true of a lock by hand, which lets them only read', async () => {
    const [alice] = await at(contract);
    await join(alice).waitFor();
    assert.equal(await told(alice), 'Bob Baker has locked this document and may have Contract.docx open.');
    await join(alice).click();
    await alice.sees('You can only read this file now');
    await alice.leaves();
  });

  it('the server is asked for a name once, however often it is shown', async () => {
    await whileLocked(thirtyAttachments, 'bob', async () => {
      const [alice, asked] = await at(contract);
      await join(alice).waitFor();
      await alice.page.evaluate((id) => (location.hash = `#!/doc/${id}`), thirtyAttachments);
      await bar(alice).getByText('may have Cover sheet.docx open').waitFor();
      assert.equal(others(asked).length, 1);
      await alice.leaves();
    });
  });

  it('and not at all where the document has the person', async () => {
    await whileLocked(quarterlyReport, 'alice', async () => {
      const [bob, asked] = await at(quarterlyReport, 'bob');
      await join(bob).waitFor();
      assert.match(await told(bob), /^Alice Archer has locked/);
      assert.deepEqual(others(asked, 'bob'), []);
      await bob.leaves();
    });
  });

  it('a name that the server does not tell is the one to sign in with', async () => {
    const alice = await stage.person('alice');
    await alice.context.route('**/user/bob', (route) => route.fulfill({ status: 404, json: {} }));
    await alice.opensDocument(contract);
    await join(alice).waitFor();
    assert.match(await told(alice), /^bob has locked/);
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });

  it('the keyboard alone reaches “Join”, and presses it', async () => {
    const [alice] = await at(contract);
    await join(alice).waitFor();
    const focused = () => join(alice).evaluate((link) => link.matches(':focus-visible'));
    for (let stops = 0; !(await focused()); stops += 1) {
      assert.ok(stops < 60, 'Tab does not lead there');
      await alice.page.keyboard.press('Tab');
    }
    await alice.page.keyboard.press('Enter');
    await alice.sees(/^(Opened in|You can only read)/);
    await alice.leaves();
  });
});

describe('the bar is not there', () => {
  it('while nobody else has the document locked: nothing is asked, not even for its code', async () => {
    const [alice, asked] = await at(quarterlyReport);
    await alice.action('Edit in Word Online').waitFor();
    await alice.page.waitForLoadState('networkidle');
    assert.equal(await bar(alice).count(), 0);
    assert.deepEqual([...others(asked), ...rooms(asked)], []);
    await alice.leaves();
  });

  it('for who holds the lock', async () => {
    const [bob, asked] = await at(contract, 'bob');
    await bob.action('Edit in Word Online').waitFor();
    await bob.page.waitForLoadState('networkidle');
    assert.equal(await bar(bob).isVisible(), false);
    assert.deepEqual(others(asked, 'bob'), []);
    await bob.leaves();
  });

  for (const [what, name, value] of [
    ['with the flag off', 'enabled', 'false'],
    ['for who is in no group that it is for', 'groups', 'administrators'],
    ['where editing is not on offer', 'actions', 'view'],
  ] as const) {
    it(what, async () => {
      stage.standIn.config[`officeOnline.${name}`] = value;
      const [alice, asked] = await at(contract);
      await alice.page.waitForLoadState('networkidle');
      assert.equal(await bar(alice).isVisible(), false);
      assert.deepEqual(others(asked), []);
      await alice.leaves();
    });
  }
});

describe('the bar’s looks', () => {
  it('axe finds nothing in it', async () => {
    const [alice] = await at(contract);
    await join(alice).waitFor();
    await alice.page.evaluate(axe);
    const complaints = await bar(alice).evaluate(async (element) => {
      const { axe } = window as unknown as { axe: { run(element: Element): Promise<AxeResults> } };
      const { violations } = await axe.run(element);
      return violations.map(({ id }) => id);
    });
    assert.deepEqual(complaints, []);
    await alice.leaves();
  });

  it('it stays within 320 px, all of it to be read', async () => {
    const [alice] = await at(contract);
    await join(alice).waitFor();
    await alice.page.setViewportSize({ width: 320, height: 640 });
    const { page } = alice;
    const box = await bar(alice).boundingBox();
    const link = await join(alice).boundingBox();
    assert.ok(box && link && box.x + box.width <= 320 && link.x + link.width <= 320);
    assert.equal(await bar(alice).evaluate((host) => host.scrollWidth > host.clientWidth), false);
    assert.ok(await page.getByText('may have Contract.docx open').isVisible());
    await alice.leaves();
  });

  it('from right to left, “Join” stands on the left', async () => {
    const alice = await stage.person('alice', 'ar');
    await alice.opensDocument(contract);
    const link = bar(alice).getByRole('link', { name: 'انضمام' });
    await link.waitFor();
    await alice.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const [box, text] = [await link.boundingBox(), await bar(alice).locator('span').boundingBox()];
    assert.ok(box && text && box.x < text.x, `${box?.x}, ${text?.x}`);
    await alice.leaves();
  });
});

for (const client of ['microsoft', 'collabora'] as const) {
  describe(`when nobody edits the document any more, with ${client}`, () => {
    const own = new Stage({ client });
    afterEach(() => own.reset());

    it('the bar goes from the page of who had joined, though nothing was changed', async () => {
      const [bob, alice] = [await own.person('bob'), await own.person('alice')];
      await bob.goes(`/office-online/edit/default/${quarterlyReport}/file:content`);
      await bob.seesEditor();
      await alice.opensDocument(quarterlyReport);
      await join(alice).click();
      await alice.seesEditor();
      // The editor takes its time to give the lock back: Web UI has shown the document by then.
      own.standIn.nuxeo.faults.wopi = { delay: 1_500 };
      await bob.closes();
      await alice.closes();
      await join(alice).waitFor();
      await join(alice).waitFor({ state: 'hidden' });
      await alice.leaves();
      await bob.leaves();
    });

    it('another tab that shows it shows no lock either', async () => {
      const bob = await own.person('bob');
      await bob.goes(`/office-online/edit/default/${quarterlyReport}/file:content`);
      await bob.seesEditor();
      const other = await bob.context.newPage();
      await other.goto(bob.page.url().replace(/#.*/, `#!/doc/${quarterlyReport}`));
      const lockOwner = () =>
        other.evaluate(() => {
          const { Nuxeo } = window as unknown as {
            Nuxeo: { UI: { app?: { currentDocument?: { lockOwner?: string } } } };
          };
          return Nuxeo.UI.app?.currentDocument?.lockOwner;
        });
      await until(async () => (await lockOwner()) === 'bob');
      const code = other.waitForResponse(/office-online-follow-up-/);
      await other
        .getByRole('link', { name: /Word Online/ })
        .first()
        .hover();
      await (await code).finished();
      await bob.closes();
      await until(async () => !(await lockOwner()));
      await bob.leaves();
    });
  });
}
