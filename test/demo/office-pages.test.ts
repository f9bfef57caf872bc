import assert from 'node:assert/strict';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { sharedBrowser } from '../shared-browser.js';
import { until } from '../until.js';
import { OfficeStage } from './office-stage.js';

const { quarterlyReport: report, budget } = sampleIds;
let stage: OfficeStage;
let browser: Browser;

before(async () => {
  stage = await OfficeStage.start();
  browser = await sharedBrowser();
});
after(() => stage.stop());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** An editor in the frame of Nuxeo's own launch page. */
class OpenEditor {
  private constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  static async open(user: string, action: string, id: string): Promise<OpenEditor> {
    const context = await browser.newContext();
    await context.request.post(`${stage.nuxeoUrl}/nuxeo/startup`, {
      form: { user_name: user, user_password: user },
      headers: { origin: stage.nuxeoUrl },
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(error));
    await page.goto(`${stage.nuxeoUrl}/nuxeo/wopi/${action}/default/${id}/file:content`);
    const frame = page.frame('office_frame');
    assert.ok(frame);
    return new OpenEditor(page, frame);
  }

  /** Waits until the page says so. */
  async says(status: string): Promise<void> {
    await this.frame
      .locator('header')
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${status}$`) })
      .waitFor();
  }

  text(text: string): Locator {
    // The text stands twice: on the pages shown, and in the hidden one that has the keyboard.
    return this.frame.getByText(text).first();
  }

  get save(): Locator {
    return this.frame.getByRole('button', { name: 'Save', exact: true });
  }

  cell(address: string): Locator {
    return this.frame.getByRole('textbox', { name: address, exact: true });
  }

  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}

async function storedText(): Promise<string> {
  return (await stage.stored(report, 'word/document.xml')).replace(/<[^>]*>/g, '');
}

describe('the Word page', () => {
  it('takes what is typed, saves it on Ctrl-S, and the rest on leaving', async () => {
    const alice = await OpenEditor.open('alice', 'edit', report);
    await alice.says('Ready');
    assert.equal(
      await alice.frame.getByRole('heading', { level: 1 }).first().textContent(),
      'Quarterly report.docx',
    );
    await alice.text('Revenue grew').click();
    await alice.types('swiftly ');
    await alice.says('Unsaved changes');
    await alice.page.keyboard.press('Control+s');
    await alice.says('Saved');
    assert.match(await storedText(), /swiftly/);

    await alice.types('and surely ');
    await alice.frame.locator('body[data-kept=true]').waitFor();
    await alice.page.goto('about:blank');
    await until(() => !stage.isLocked(report));
    assert.match(await storedText(), /swiftly and surely/);
  });

  it('lets a reader read, and nothing else', async () => {
    const rita = await OpenEditor.open('rita', 'view', report);
    await rita.says('Read-only');
    assert.ok(await rita.save.isHidden());
    await rita.text('Revenue grew').click();
    await rita.types('never ');
    assert.equal(await rita.frame.getByText('never').count(), 0);
  });

  it('shows what a co-author saves, and asks before that replaces changes', async () => {
    const alice = await OpenEditor.open('alice', 'edit', report);
    const bob = await OpenEditor.open('bob', 'edit', report);
    await bob.says('Ready');
    await alice.frame.getByText('With Bob Baker').waitFor();
    await alice.says('Ready');
    await alice.text('Two new offices').click();
    await alice.types('bright ');
    await alice.says('Unsaved changes');
    await alice.save.click();
    await bob.text('bright').waitFor({ state: 'attached' });
    await bob.says('Ready');

    await bob.text('Costs rose').click();
    await bob.types('gigantic ');
    await bob.says('Unsaved changes');
    await alice.says('Saved');
    await alice.text('The archive').click();
    await alice.types('huge ');
    await alice.says('Unsaved changes');
    await alice.save.click();
    await alice.says('Saved');
    await bob.frame
      .getByRole('alert')
      .filter({ hasText: 'Someone else has saved a newer version' })
      .waitFor();
    await bob.save.click();
    assert.doesNotMatch(await storedText(), /gigantic/);
    await bob.frame.getByRole('button', { name: 'Load the newer version' }).click();
    await bob.text('huge').waitFor({ state: 'attached' });
    await bob.says('Ready');
  });
});

describe('the Excel page', () => {
  it('takes cells, calculates, and shows both to a co-author', async () => {
    const alice = await OpenEditor.open('alice', 'edit', budget);
    const bob = await OpenEditor.open('bob', 'edit', budget);
    await bob.says('Ready');
    await alice.says('Ready');
    assert.equal(await alice.cell('B2').inputValue(), '14,400');
    await alice.cell('B2').fill('15000');
    await alice.says('Unsaved changes');
    await alice.page.keyboard.press('Enter');
    assert.ok(await alice.cell('B3').evaluate((cell) => cell === document.activeElement));
    await bob.frame.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[aria-label="D2"]')?.value === '600',
    );
    await bob.cell('A9').fill('by Bob');
    await bob.page.keyboard.press('Control+s');
    await bob.says('Saved');
    assert.match(await stage.stored(budget, 'xl/sharedStrings.xml'), /by Bob/);
    assert.match(await stage.stored(budget, 'xl/worksheets/sheet1.xml'), /<c r="B2"[^>]*><v>15000</);

    await alice.cell('A10').fill('on leaving');
    await alice.page.goto('about:blank');
    await bob.frame.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[aria-label="A10"]')?.value === 'on leaving',
    );
  });

  it('stays usable when what a co-author saved can’t be loaded, and shows it when it can', async () => {
    const alice = await OpenEditor.open('alice', 'edit', budget);
    const bob = await OpenEditor.open('bob', 'edit', budget);
    await bob.says('Ready');
    await alice.says('Ready');
    // As in a frame that is being taken away: requests fail at once.
    await bob.frame.evaluate(() => {
      const request = window.fetch.bind(window);
      window.fetch = () => Promise.reject(new TypeError('gone'));
      window.addEventListener('online', () => (window.fetch = request));
    });
    await alice.cell('A11').fill('for Bob');
    await alice.page.keyboard.press('Control+s');
    await alice.says('Saved');
    await bob.cell('A1').focus();
    await bob.frame.evaluate(() => window.dispatchEvent(new Event('online')));
    await bob.frame.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[aria-label="A11"]')?.value === 'for Bob',
    );
  });

  it('shows the formula where it is edited, and takes Escape for “never mind”', async () => {
    const alice = await OpenEditor.open('alice', 'edit', budget);
    await alice.says('Ready');
    await alice.cell('D3').focus();
    assert.equal(await alice.cell('D3').inputValue(), '=B3-C3');
    await alice.types('nonsense');
    await alice.says('Unsaved changes');
    await alice.page.keyboard.press('Escape');
    await alice.says('Ready');
    await alice.cell('D4').focus();
    assert.equal(await alice.cell('D3').inputValue(), '820');
  });

  it('lets a reader read, and nothing else', async () => {
    const rita = await OpenEditor.open('rita', 'view', budget);
    await rita.says('Read-only');
    assert.ok(await rita.save.isHidden());
    await rita.cell('B3').focus();
    await rita.types('1');
    assert.equal(await rita.cell('B3').inputValue(), '5200');
  });
});
