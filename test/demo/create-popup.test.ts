import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { atFolder } from '../e2e/create-tab.js';
import { Stage, type Person, until } from '../e2e/stage.js';

const stage = new Stage({ plugin: false });
afterEach(() => stage.reset());

const WORKSPACE = '/default-domain/workspaces/ws';

const popupOf = ({ page }: Person): Locator => page.locator('nuxeo-document-create-popup');
const dialogOf = (person: Person): Locator => popupOf(person).locator('nuxeo-dialog');
const placeOf = (person: Person): Locator =>
  popupOf(person).locator('nuxeo-document-create nuxeo-path-suggestion input').first();

async function opensPopup(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: 'Create', exact: true }).click();
  await dialogOf(person).waitFor();
}

/** Somebody who looks at a folder. */
const somebodyAt = (path: string, name = 'alice'): Promise<Person> => atFolder(stage, name, path);

/** A tab of an addon's, whose page notes the paths of the parents that it is given. */
const ADDON = `
class AddonPage extends HTMLElement {
  static made = 0;
  parents = [];
  constructor() {
    super();
    AddonPage.made += 1;
  }
  set parent(parent) {
    if (parent) this.parents.push(parent.path + (parent.contextParameters ? '' : ' (bare)'));
  }
  connectedCallback() {
    this.innerHTML = '<button dialog-dismiss>Leave</button>';
    this.dataset.made = AddonPage.made;
  }
}
customElements.define('addon-page', AddonPage);
const content = (slot, inside) =>
  '<nuxeo-slot-content name="addon" slot="' + slot + '" order="15"><template>' + inside + '</template></nuxeo-slot-content>';
document.body.insertAdjacentHTML(
  'beforeend',
  content('CREATE_POPUP_ITEMS', '<paper-tab name="addon">Addon</paper-tab>') +
    content('CREATE_POPUP_PAGES', '<addon-page name="addon" parent="[[parent]]" i18n="[[i18n]]"></addon-page>'),
);`;

const bringsAddon = ({ page }: Person): Promise<unknown> => page.evaluate(ADDON);

const addonOf = (person: Person): Locator => popupOf(person).locator('addon-page');

const parentsOf = (person: Person): Promise<string[]> =>
  addonOf(person).evaluate((page) => (page as unknown as { parents: string[] }).parents);

/** Fires an event of the popup's from the addon's page. */
const tells = (person: Person, type: string, detail?: object): Promise<void> =>
  addonOf(person).evaluate(
    (page, [name, given]) => {
      page.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: given }));
    },
    [type, detail] as const,
  );

