import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import locales from '../../i18n/locales.json' with { type: 'json' };
import { makeTrouble } from '../../demo/troubles.js';
import { complaintsOf } from './axe.js';
import { Stage } from './stage.js';
import { looks, PAGE, seesAll, seesInSlot, statusOf } from './status-page.js';

describe('the status page', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());

  for (const width of [320, 1280]) {
    it(`has nothing that axe finds, and nothing cut off, ${width} pixels wide`, async () => {
      makeTrouble(stage.standIn, 'wrong-secret');
      const dora = await stage.person('dora');
      await dora.page.setViewportSize({ width, height: 700 });
      await dora.goes('/admin/office-online');
      await seesAll(dora);
      assert.deepEqual(await complaintsOf(dora, 'nuxeo-app'), []);
      const wide = await statusOf(dora)
        .locator('li, p, button, input, section')
        .evaluateAll((all) =>
          all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.outerHTML),
        );
      assert.deepEqual(wide, []);
      await dora.leaves();
    });
  }

  it('is used by keyboard alone', async () => {
    const dora = await looks(stage);
    const focused = () =>
      dora.page.evaluate((page) => {
        const inside = document.querySelector('nuxeo-app')?.shadowRoot?.activeElement?.closest('nuxeo-admin');
        const door = inside?.shadowRoot?.activeElement ?? document.activeElement;
        const element = door?.matches(page) ? door.shadowRoot?.activeElement : undefined;
        return element?.textContent.trim() || element?.localName;
      }, PAGE);
    await statusOf(dora).getByRole('textbox').focus();
    const stops: unknown[] = [];
    for (let i = 0; i < 4; i += 1) {
      stops.push(await focused());
      await dora.page.keyboard.press('Tab');
    }
    assert.deepEqual(stops, ['input', 'Check again', 'Copy report', 'Open the file on trial']);
    await dora.page.keyboard.press('Shift+Tab');
    await dora.page.keyboard.press('Enter');
    await statusOf(dora).locator('iframe').waitFor();
    await dora.leaves();
  });

  it('tells well from not well in forced colours', async () => {
    makeTrouble(stage.standIn, 'wrong-secret');
    const dora = await stage.person('dora');
    await dora.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await dora.goes('/admin/office-online');
    await seesAll(dora);
    const icon = statusOf(dora).locator('li.wrong svg').first();
    const colours = await icon.evaluate((element) => {
      const section = element.closest('section') ?? element;
      return [getComputedStyle(element).stroke, getComputedStyle(section).backgroundColor];
    });
    assert.notEqual(colours[0], colours[1]);
    await dora.leaves();
  });
});

describe('the status page is read in', () => {
  const stage = new Stage();
  afterEach(() => stage.reset());
  const english = messagesIn('en');

  for (const locale of Object.keys(locales)) {
    it(`${locale}, all of it and from the right side`, async () => {
      makeTrouble(stage.standIn, 'wrong-secret', 'clock');
      const messages = messagesIn(locale);
      const dora = await stage.person('dora', locale);
      await dora.goes('/admin/office-online');
      const mayTry = { name: messages['page.try'], exact: true, disabled: false };
      await seesInSlot(dora, statusOf(dora).getByRole('button', mayTry));
      const texts = await statusOf(dora).locator('h1, h2, p, button, label').allTextContents();
      assert.ok(texts.length > 60);
      const theirs = Object.values(english).filter(
        (text) => locale !== 'en' && text.length > 8 && !text.includes('{'),
      );
      assert.deepEqual(
        texts.filter((text) => theirs.includes(text.trim().replace(/^→ /, ''))),
        [],
      );
      const [lang, direction] = await statusOf(dora).evaluate((door: HTMLElement) => [
        door.lang,
        getComputedStyle(door).direction,
      ]);
      assert.deepEqual([lang, direction], [locale, ['ar', 'he'].includes(locale) ? 'rtl' : 'ltr']);
      await dora.leaves();
    });
  }

  it('English, where the server has none of our messages, and never as a raw key', async () => {
    const dora = await stage.person('dora', 'ca');
    await dora.goes('/admin/office-online');
    await seesAll(dora);
    assert.match(await dora.page.title(), /^Office/);
    await dora.leaves();
  });
});

/** The status page's own messages. */
function messagesIn(locale: string): Record<string, string> {
  const file = new URL(
    `../../i18n/admin/messages${locale === 'en' ? '' : `-${locale}`}.json`,
    import.meta.url,
  );
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
