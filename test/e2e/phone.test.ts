import assert from 'node:assert/strict';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { complaintsOf } from './axe.js';
import { Stage, until, type Person } from './stage.js';

const stage = new Stage();
afterEach(() => stage.reset());

const EDIT = `/office-online/edit/default/${sampleIds.quarterlyReport}/file:content`;
const CONVERT = `/office-online/convert/default/${sampleIds.oldLetter}/file:content`;

/** A phone; a small one in the language with the longest words, and from right to left; 1280 by 1024 at 400 %. */
const SCREENS = [
  { width: 360, height: 640, locale: 'en' },
  { width: 320, height: 568, locale: 'de' },
  { width: 320, height: 568, locale: 'ar' },
  { width: 320, height: 256, locale: 'de' },
];

interface Screen {
  width: number;
  height: number;
  locale: string;
}

async function personAt({ width, height, locale }: Screen): Promise<Person> {
  const alice = await stage.person('alice', locale);
  await alice.page.setViewportSize({ width, height });
  return alice;
}

/** Opens the file, until the header says in the person's language that it is open. */
async function opensFile(alice: Person): Promise<void> {
  await alice.goes(EDIT);
  await inEditor(alice, '.state')
    .filter({ hasText: /Word Online/ })
    .waitFor({ state: 'attached' });
  await alice.frame.getByRole('status').filter({ hasText: 'Ready' }).waitFor();
}

const inEditor = ({ page }: Person, selector: string) =>
  page.locator(`nuxeo-office-online-editor ${selector}`);

/**
 * What of the editor's own text and buttons can't be seen: beyond the window's edge with no way to scroll there, cut by
 * its box, or under something else.
 */
const cut = ({ page }: Person) =>
  page.evaluate(() => {
    const root = document.querySelector('nuxeo-office-online-editor')!.shadowRoot!;
    return [...root.querySelectorAll('h1, h2, p, button, a, .spinner')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).clipPath === 'none')
      .flatMap((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        // What scrolls has to be in sight itself, not all that is in it.
        const room = element.closest('.notice, section, dialog')?.getBoundingClientRect();
        const faults = [
          (left < 0 || right > innerWidth) && `reaches from ${left} to ${right}`,
          (room?.top ?? top) < 0 && 'begins above the window',
          (room?.bottom ?? bottom) > innerHeight + 1 && 'ends below the window',
          scrollWidth > clientWidth + 1 && 'is cut at its side',
          scrollHeight > clientHeight + 2 && 'is cut at its end',
        ];
        const { localName, className, textContent } = element;
        return faults
          .flatMap((fault) => fault || [])
          .map((fault) => `${localName}.${className} ${textContent} ${fault}`);
      });
  });

/** Whether the last of what scrolls can be brought into sight, down to its lower edge. */
const scrollsToEnd = (person: Person, selector: string) =>
  inEditor(person, selector)
    .last()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'end' });
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    });

/** The frame begins where the header ends, to a part of a pixel. */
async function seesFrameBelowHeader(person: Person): Promise<void> {
  await until(async () => {
    const header = await inEditor(person, 'header').boundingBox();
    const section = await inEditor(person, 'section').boundingBox();
    return !!header && !!section && Math.abs(header.y + header.height - section.y) < 0.1;
  }, 5);
}