describe('the create popup', () => {
  it('lists what the folder takes, and makes it there', async () => {
    const alice = await somebodyAt(WORKSPACE);
    await opensPopup(alice);
    const popup = popupOf(alice);
    assert.equal(await placeOf(alice).inputValue(), WORKSPACE);
    for (const type of ['File', 'Folder', 'Note', 'Picture']) {
      await popup.getByRole('button', { name: type, exact: true }).waitFor();
    }
    await popup.getByRole('button', { name: 'File', exact: true }).click();
    assert.equal(await popup.getByRole('tablist').isVisible(), false);
    await popup.getByLabel('Title').fill('Made in the popup');
    await alice.page.keyboard.press('Enter');
    await alice.page.getByText('Made in the popup is created').waitFor();
    await dialogOf(alice).waitFor({ state: 'hidden' });
    assert.match(alice.page.url(), /#!\/browse\/default-domain\/workspaces\/ws\/Made%20in%20the%20popup$/);
    assert.deepEqual(alice.complaints, []);
    await alice.leaves();
  });

  it('opens by its key, and does not close by Escape', async () => {
    const alice = await somebodyAt(WORKSPACE);
    await alice.page.keyboard.press('c');
    await dialogOf(alice).waitFor();
    await alice.page.keyboard.press('Escape');
    assert.ok(await dialogOf(alice).isVisible());
    await popupOf(alice).getByRole('button', { name: 'Cancel' }).click();
    await dialogOf(alice).waitFor({ state: 'hidden' });
    await alice.leaves();
  });

  it('says to a reader that nothing can be created, and so where nothing can', async () => {
    const rita = await somebodyAt(WORKSPACE, 'rita');
    await opensPopup(rita);
    await popupOf(rita).getByText('You can’t create anything here').waitFor();
    await rita.leaves();
    const alice = await somebodyAt('/default-domain/templates/office');
    await opensPopup(alice);
    await popupOf(alice).getByText('You can’t create anything here').waitFor();
    await alice.leaves();
  });

  it('takes another place that somebody types, and none that there is not', async () => {
    const alice = await somebodyAt(WORKSPACE);
    await opensPopup(alice);
    const popup = popupOf(alice);
    await placeOf(alice).fill('/default-domain/workspaces');
    await popup.getByRole('button', { name: 'Workspace', exact: true }).waitFor();
    await popup.getByRole('button', { name: 'File', exact: true }).waitFor({ state: 'detached' });
    await placeOf(alice).fill('/default-domain/nowhere');
    await popup.getByText('There is no such place').waitFor();
    await alice.leaves();
  });

  it('begins at the root where no document is shown', async () => {
    const alice = await stage.person('alice');
    await alice.goes('/home');
    await opensPopup(alice);
    await until(async () => (await placeOf(alice).inputValue()) === '/');
    await alice.leaves();
  });
});

describe('an addon’s tab in it', () => {
  it('is made once, and given each folder that is shown; its attribute says when it is chosen', async () => {
    const alice = await somebodyAt(WORKSPACE);
    await bringsAddon(alice);
    await addonOf(alice).waitFor({ state: 'attached' });
    await until(async () => (await parentsOf(alice)).at(-1) === WORKSPACE);
    await opensPopup(alice);
    assert.equal(await addonOf(alice).getAttribute('visible'), null);
    await popupOf(alice).getByRole('tab', { name: 'Addon' }).click();
    await addonOf(alice).waitFor();
    assert.equal(await addonOf(alice).getAttribute('visible'), '');
    await addonOf(alice).getByRole('button', { name: 'Leave' }).click();
    await dialogOf(alice).waitFor({ state: 'hidden' });
    assert.equal(await addonOf(alice).getAttribute('visible'), null);

    await alice.page.evaluate(() => (location.hash = '#!/browse/default-domain/workspaces'));
    await until(async () => (await parentsOf(alice)).at(-1) === '/default-domain/workspaces');
    assert.equal(await addonOf(alice).getAttribute('data-made'), '1');
    await alice.leaves();
  });

  it('gets a file’s folder without its enrichers, until the popup opens', async () => {
    const alice = await stage.person('alice');
    await alice.opensDocument(sampleIds.budget);
    await bringsAddon(alice);
    await until(async () => (await parentsOf(alice)).at(-1) === `${WORKSPACE} (bare)`);
    await opensPopup(alice);
    await until(async () => (await parentsOf(alice)).at(-1) === WORKSPACE);
    await alice.leaves();
  });

  it('chooses another place by an event, and closes by one', async () => {
    const alice = await somebodyAt(WORKSPACE);
    await bringsAddon(alice);
    await addonOf(alice).waitFor({ state: 'attached' });
    await opensPopup(alice);
    await popupOf(alice).getByRole('tab', { name: 'Addon' }).click();
    await tells(alice, 'nx-creation-wizard-hide-tabs');
    await popupOf(alice).getByRole('tablist').waitFor({ state: 'hidden' });
    await tells(alice, 'nx-document-creation-suggester-parent-changed', {
      isValidTargetPath: true,
      parentPath: '/default-domain/workspaces',
      suggesterChildren: [],
    });
    await until(async () => (await parentsOf(alice)).at(-1) === '/default-domain/workspaces');
    await tells(alice, 'nx-document-creation-finished');
    await dialogOf(alice).waitFor({ state: 'hidden' });
    await opensPopup(alice);
    await popupOf(alice).getByRole('tab', { name: 'Addon' }).waitFor();
    await alice.leaves();
  });
});
