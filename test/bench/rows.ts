import express from 'express';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { bundleBrowserCode } from '../../demo/browser-code.js';

/** Rows in a list of attachments, and how often each kind is measured. */
const ROWS = 200;
const ROUNDS = 21;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function serve() {
  const elements = await bundleBrowserCode(here('../unit/nuxeo-elements.ts'), 'unit');
  const app = express();
  app.get(
    '/',
    (_request, response) => void response.type('html').send('<!DOCTYPE html><title>Benchmark</title>'),
  );
  app.use(express.static(elements), express.static(here('../../dist')));
  const server = app.listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/` };
}

/** Runs in the page: the median time in ms to make, place and lay out so many elements of each kind, in turns. */
async function measure({ rows, rounds }: { rows: number; rounds: number }) {
  for (const file of ['./nuxeo-elements.js', './nuxeo-office-online.bundle.js']) await import(file);
  const kinds = {
    'nuxeo-link-button': { href: '#', icon: 'icons:close', label: 'Edit' },
    'nuxeo-office-online-action': {
      document: { uid: '1', repository: 'default', contextParameters: { permissions: ['WriteProperties'] } },
      blob: {
        name: 'a.docx',
        length: '9',
        wopi: { appName: 'Word', edit: '/nuxeo/wopi/edit/default/1/file:content' },
      },
    },
  };
  // The action's code is fetched when the first one is in the page.
  const first = Object.assign(
    document.createElement('nuxeo-office-online-action'),
    kinds['nuxeo-office-online-action'],
  );
  document.body.append(first);
  while (!first.clientWidth) await new Promise(requestAnimationFrame);
  first.remove();
  const times = Object.fromEntries(Object.keys(kinds).map((tag) => [tag, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [tag, properties] of Object.entries(kinds)) {
      const box = document.createElement('div');
      const start = performance.now();
      for (let row = 0; row < rows; row += 1)
        box.append(Object.assign(document.createElement(tag), properties));
      document.body.append(box);
      await new Promise((resolve) => setTimeout(resolve));
      if (!box.lastElementChild?.clientWidth) throw new Error(`${tag} shows nothing`);
      times[tag]?.push(performance.now() - start);
      box.remove();
    }
  }
  return Object.values(times).map((all) => all.sort((a, b) => a - b)[rounds >> 1] ?? NaN);
}

/** Prints how long it takes to make, place and lay out many actions, and as many of Nuxeo's own buttons, in turns. */
export async function benchRows(browser: Browser): Promise<void> {
  const { server, url } = await serve();
  const page = await browser.newPage();
  await page.goto(url);
  console.log(`${ROWS} rows, median of ${ROUNDS} rounds:`);
  const [button = NaN, action = NaN] = await page.evaluate(measure, { rows: ROWS, rounds: ROUNDS });
  console.log(
    `nuxeo-link-button ${button.toFixed(1)} ms, action ${action.toFixed(1)} ms, ratio ${(action / button).toFixed(2)}`,
  );
  await page.close();
  server.close();
}
