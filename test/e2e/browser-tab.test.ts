import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { Stage, until, type Person } from './stage.js';

const EDIT = 'Edit in Excel Online';

/** The addresses of all icons that the page has. */
const icons = ({ page }: Person) =>
  page.locator('link[rel~=icon]').evaluateAll((links: HTMLLinkElement[]) => links.map(({ href }) => href));

async function opens(stage: Stage): Promise<Person> {
  const alice = await stage.person('alice');
  await alice.opensDocument(sampleIds.budget);
  assert.deepEqual(await icons(alice), ['data:,']);
  return alice;
}

/** Waits for the one icon that the tab has. */
async function seesIcon(alice: Person, icon: RegExp): Promise<void> {
  await until(async () => {
    const all = await icons(alice);
    return all.length === 1 && icon.test(all[0] ?? '');
  });
}

describe('the browser’s tab', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());

  it('has the application’s icon while the editor is there, and the page’s own afterwards', async () => {
    const alice = await opens(stage);
    for (let time = 0; time < 2; time += 1) {
      await alice.action(EDIT).click();
      await alice.seesEditor();
      await seesIcon(alice, /^data:image\/svg\+xml,/);
      await alice.closes();
      await seesIcon(alice, /^data:,$/);
    }
    await alice.leaves();
  });

  it('shows an icon that the browser can draw', async () => {
    const alice = await opens(stage);
    await alice.action(EDIT).click();
    await seesIcon(alice, /^data:image/);
    const [icon = ''] = await icons(alice);
    const width = await alice.page.evaluate(async (href) => {
      const image = new Image();
      image.src = href;
      await image.decode();
      return image.naturalWidth;
    }, icon);
    assert.equal(width, 24);
    await alice.leaves();
  });

  it('has the icon that the server hands out in its launch page', async () => {
    const alice = await opens(stage);
    const icon = 'https://static.example/excel.ico';
    await alice.context.route('**/nuxeo/wopi/edit/**', async (route) => {
      const response = await route.fetch();
      const link = `<head><link rel="icon" type="image/x-icon" href="${icon}" />`;
      await route.fulfill({ response, body: (await response.text()).replace('<head>', link) });
    });
    await alice.action(EDIT).click();
    await seesIcon(alice, /^https:\/\/static\.example\/excel\.ico$/);
    await alice.leaves();
  });
});

describe('the browser’s tab, where the stock addon is installed,', () => {
  const stage = new Stage({ stockLink: true });

  it('has the icon that comes with that', async () => {
    const alice = await opens(stage);
    const asked = alice.page.waitForResponse('**/images/excel.png');
    await alice.action(EDIT).click();
    await seesIcon(alice, /\/nuxeo\/ui\/images\/excel\.png$/);
    await alice.page.evaluate(() => new Image().setAttribute('src', 'images/excel.png'));
    assert.equal((await asked).status(), 200);
    await alice.leaves();
  });
});
