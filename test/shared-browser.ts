import { chromium, type Browser } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from './browser.js';

const started = new Map<string, Promise<Browser>>();

/**
 * The browser of this process, which all its test files share one after the other: starting one takes a second of work.
 * It ends with the process. Whoever opens contexts in it closes them.
 * @param args what it is started with beside what every browser here is
 */
export async function sharedBrowser(args: string[] = []): Promise<Browser> {
  const all = [...BROWSER_ARGUMENTS, ...args];
  const key = all.join(' ');
  const there = await started.get(key);
  if (there?.isConnected()) return there;
  const browser = chromium.launch({ executablePath: findBrowser(), args: all });
  started.set(key, browser);
  return browser;
}
