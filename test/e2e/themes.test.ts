import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { complaintsOf } from './axe.js';
import { alert, atTab, create, tab, TEMPLATES, title } from './create-tab.js';
import { Stage, type Person } from './stage.js';
import { PAGE, seesAll } from './status-page.js';

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;
const EDITOR = 'nuxeo-office-online-editor';

const stage = new Stage({ client: 'collabora' });
afterEach(() => stage.reset());

/** The theme that the person has chosen, where Web UI keeps it. */
async function chooses({ context }: Person, theme: string): Promise<void> {
  await context.addInitScript((name) => localStorage.setItem('theme', name), theme);
}

/**
 * What axe complains of. Web UI's own recommended buttons have in these themes the colours that ours have, with too little
 * contrast; and its field for a folder has no label that axe knows.
 */
async function complaints(person: Person, selector: string, theme: string): Promise<string[]> {
  const all = await complaintsOf(person, selector);
  const isWebUis = (one: string) =>
    one.startsWith('label: <input id="input" autocorrect$=') ||
    (theme !== 'dark' && one.startsWith('color-contrast: <button'));
  return all.filter((one) => !isWebUis(one));
}

/** How light a colour is, by WCAG. @param colour `rgb(1, 2, 3)` */
function lightOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How much the focus ring of what has the focus in the header stands out from the header, by WCAG. */
async function contrastOfFocus({ editor }: Person): Promise<number> {
  const [ring = '', ground = ''] = await editor.evaluate(({ shadowRoot }) => {
    const focused = shadowRoot?.querySelector('header :focus-visible');
    const header = shadowRoot?.querySelector('header');
    return focused && header
      ? [getComputedStyle(focused).outlineColor, getComputedStyle(header).backgroundColor]
      : [];
  });
  const [dark = 0, light = 0] = [lightOf(ring), lightOf(ground)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

for (const theme of ['dark', 'kawaii', 'light']) {
  describe(`in Web UI’s theme “${theme}”`, () => {
    it('action, editor, menu and panel can be read, and Collabora is as dark as Web UI', async () => {
      const alice = await stage.person('alice');
      await chooses(alice, theme);
      await alice.opensDocument(sampleIds.budget);
      await alice.action('Edit in Excel Online').waitFor();
      assert.deepEqual(await complaints(alice, 'nuxeo-office-online-action', theme), []);
      await alice.action('Edit in Excel Online').click();
      await alice.seesEditor();
      const more = alice.editor.getByRole('button', { name: 'More', exact: true });
      await more.click();
      assert.deepEqual(await complaints(alice, EDITOR, theme), []);
      await alice.editor.getByRole('menuitem', { name: 'Versions' }).click();
      await alice.editor.getByRole('button', { name: 'Create a version' }).waitFor();
      assert.deepEqual(await complaints(alice, EDITOR, theme), []);
      await alice.editor.locator('header').focus();
      await alice.page.keyboard.press('Tab');
      await alice.page.keyboard.press('Tab');
      assert.ok((await contrastOfFocus(alice)) >= 3);
      const collabora = await alice.frame.locator('body').getAttribute('data-theme');
      assert.equal(collabora, theme === 'dark' ? 'dark' : 'light');
      await alice.leaves();
    });

    it('a failure and a notice over the editor can be read', async () => {
      const alice = await stage.person('alice');
      await chooses(alice, theme);
      stage.standIn.nuxeo.faults.launch = { status: 503 };
      await alice.goes(EDIT);
      await alice.seesNotice();
      await alice.editor.getByText('Details').click();
      assert.deepEqual(await complaints(alice, EDITOR, theme), []);
      await alice.leaves();
    });

    it('the tab “Office” and what went wrong there can be read', async () => {
      Object.assign(stage.standIn.conf, TEMPLATES);
      const alice = await atTab(stage, 'alice', undefined, undefined, (person) => chooses(person, theme));
      await title(alice).fill('');
      await create(alice).click();
      assert.match(await alert(alice), /\w/);
      await tab(alice).getByRole('radio', { name: 'Business letter' }).check();
      assert.deepEqual(await complaints(alice, 'nuxeo-office-online-create', theme), []);
      await alice.leaves();
    });

    it('the status page can be read', async () => {
      const dora = await stage.person('dora');
      await chooses(dora, theme);
      await dora.goes('/admin/office-online');
      await seesAll(dora);
      assert.deepEqual(await complaints(dora, PAGE, theme), []);
      await dora.leaves();
    });
  });
}
