import { findOnPath, installOnDebian, isExecutable } from './debian.js';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'msedge',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What a browser under test is started with: it asks nobody on the network for anything. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without windows, menus and the rest that nobody sees in a test: half the work for the machine. */
const SHELL = 'chromium-headless-shell';

function find(): string | undefined {
  return findOnPath(...NAMES) ?? PLACES.find(isExecutable);
}

function given(): string | undefined {
  const path = process.env.CHROME_PATH;
  if (!path || isExecutable(path)) return path || undefined;
  throw new Error(`CHROME_PATH is ${path}, which can't be started. Set it to Chrome, Chromium or Edge.`);
}

/**
 * The path of the browser that is quickest to test in: `CHROME_PATH`, else Chromium's headless shell, which root on
 * Debian or Ubuntu gets installed, else whatever `findBrowser` finds.
 * @throws Error that says what to install
 */
export function findQuickBrowser(): string {
  const found = given() ?? findOnPath(SHELL);
  if (found) return found;
  try {
    installOnDebian(SHELL);
  } catch {
    console.log(`There is no ${SHELL} to be had. The tests take longer in the whole browser.`);
  }
  return findOnPath(SHELL) ?? findBrowser();
}

/**
 * The path of a browser to test in: `CHROME_PATH`, else Chrome, Chromium or Edge where they usually are. Where there
 * is none, root on Debian or Ubuntu gets one installed.
 * @throws Error that says what to install
 */
export function findBrowser(): string {
  const found = given() ?? find();
  if (found) return found;
  installOnDebian('chromium');
  const installed = find();
  if (installed) return installed;
  throw new Error(
    'No browser to test in. Install Chromium (on Debian and Ubuntu: apt-get install chromium), Chrome or Edge, ' +
      'or set CHROME_PATH to one.',
  );
}
