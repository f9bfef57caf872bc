import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What starts LibreOffice Online on Debian, as root: it stands beside the repository where there is one. */
const START = fileURLToPath(new URL('../../../shared/wopi-client/start', import.meta.url));

/** Whether there is a client that can be started here. */
export const canStart = (): boolean => existsSync(START);

/** A WOPI client that was started for the tests. */
export interface RealClient {
  discoveryUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the client on a free port.
 * @param name of its folders, which no other that runs may have
 * @throws Error when it does not answer
 */
export async function startClient(name = 'client'): Promise<RealClient> {
  const port = await freePort();
  const env = {
    ...process.env,
    WOPI_CLIENT_DIR: `/var/lib/office-online-${name}`,
  };
  const options = ['--port', String(port), '--o:per_document.idlesave_duration_secs=10'];
  const client = spawn(START, options, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => client.once('exit', () => resolve()));
  const stop = async () => {
    client.kill('SIGTERM');
    await ended;
  };
  const address = await Promise.race([firstLine(client), ended]);
  if (!address) throw new Error(`${START} did not start a client.`);
  return { discoveryUrl: address, stop };
}

async function firstLine(client: ChildProcess): Promise<string | undefined> {
  for await (const line of createInterface({ input: client.stdout! })) return line;
  return undefined;
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Where the client under test lists its editors: `npm run test:client` tells it to each file of tests. */
export function discoveryUrl(): string {
  const url = process.env.OFFICE_ONLINE_CLIENT;
  if (!url) throw new Error('These tests need a WOPI client: run them by “npm run test:client”.');
  return url;
}

/**
 * The process of LibreOffice Online that has a file open, where the client runs on this machine.
 * @param fileName a name that no other open file has
 */
export function processOf(fileName: string): number | undefined {
  return pids().find((pid) => opens(pid, fileName));
}

/** Whether the client’s processes run on this machine, so that they can be killed and stopped. */
export const isHere = (): boolean => pids().some((pid) => /^[lc]oolwsd/.test(nameOf(pid)));

const pids = () =>
  (existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []).map(Number);

const nameOf = (pid: number) => orElse('', () => readFileSync(`/proc/${pid}/comm`, 'utf8'));

/** Whether a process is one of the client’s that edit a document, and has that file open. */
function opens(pid: number, fileName: string): boolean {
  const folder = `/proc/${pid}/fd/`;
  const open = nameOf(pid).startsWith('kit') ? orElse([], () => readdirSync(folder)) : [];
  return open.some((fd) => orElse('', () => readlinkSync(folder + fd)).endsWith(`/${fileName}`));
}

/** What a process or a file of it says; something else where it has ended meanwhile, or belongs to somebody else. */
function orElse<T>(other: T, read: () => T): T {
  try {
    return read();
  } catch {
    return other;
  }
}
