import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, listen } from '../../demo/local-server.js';
import { findOnPath, installOnDebian, isExecutable } from '../debian.js';
import { until } from '../until.js';
import { HttpTransport } from './http-transport.js';
import { Marionette } from './marionette.js';
import { WebDriver } from './webdriver.js';

// A test run that is ended leaves no browser behind: what is launched here is ended on exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A browser that has been started. */
export interface Running {
  driver: WebDriver;
  stop(): Promise<void>;
}

/** A browser that the tests run in besides Chromium. */
export interface Engine {
  /** Its name on the command line and of its tests’ file. */
  id: string;
  name: string;
  /** Debian's packages of it. */
  packages: readonly string[];
  /** Whether “Back” finds a page of ours as it was left, in memory. */
  hasPageCache: boolean;
  isThere: () => boolean;
  start: () => Promise<Running>;
}

/** Loading a page is not waited for: of an address that differs in its fragment alone, WebKit tells no end. */
const CAPABILITIES = { pageLoadStrategy: 'none' };

const findFirefox = () => findOnPath('firefox-esr', 'firefox');

export const firefox: Engine = {
  id: 'firefox',
  name: 'Firefox',
  packages: ['firefox-esr'],
  hasPageCache: false,
  isThere: () => findFirefox() !== undefined,
  start: async () => {
    const profile = await mkdtemp(join(tmpdir(), 'office-online-firefox-'));
    // Any free port; Firefox then writes it down.
    writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
    const browser = launch(findFirefox() ?? '', ['--marionette', '--headless', '--profile', profile]);
    const readPort = () => Number(contentOf(join(profile, 'MarionetteActivePort')));
    await until(() => readPort() > 0);
    const driver = new WebDriver(await Marionette.open(readPort(), CAPABILITIES));
    return {
      driver,
      async stop() {
        await end(browser);
        rmSync(profile, { recursive: true, force: true });
      },
    };
  },
};

/** Debian has one MiniBrowser for each of WebKitGTK's interfaces. */
function findMiniBrowser(): string | undefined {
  return foldersIn('/usr/lib')
    .flatMap((folder) => foldersIn(folder))
    .filter((folder) => /webkit(2)?gtk-[\d.]+$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .filter(isExecutable)
    .sort()
    .at(-1);
}

export const webkit: Engine = {
  id: 'webkit',
  name: 'WebKitGTK',
  packages: ['webkit2gtk-driver', 'xvfb'],
  hasPageCache: true,
  isThere: () => Boolean(findOnPath('WebKitWebDriver') && findOnPath('Xvfb') && findMiniBrowser()),
  start: async () => {
    const screen = launch('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const number = await new Promise<Buffer>((resolve) => screen.stdio[3]?.once('data', resolve));
    const port = await freePort();
    const server = launch('WebKitWebDriver', [`--port=${port}`], {
      env: {
        ...process.env,
        DISPLAY: `:${String(number).trim()}`,
        // Its sandbox does not start for root.
        ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
      },
    });
    const address = `http://127.0.0.1:${port}`;
    await until(() =>
      fetch(`${address}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const driver = new WebDriver(
      await HttpTransport.open(address, {
        ...CAPABILITIES,
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: findMiniBrowser(),
          args: ['--automation', '--javascript-can-open-windows-automatically=true'],
        },
      }),
    );
    return {
      driver,
      async stop() {
        await driver.end().catch(() => undefined);
        await end(server);
        await end(screen);
      },
    };
  },
};

export const ENGINES = [firefox, webkit];

/** Has what an engine needs installed where that can be done. @throws Error that says why it can't be run */
export function prepare({ name, packages, isThere }: Engine): void {
  if (isThere()) return;
  try {
    installOnDebian(...packages);
  } catch (error) {
    throw new Error(`${name} was not run: it could not be installed. ${String(error)}`, { cause: error });
  }
  if (!isThere())
    throw new Error(`${name} was not run: it is not here. On Debian: apt-get install ${packages.join(' ')}`);
}

function launch(
  program: string,
  parameters: string[],
  options: { stdio?: StdioOptions; env?: NodeJS.ProcessEnv } = {},
) {
  const child = spawn(program, parameters, { stdio: 'ignore', ...options });
  process.once('exit', () => child.kill());
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server, 0));
  await close(server);
  return Number(port);
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
