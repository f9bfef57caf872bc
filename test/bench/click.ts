import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { startStandIn, type StandIn } from '../../demo/stand-in.js';

/** How often each way is measured, how long the button is held, and how long the server takes, all in ms. */
const ROUNDS = 15;
const HELD = 90;
const DELAYS = [0, 100];

/** The two ways to an editor: what has to be set for it, and the link that is clicked. */
const WAYS = {
  'stock link': { enabled: 'false', link: 'Open in Excel' },
  action: { enabled: 'true', link: 'Edit in Excel Online' },
};

/** Runs in every page of the browser: tells when something is clicked, and when a form is posted to the editor. */
const noteMoments = `
  const note = (what) => tell(what, performance.timeOrigin + performance.now());
  window.addEventListener('click', () => note('click'), true);
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = function () {
    note('post');
    submit.call(this);
  };
`;

/** Measures from the click to the form's post, in ms. */
class Stopwatch {
  #clicked = 0;
  #posted?: (ms: number) => void;

  async attach(context: BrowserContext): Promise<void> {
    await context.exposeBinding('tell', (_source, what: string, ms: number) => {
      if (what === 'click') this.#clicked = ms;
      else this.#posted?.(ms - this.#clicked);
    });
    await context.addInitScript(noteMoments);
  }

  measure(act: () => Promise<void>): Promise<number> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('Nothing was posted in 20 s.')), 20_000);
      this.#posted = (ms) => {
        clearTimeout(late);
        resolve(ms);
      };
      act().catch(reject);
    });
  }
}

/** Opens the document, and presses the link with code and pointer in place, as a person who has found it does. */
async function click(page: Page, standIn: StandIn, link: string, stopwatch: Stopwatch): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`${standIn.url}#!/doc/${sampleIds.budget}`);
  const target = page.getByRole('link', { name: link, exact: true });
  await target.hover();
  await page.waitForLoadState('networkidle');
  // The code that is fetched on hover counts for nobody: people take longer than this to press.
  await wait(300);
  const ms = await stopwatch.measure(async () => {
    await page.mouse.down();
    await wait(HELD);
    await page.mouse.up();
  });
  for (const other of page.context().pages()) if (other !== page) await other.close();
  return ms;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Prints how long it takes from the click to the post with the stock link and with the action, in turns. */
export async function benchClick(browser: Browser): Promise<void> {
  const standIn = await startStandIn({ stockLink: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  const { origin } = new URL(standIn.url);
  const form = { user_name: 'alice', user_password: 'alice' };
  await context.request.post(`${origin}/nuxeo/startup`, { form, headers: { origin } });
  const stopwatch = new Stopwatch();
  await stopwatch.attach(context);
  const page = await context.newPage();
  console.log(`From click to post, button held ${HELD} ms, median of ${ROUNDS} rounds:`);
  for (const delay of DELAYS) {
    standIn.nuxeo.faults.launch = { delay };
    const times: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [way, { enabled, link }] of Object.entries(WAYS)) {
        standIn.config['officeOnline.enabled'] = enabled;
        (times[way] ??= []).push(await click(page, standIn, link, stopwatch));
      }
    }
    const [stock = NaN, ours = NaN] = Object.keys(WAYS).map((way) => median(times[way] ?? []));
    console.log(
      `server takes ${delay} ms: stock link ${stock.toFixed(1)} ms, action ${ours.toFixed(1)} ms, ratio ${(ours / stock).toFixed(2)}`,
    );
  }
  await context.close();
  await standIn.stop();
}
