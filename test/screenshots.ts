import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { sampleIds } from '../demo/nuxeo/index.js';
import { startStandIn, type StandIn } from '../demo/stand-in.js';
import { makeTrouble } from '../demo/troubles.js';
import { BROWSER_ARGUMENTS, findBrowser } from './browser.js';
import { opensDialog, tab, tabs, WORKSPACE } from './e2e/create-tab.js';
import { Person } from './e2e/stage.js';

const PICTURES = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

const word = `/office-online/edit/default/${sampleIds.quarterlyReport}/file:content`;
const excel = `/office-online/edit/default/${sampleIds.budget}/file:content`;

interface Scene {
  browser: Browser;
  standIn: StandIn;
}

/** Somebody at a browser of their own, signed in. */
async function person({ browser, standIn }: Scene, name: string): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const { origin } = new URL(standIn.url);
  await context.request.post(`${origin}/nuxeo/startup`, {
    form: { user_name: name, user_password: name },
    headers: { origin },
  });
  return new Person(name, await context.newPage(), context, standIn);
}

/** The document page: the actions of a file with its menu open, and those of a file that bob edits. */
async function takeDocument(scene: Scene): Promise<void> {
  const alice = await person(scene, 'alice');
  await alice.opensDocument(sampleIds.quarterlyReport);
  await alice.action('Edit in Word Online').waitFor();
  await alice.page.screenshot({ path: `${PICTURES}document.png` });
  const bob = await person(scene, 'bob');
  await bob.goes(word);
  await bob.seesEditor();
  await alice.opensDocument(sampleIds.quarterlyReport);
  await alice.action('bob is editing: join').hover();
  // The tooltip appears slowly.
  await alice.page.waitForFunction(() => {
    const tooltip = document.querySelector('paper-tooltip')?.shadowRoot?.querySelector('#tooltip');
    return tooltip && Number(getComputedStyle(tooltip).opacity) > 0.8;
  });
  await alice.page.screenshot({ path: `${PICTURES}join.png` });
  await bob.closes();
  await bob.leaves();
  await alice.leaves();
}

/** An editor that speaks, with a change that is not saved yet, and the toast after closing. */
async function takeEditor(scene: Scene): Promise<void> {
  const alice = await person(scene, 'alice');
  await alice.goes(excel);
  await alice.seesEditor();
  scene.standIn.office.faults.saveDelay = 7_000;
  await alice.fillsCell('B2', '48000');
  await alice.sees('Unsaved changes');
  await alice.page.screenshot({ path: `${PICTURES}editor.png` });
  await alice.closes();
  await alice.page.getByText('your changes are on their way').waitFor();
  await alice.page.screenshot({ path: `${PICTURES}saving.png` });
  delete scene.standIn.office.faults.saveDelay;
  await alice.leaves();
}

/** A Word file; what is told and asked: a token that ends, a conversion, an editor that is not trusted. */
async function takeNotices(scene: Scene): Promise<void> {
  const { config } = scene.standIn;
  const alice = await person(scene, 'alice');
  await alice.goes(word);
  await alice.seesEditor();
  await alice.frame.getByRole('status').filter({ hasText: 'Ready' }).waitFor();
  await alice.page.screenshot({ path: `${PICTURES}word.png` });
  config['officeOnline.renewBefore'] = '3590';
  await alice.goes(word);
  await alice.editor.getByText(/^Your access to this file ends in/).waitFor();
  await alice.frame.getByRole('status').filter({ hasText: 'Ready' }).waitFor();
  await alice.page.screenshot({ path: `${PICTURES}token.png` });
  delete config['officeOnline.renewBefore'];
  await alice.goes(`/office-online/convert/default/${sampleIds.oldLetter}/file:content`);
  await alice.editor.getByRole('dialog').waitFor();
  await alice.page.screenshot({ path: `${PICTURES}convert.png` });
  config['officeOnline.trustedOrigins'] = 'https://*.officeapps.live.com';
  await alice.goes(word);
  await alice.editor.getByRole('alert').waitFor();
  await alice.page.screenshot({ path: `${PICTURES}failure.png` });
  delete config['officeOnline.trustedOrigins'];
  await alice.leaves();
}

/** The create dialog with the organisation's templates, and the versions beside the editor. */
async function takeCreate(scene: Scene): Promise<void> {
  scene.standIn.conf['nuxeo.office.online.templatesPath'] = '/default-domain/templates';
  const alice = await person(scene, 'alice');
  await alice.goes(`/browse${WORKSPACE}`);
  await alice.page.getByText('Budget').first().waitFor();
  await opensDialog(alice);
  await tabs(alice).filter({ hasText: 'Office' }).click();
  await tab(alice).getByRole('radio', { name: 'Business letter' }).check();
  await alice.page.screenshot({ path: `${PICTURES}create.png` });
  await alice.goes(excel);
  await alice.seesEditor();
  const more = alice.editor.getByRole('button', { name: 'More', exact: true });
  for (const item of ['Create a version', 'Versions']) {
    await more.click();
    await alice.editor.getByRole('menuitem', { name: item }).click();
    await alice.editor.locator('.opener[aria-busy=false]').waitFor();
  }
  await alice.editor.getByRole('complementary').getByRole('link', { name: '0.1' }).waitFor();
  await alice.page.screenshot({ path: `${PICTURES}versions.png` });
  await alice.leaves();
}

/** The editor and a panel in each of Web UI's other themes. */
async function takeThemes(scene: Scene): Promise<void> {
  for (const theme of ['dark', 'kawaii', 'light']) {
    const alice = await person(scene, 'alice');
    await alice.context.addInitScript((name) => localStorage.setItem('theme', name), theme);
    await alice.page.setViewportSize({ width: 1000, height: 420 });
    await alice.goes(excel);
    await alice.seesEditor();
    await alice.editor.getByRole('button', { name: 'More', exact: true }).click();
    await alice.editor.getByRole('menuitem', { name: 'Versions' }).click();
    await alice.editor.getByRole('button', { name: 'Create a version' }).waitFor();
    await alice.page.screenshot({ path: `${PICTURES}theme-${theme}.png` });
    await alice.leaves();
  }
}

/** The status page of a server that is not set up right. */
async function takeStatus(scene: Scene): Promise<void> {
  scene.standIn.speakWithHost();
  makeTrouble(scene.standIn, 'clock', 'wrong-secret');
  const dora = await person(scene, 'dora');
  await dora.page.setViewportSize({ width: 900, height: 1400 });
  await dora.goes('/admin/office-online');
  await dora.page.getByText("Can't be known: ").first().waitFor();
  await dora.page.screenshot({ path: `${PICTURES}status.png` });
  await dora.leaves();
}

/** Runs a scene over a stand-in of its own. */
async function withStandIn(
  browser: Browser,
  options: Parameters<typeof startStandIn>[0],
  take: (scene: Scene) => Promise<void>,
): Promise<void> {
  const standIn = await startStandIn(options);
  try {
    await take({ browser, standIn });
  } finally {
    await standIn.stop();
  }
}

mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
try {
  await withStandIn(browser, {}, takeDocument);
  await withStandIn(browser, { client: 'collabora' }, takeEditor);
  await withStandIn(browser, {}, takeNotices);
  await withStandIn(browser, { client: 'collabora', permissions: true }, takeCreate);
  await withStandIn(browser, {}, takeStatus);
  await withStandIn(browser, { client: 'collabora' }, takeThemes);
  console.log(`Pictures are in ${PICTURES}`);
} finally {
  await browser.close();
}
