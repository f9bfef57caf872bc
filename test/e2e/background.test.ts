import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const LABEL = 'Edit in Word Online';

async function withDocument(): Promise<Person> {
  const alice = await stage.person('alice');
  await alice.opensDocument(sampleIds.quarterlyReport);
  await alice.action(LABEL).waitFor();
  return alice;
}

async function withEditor(): Promise<Person> {
  const alice = await withDocument();
  await alice.action(LABEL).click();
  await alice.seesEditor();
  await seesNothingBehind(alice);
  return alice;
}

interface Node {
  ignored?: boolean;
  role?: { value: string };
  name?: { value: string };
}

/** What a screen reader finds of that role in Web UI and around the frame, by name. */
async function foundBy({ page, context }: Person, role: string): Promise<string[]> {
  const devtools = await context.newCDPSession(page);
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await devtools.detach();
  return nodes
    .filter((node) => !node.ignored && node.role?.value === role)
    .map(({ name }) => name?.value ?? '');
}

/** The links beside those of the editor. */
const linksOf = async (person: Person) =>
  (await foundBy(person, 'link')).filter((name) => name !== 'Open in a new tab');

const seesNothingBehind = (person: Person) => until(async () => !(await linksOf(person)).length);

/** Which page Web UI shows, and what its toasts say. */
const shown = ({ page }: Person) =>
  page.evaluate(() => {
    const { app } = (window as unknown as { Nuxeo: { UI: { app: Element & { page: string } } } }).Nuxeo.UI;
    const toasts = app.shadowRoot?.querySelector('nuxeo-toasts')?.shadowRoot;
    const texts = [...(toasts?.querySelectorAll('.toast span') ?? [])].map((toast) => toast.textContent);
    return { page: app.page, toasts: texts };
  });

/** Has Web UI tell something while the editor is there. */
const tellToast = ({ page }: Person, message: string) =>
  page.evaluate((text) => {
    const { app } = (window as unknown as { Nuxeo: { UI: { app: Element } } }).Nuxeo.UI;
    app.dispatchEvent(
      new CustomEvent('notify', {
        detail: { message: text, duration: 0, dismissible: true, commandId: 'x' },
      }),
    );
  }, message);

/** Less Ctrl-space, which presses a button that has the focus. */
const SHORTCUTS = ['s', '/', 'c', 'm', 'd'];

describe('Web UI’s shortcuts', () => {
  it('act on a document page', async () => {
    const alice = await withDocument();
    await alice.page.keyboard.press('Control+Space');
    await alice.page.getByText("The stand-in can't do that").waitFor();
    await alice.page.keyboard.press('d');
    assert.equal((await shown(alice)).page, 'home');
    await alice.leaves();
  });

  const places: { name: string; goThere: (alice: Person) => Promise<void> }[] = [
    {
      name: 'in the header',
      goThere: (alice) => alice.editor.getByRole('button', { name: 'Close' }).focus(),
    },
    {
      name: 'nowhere',
      goThere: ({ page }) =>
        page.evaluate(() => {
          const { activeElement } = document;
          if (activeElement instanceof HTMLElement) activeElement.blur();
        }),
    },
    {
      name: 'on a toast',
      goThere: async (alice) => {
        await tellToast(alice, 'Something has happened');
        await alice.page.locator('nuxeo-toasts').getByRole('button', { name: 'Close' }).focus();
      },
    },
  ];
  for (const { name, goThere } of places) {
    it(`do nothing while an editor is there and the focus is ${name}`, async () => {
      const alice = await withEditor();
      await goThere(alice);
      const before = await shown(alice);
      for (const key of SHORTCUTS) await alice.page.keyboard.press(key);
      assert.deepEqual(await shown(alice), before);
      assert.equal(await alice.editor.count(), 1);
      await alice.leaves();
    });
  }

  it('with Ctrl do nothing either', async () => {
    const alice = await withEditor();
    await alice.editor.getByRole('link', { name: 'Open in a new tab' }).focus();
    await alice.page.keyboard.press('Control+Space');
    assert.deepEqual(await shown(alice), { page: 'office-online', toasts: [] });
    await alice.leaves();
  });

  it('do nothing in a notice, nor in the question before a conversion; its own keys work', async () => {
    stage.standIn.nuxeo.faults.launch = { status: 503 };
    const alice = await withDocument();
    await alice.action(LABEL).click();
    await alice.seesNotice();
    await seesNothingBehind(alice);
    await alice.editor.getByRole('button', { name: 'Try again' }).focus();
    const before = await shown(alice);
    for (const key of SHORTCUTS) await alice.page.keyboard.press(key);
    assert.deepEqual(await shown(alice), before);
    delete stage.standIn.nuxeo.faults.launch;
    await alice.page.keyboard.press('Enter');
    await alice.seesEditor();
    await alice.closes();

    await alice.goes(`/office-online/convert/default/${sampleIds.oldLetter}/file:content`);
    await alice.editor.getByRole('dialog').waitFor();
    await seesNothingBehind(alice);
    for (const key of SHORTCUTS) await alice.page.keyboard.press(key);
    assert.deepEqual(await shown(alice), { page: 'office-online', toasts: [] });
    await alice.page.keyboard.press('Escape');
    await alice.editor.waitFor({ state: 'detached' });
    await alice.leaves();
  });

  it('act again when the editor is closed', async () => {
    const alice = await withEditor();
    await alice.closes();
    await alice.action(LABEL).waitFor();
    await alice.page.keyboard.press('d');
    assert.equal((await shown(alice)).page, 'home');
    await alice.leaves();
  });
});

describe('what lies behind an editor', () => {
  it('is not there for a screen reader, but for the toasts', async () => {
    const alice = await withDocument();
    assert.notEqual((await linksOf(alice)).length, 0);
    await alice.action(LABEL).click();
    await alice.seesEditor();
    await seesNothingBehind(alice);
    await tellToast(alice, 'Something has happened');
    await alice.page.locator('nuxeo-toasts').getByText('Something has happened').waitFor();
    assert.ok((await foundBy(alice, 'StaticText')).includes('Something has happened'));
    await alice.page.locator('nuxeo-toasts').getByRole('button', { name: 'Close' }).click();
    await until(async () => !(await shown(alice)).toasts.length);
    await alice.leaves();
  });

  it('is as it was when the editor is closed; what comes meanwhile is spared', async () => {
    const alice = await withDocument();
    await alice.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<aside id="asleep" inert></aside><aside id="awake"></aside>',
      );
    });
    const inert = () =>
      alice.page.evaluate(() => {
        const { app } = (window as unknown as { Nuxeo: { UI: { app: Element } } }).Nuxeo.UI;
        const roots = [document, app.shadowRoot!];
        return roots.flatMap((root) =>
          [...root.querySelectorAll('[inert]')].map(({ id, localName }) => id || localName),
        );
      });
    await alice.action(LABEL).click();
    await alice.seesEditor();
    await until(async () => (await inert()).includes('awake'));
    await alice.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<aside id="late"></aside>');
    });
    assert.ok(!(await inert()).includes('late'));
    await alice.closes();
    assert.deepEqual(await inert(), ['asleep']);
    await alice.leaves();
  });
});