for (const screen of SCREENS) {
  describe(`on ${screen.width} by ${screen.height} pixels, in ${screen.locale},`, () => {
    it('the file’s name is there in full, the state as an icon with its words on demand', async () => {
      const alice = await personAt(screen);
      await opensFile(alice);
      const unfold = inEditor(alice, 'button.unfold');
      const heading = alice.editor.getByRole('heading', { name: 'Quarterly report.docx' });
      assert.ok(((await heading.boundingBox())?.width ?? 0) >= 100);
      assert.deepEqual(await cut(alice), []);
      assert.equal(await inEditor(alice, 'header a').isVisible(), false);
      assert.equal(await inEditor(alice, '.title').isVisible(), false);
      const words = inEditor(alice, '.state');
      assert.equal(await unfold.getAttribute('aria-expanded'), 'false');
      await unfold.click();
      assert.equal(await unfold.getAttribute('aria-expanded'), 'true');
      assert.equal(await words.textContent(), await unfold.getAttribute('title'));
      assert.ok(((await words.boundingBox())?.width ?? 0) > 100);
      assert.deepEqual(await cut(alice), []);
      await seesFrameBelowHeader(alice);
      assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
      await unfold.click();
      await seesFrameBelowHeader(alice);
      await alice.leaves();
    });

    it('a problem is told in full by itself', async () => {
      const alice = await personAt(screen);
      await opensFile(alice);
      await alice.context.setOffline(true);
      await inEditor(alice, '.unfold').waitFor({ state: 'detached' });
      assert.ok(((await inEditor(alice, '.state').boundingBox())?.width ?? 0) > 100);
      assert.deepEqual(await cut(alice), []);
      await seesFrameBelowHeader(alice);
      await alice.context.setOffline(false);
      await alice.leaves();
    });

    it('notices and questions are there in full, or scroll', async () => {
      const alice = await personAt(screen);
      stage.standIn.nuxeo.faults.launch = {
        json: {
          actionUrl: `http://${'long.'.repeat(12)}example.com/we/`,
          accessToken: 'x',
          accessTokenTtl: 0,
        },
      };
      await alice.goes(EDIT);
      await inEditor(alice, '.notice > button').waitFor();
      assert.deepEqual(await cut(alice), []);
      assert.equal(await scrollsToEnd(alice, '.notice > button'), true);
      await inEditor(alice, 'summary').click();
      assert.deepEqual(await cut(alice), []);
      assert.equal(await scrollsToEnd(alice, 'details button'), true);
      delete stage.standIn.nuxeo.faults.launch;

      await alice.goes(CONVERT);
      await inEditor(alice, 'dialog button').last().waitFor();
      assert.deepEqual(await cut(alice), []);
      assert.equal(await scrollsToEnd(alice, 'dialog button'), true);
      assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);

      stage.standIn.config['officeOnline.renewBefore'] = '3599';
      await alice.goes(EDIT);
      await inEditor(alice, '.banner button').waitFor();
      assert.deepEqual(await cut(alice), []);
      assert.equal(await scrollsToEnd(alice, '.banner button'), true);
      await alice.leaves();
    });
  });
}

describe('on a phone', () => {
  it('the keyboard alone unfolds the words of the state', async () => {
    const alice = await personAt({ width: 360, height: 640, locale: 'en' });
    await opensFile(alice);
    await inEditor(alice, 'header').focus();
    await alice.page.keyboard.press('Tab');
    await alice.page.keyboard.press('Enter');
    assert.equal(await inEditor(alice, '.unfold').getAttribute('aria-expanded'), 'true');
    await alice.leaves();
  });
});

describe('on a wide screen', () => {
  for (const width of [700, 1280]) {
    it(`of ${width} pixels, a long state leaves the name room and is not cut`, async () => {
      const alice = await personAt({ width, height: 600, locale: 'de' });
      await opensFile(alice);
      await alice.context.setOffline(true);
      await alice.sees(/^Sie sind offline/);
      const faults = (await cut(alice)).filter((fault) => !fault.startsWith('p.title'));
      assert.deepEqual(faults, []);
      await seesFrameBelowHeader(alice);
      await alice.context.setOffline(false);
      await alice.leaves();
    });
  }
});

describe('in forced colours', () => {
  const colour = (person: Person, selector: string, property: string) =>
    inEditor(person, selector).evaluate(
      (element, name) => getComputedStyle(element).getPropertyValue(name),
      property,
    );

  for (const colorScheme of ['dark', 'light'] as const) {
    it(`(${colorScheme}) the spinner is seen to turn, and the icon’s letter is not lost in its tile`, async () => {
      stage.standIn.nuxeo.faults.launch = { delay: 3_000 };
      const alice = await stage.person('alice');
      await alice.page.emulateMedia({ forcedColors: 'active', colorScheme });
      await alice.opensDocument(sampleIds.quarterlyReport);
      const letter = alice.action('Edit in Word Online').locator('rect + path');
      const tile = alice.action('Edit in Word Online').locator('rect');
      assert.notEqual(
        await letter.evaluate((element) => getComputedStyle(element).stroke),
        await tile.evaluate((element) => getComputedStyle(element).fill),
      );
      await alice.goes(EDIT);
      await inEditor(alice, '.spinner').waitFor();
      const arc = await colour(alice, '.spinner', 'border-top-color');
      assert.notEqual(arc, await colour(alice, '.spinner', 'border-bottom-color'));
      assert.notEqual(arc, await colour(alice, 'section', 'background-color'));
      assert.notEqual(
        await colour(alice, 'header rect + path', 'stroke'),
        await colour(alice, 'header rect', 'fill'),
      );
      await alice.leaves();
    });
  }
});
