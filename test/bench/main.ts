import { chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.js';
import { benchClick } from './click.js';
import { benchRows } from './rows.js';

const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
try {
  await benchRows(browser);
  await benchClick(browser);
} finally {
  await browser.close();
}
