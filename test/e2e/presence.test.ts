import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { complaintsOf } from './axe.js';
import { Stage, until, type Person } from './stage.js';

const EDIT = `/office-online/edit/default/${sampleIds.budget}/file:content`;

async function opens(stage: Stage, name: string): Promise<Person> {
  const person = await stage.person(name);
  await person.goes(EDIT);
  await person.seesEditor();
  return person;
}

const presence = ({ editor }: Person): Locator => editor.locator('.presence');
const follow = (person: Person, label: string): Locator =>
  presence(person).locator('.discs').getByRole('button', { name: label, exact: true });
const isRead = (person: Person, text: string): Promise<void> =>
  presence(person).getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });

for (const client of ['collabora', 'libreoffice'] as const) {
  describe(`with ${client}, the header`, () => {
    const stage = new Stage({ client });
    afterEach(() => stage.reset());

    it('says who else is there, and who comes and goes', async () => {
      const alice = await opens(stage, 'alice');
      assert.equal(await presence(alice).count(), 0);
      const bob = await opens(stage, 'bob');
      await follow(bob, 'Follow Alice Archer').waitFor();
      assert.equal(await follow(alice, 'Follow Bob Baker').innerText(), 'BB');
      await isRead(alice, 'Now here: Bob Baker.');
      const rita = await stage.person('rita');
      await rita.goes(EDIT.replace('/edit/', '/view/'));
      await follow(alice, 'Follow Rita Reader, who can only read').waitFor();
      await bob.closes();
      await follow(alice, 'Follow Bob Baker').waitFor({ state: 'detached' });
      await isRead(alice, 'No longer here: Bob Baker.');
      for (const person of [alice, bob, rita]) {
        assert.deepEqual(person.complaints, []);
        await person.leaves();
      }
    });

    it('has the editor follow one of them, and no more', async () => {
      const alice = await opens(stage, 'alice');
      const bob = await opens(stage, 'bob');
      const disc = follow(alice, 'Follow Bob Baker');
      await disc.click();
      await alice.frame.locator('body[data-follows="1"]').waitFor();
      assert.equal(await disc.getAttribute('aria-pressed'), 'true');
      await disc.click();
      await alice.frame.locator('body[data-follows=""]').waitFor();
      assert.equal(await disc.getAttribute('aria-pressed'), 'false');
      await alice.leaves();
      await bob.leaves();
    });
  });
}

describe('many people in one file', () => {
  const stage = new Stage({ client: 'collabora' });
  afterEach(() => stage.reset());

  /** Has the editor say that so many are there. */
  async function isCrowded(alice: Person, count: number): Promise<void> {
    await alice.frame.locator('body').evaluate((_, others) => {
      const views = Array.from({ length: others + 1 }, (_none, at) => ({
        ViewId: String(at),
        UserName: at ? `<b>Person</b> ${at}` : 'Alice Archer',
        UserId: `person-${at}`,
        Color: at * 40_000,
        ReadOnly: at % 3 ? '0' : '1',
        IsCurrentView: at === 0,
      }));
      parent.postMessage(JSON.stringify({ MessageId: 'Views_List', SendTime: 1, Values: views }), '*');
    }, count);
    await presence(alice).waitFor();
  }

  it('are five discs and a number, with all of them in a list for the keys', async () => {
    const alice = await opens(stage, 'alice');
    await isCrowded(alice, 300);
    assert.equal(await presence(alice).locator('.discs .disc').count(), 5);
    const more = presence(alice).locator('summary');
    assert.equal(await more.locator('.desk').innerText(), '+295');
    await more.focus();
    await alice.page.keyboard.press('Enter');
    const last = presence(alice).getByRole('button', { name: 'Follow <b>Person</b> 300, who can only read' });
    await last.focus();
    await alice.page.keyboard.press('Space');
    assert.equal(await last.getAttribute('aria-pressed'), 'true');
    await alice.page.keyboard.press('Escape');
    await last.waitFor({ state: 'hidden' });
    assert.equal(await more.evaluate((summary) => summary.matches(':focus')), true);
    assert.equal(await alice.editor.count(), 1);
    assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
    await alice.leaves();
  });

  for (const [locale, width] of [
    ['en', 320],
    ['ar', 320],
    ['ar', 1280],
  ] as const) {
    it(`fit into the header, in ${locale} at ${width} px`, async () => {
      const alice = await stage.person('alice', locale);
      await alice.page.setViewportSize({ width, height: 480 });
      await alice.goes(EDIT);
      await alice.frame.locator('body[data-kept=true]').waitFor();
      await isCrowded(alice, 12);
      await presence(alice).locator('summary').click();
      const boxes = await Promise.all(
        ['summary', 'details ul', 'details li:last-child button'].map((part) =>
          presence(alice).locator(part).boundingBox(),
        ),
      );
      for (const box of boxes) {
        assert.ok(box && box.x >= 0 && box.x + box.width <= width, JSON.stringify(boxes));
      }
      assert.deepEqual(await complaintsOf(alice, 'nuxeo-office-online-editor'), []);
      await until(() => alice.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await alice.leaves();
    });
  }
});
