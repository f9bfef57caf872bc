import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { startStandIn, type StandIn } from '../../demo/stand-in.js';
import { storedPart } from '../stored.js';
import { until } from '../until.js';
import type { Engine, Running } from './engines.js';
import { Person } from './person.js';

const arabic = JSON.parse(
  readFileSync(new URL('../../i18n/messages-ar.json', import.meta.url), 'utf8'),
) as Record<string, string>;

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

/** What people do most, in an engine; with a stand-in and a browser of its own. */
export function smoke(engine: Engine): void {
  let standIn: StandIn;
  let running: Running;
  let alice: Person;
  let firstWindow: string;

  before(async () => {
    standIn = await startStandIn({ autoSaveFactor: 60, package: process.env.OFFICE_ONLINE_PACKAGE });
    elsewhere = new URL(standIn.url).origin.replace('localhost', '127.0.0.1');
    running = await engine.start();
    alice = new Person('alice', running.driver, standIn);
    firstWindow = await running.driver.window();
    await running.driver.resize(1280, 800);
    await alice.goes('/home');
    await alice.signsIn();
    await alice.finds('nuxeo-app');
  });
  after(async () => {
    await running?.stop();
    await standIn?.stop();
  });
  afterEach(async () => {
    const { driver } = running;
    for (const handle of await driver.windows()) {
      if (handle === firstWindow) continue;
      await driver.switchTo(handle);
      await driver.closeWindow();
    }
    await driver.switchTo(firstWindow);
    await driver.navigate('about:blank');
    for (const switches of [standIn.office.faults, standIn.config]) {
      for (const name of Object.keys(switches)) Reflect.deleteProperty(switches, name);
    }
  });

  /** The same server by another name, so another site. */
  let elsewhere: string;

  const stored = (id: string, part: string) => storedPart(standIn, id, 'file:content', part);

  describe(`in ${engine.name}, alice`, () => {
    it('edits a Word file that is offered to her, closes, and Nuxeo has it; the focus is back at the action', async () => {
      const id = sampleIds.quarterlyReport;
      await alice.opensDocument(id);
      const action = await alice.finds('a', 'Edit in Word Online');
      assert.equal(await alice.driver.accessible(action), 'link Edit in Word Online');
      await alice.clicks('a', 'Edit in Word Online');
      await alice.seesEditor();
      await alice.typesIntoWord(' written by alice');
      await alice.closes();
      await alice.seesDocument();
      await alice.seesFocusAt('Edit in Word Online');
      await until(async () => (await stored(id, 'word/document.xml')).includes('written by alice'));
    });

    it('edits a workbook, closes, and goes back to where she was before the document', async () => {
      await alice.goes('/browse/default-domain/workspaces');
      await alice.until('is there', () => location.hash.endsWith('/workspaces'));
      await alice.opensDocument(sampleIds.budget);
      await alice.clicks('a', 'Edit in Excel Online');
      await alice.seesEditor();
      await alice.fillsCell('B3', '4711');
      await alice.closes();
      await alice.seesDocument();
      await until(async () =>
        (await stored(sampleIds.budget, 'xl/worksheets/sheet1.xml')).includes('<v>4711</v>'),
      );
      await alice.goesBack();
      await alice.until('is back', () => location.hash === '#!/browse/default-domain/workspaces');
    });

    it('opens the editor from an address, and again after a reload', async () => {
      await alice.goes(EDIT);
      await alice.seesEditor();
      assert.match(await alice.driver.evaluate(() => document.title), /^Budget\.xlsx/);
      await alice.driver.evaluate(() => void Object.assign(window, { isOld: true }));
      await alice.driver.reload();
      await alice.until('reloads', () => !('isOld' in window));
      await alice.seesEditor();
      await alice.closes();
      await alice.seesDocument();
    });

    it('leaves it by “Back”, and opens it again by “Forward”', async () => {
      await alice.opensDocument(sampleIds.budget);
      await alice.clicks('a', 'Edit in Excel Online');
      await alice.seesEditor();
      await alice.driver.goBack();
      await alice.seesNoEditor();
      await alice.seesDocument();
      await alice.driver.goForward();
      await alice.seesEditor();
      assert.equal(await alice.driver.evaluate(() => document.querySelectorAll('iframe').length), 1);
    });

    it('takes the keyboard alone', async () => {
      await alice.opensDocument(sampleIds.budget);
      await alice.tabsTo('Edit in Excel Online');
      await alice.driver.press('Enter');
      await alice.seesEditor();
      await alice.fillsCell('B4', '1234');
      await alice.tabsTo('Close', 'Shift');
      await alice.driver.press('Escape');
      await alice.seesNoEditor();
      await alice.seesFocusAt('Edit in Excel Online');
    });

    it('reads Arabic from right to left', async () => {
      const reads = (key: string, name = '') => (arabic[`officeOnline.${key}`] ?? key).replace('{0}', name);
      await alice.opensDocument(sampleIds.budget, 'ar');
      await alice.clicks('a', reads('action.edit', 'Excel Online'));
      await alice.sees(reads('state.ready', 'Excel Online'));
      const { left } = await alice.boxOf('button', reads('close'));
      assert.ok(left < 100, `${left}`);
    });

    it('works on a phone', async () => {
      await alice.goesToTabOf(() =>
        alice.driver.evaluate((url) => void window.open(url, '', 'popup,width=360,height=640'), standIn.url),
      );
      await alice.opensDocument(sampleIds.budget);
      assert.equal(await alice.driver.evaluate(() => innerWidth), 360);
      await alice.clicks('a', 'Edit in Excel Online');
      await alice.seesEditor();
      const { right } = await alice.boxOf('button', 'Close');
      assert.ok(right <= 360, `${right}`);
      await alice.fillsCell('B4', '360');
      await alice.closes();
      await alice.seesDocument();
    });

    it('takes it along to another tab by “Open in a new tab”', async () => {
      await alice.opensDocument(sampleIds.budget);
      await alice.clicks('a', 'Edit in Excel Online');
      await alice.seesEditor();
      const here = await alice.driver.window();
      await alice.goesToTabOf(() => alice.clicks('a', 'Open in a new tab'));
      await alice.seesEditor();
      assert.equal(await alice.driver.evaluate(() => window.opener as unknown), null);
      await alice.driver.switchTo(here);
      await alice.seesNoEditor();
      await alice.seesDocument();
    });

    it('comes back from another site: the file is opened anew, and no other tab has it', async () => {
      const isOpened = () => standIn.nuxeo.requests.filter(({ url }) => url.includes('/wopi/edit/')).length;
      await alice.goes(EDIT);
      await alice.seesEditor();
      const before = isOpened();
      await alice.driver.evaluate(() => void Object.assign(window, { isCached: true }));
      await alice.driver.navigate(`${elsewhere}/nuxeo/login.jsp`);
      await alice.finds('input[name=user_name]');
      await alice.driver.goBack();
      await alice.seesEditor();
      assert.equal(isOpened(), before + 1);
      assert.equal(await alice.driver.evaluate(() => document.querySelectorAll('iframe').length), 1);
      if (engine.hasPageCache) assert.ok(await alice.driver.evaluate(() => 'isCached' in window));
      await alice.fillsCell('B5', '5150');

      const here = await alice.driver.window();
      await alice.goesToTabOf(() => alice.driver.evaluate((url) => void window.open(url), standIn.url));
      await alice.goes(EDIT);
      await alice.finds('p', 'You have this file open in another tab already.');
      await alice.driver.switchTo(here);
      await alice.closes();
    });

    it('is not told that it is open before it is', async () => {
      standIn.office.faults.hang = true;
      standIn.config['officeOnline.loadTimeout'] = '3';
      await alice.opensDocument(sampleIds.budget);
      await alice.driver.evaluate(() => {
        document.addEventListener('office-online-opened', () => Object.assign(window, { isOpened: true }));
      });
      await alice.clicks('a', 'Edit in Excel Online');
      await alice.finds('[role=alert]');
      assert.ok(!(await alice.driver.evaluate(() => 'isOpened' in window)));
    });

    it('has nothing thrown at her page where the browser refuses full screen', async () => {
      await alice.goes(EDIT);
      await alice.seesEditor();
      const button = await alice.finds('button', 'Full screen');
      await alice.driver.evaluate((found) => {
        const thrown: string[] = [];
        window.addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));
        const tell = () => setTimeout(() => Object.assign(window, { thrown }));
        document.addEventListener('fullscreenerror', tell);
        // As where a policy forbids it: every browser refuses what no person has asked for.
        (found as unknown as HTMLElement).click();
      }, button);
      const thrown = await alice.until('is refused', () => (window as { thrown?: string[] }).thrown);
      assert.deepEqual(thrown, []);
    });
  });
}
