import { parseArgs } from 'node:util';
import { readCheckFileInfo } from './check-file-info.js';
import { readConf } from './conf.js';
import { users } from './nuxeo/index.js';
import { type ClientKind, clientKinds } from './office/index.js';
import { type ProxyOptions, startProxy } from './proxy/index.js';
import { startStandIn, type StandInOptions } from './stand-in.js';
import { makeTrouble, type Trouble, troubleNames } from './troubles.js';

const help = `Starts a stand-in for Nuxeo Server with Web UI, this plugin, and an Office editor; or, with --nuxeo, lays the
plugin over the Web UI of a server of your own, where nothing is installed.

npm start -- [options]

  --port <number>        port of Web UI; the stand-in's editor takes the next one (8080)
  --conf <key=value>     a line of nuxeo.conf, as often as needed: --conf nuxeo.office.online.target=tab
  --nuxeo <url>          that server instead of the stand-in: https://server/nuxeo
  --help                 this text

  The stand-in's:
  --discovery <url>      the editors of a real WOPI client instead of its own: http://localhost:9980/hosting/discovery
  --wopi-host <origin>   where that one finds the stand-in, if not where the browser does: http://host.docker.internal:8080
  --client <kind>        the kind of its own editor: ${clientKinds.join(', ')} (microsoft)
  --package <file>       the plugin's Nuxeo package to serve from (packed from the sources)
  --stock-link           the stock addon's link is there too
  --messages             CheckFileInfo names the page for messages, as with a CheckFileInfoUpdater
  --check-file-info <name=value>
                         a property of CheckFileInfo as one would set it, as often as needed; values are JSON, others
                         text: --check-file-info UserCanNotWriteRelative=false
  --log wopi             prints each call of the WOPI client: what it is, file, status, time; never a token
  --token-ttl <seconds>  how long an access token lives (3600)
  --trouble <name>       sets it up wrongly, as often as needed, for the status page to tell:
                         ${troubleNames.join(', ')}

Where your server's certificate is of an authority that Node.js does not know, name that one's in a PEM file:
NODE_EXTRA_CA_CERTS=authority.pem npm start -- --nuxeo https://server/nuxeo`;

const standInOptions = [
  'discovery',
  'wopi-host',
  'client',
  'package',
  'stock-link',
  'messages',
  'check-file-info',
  'log',
  'token-ttl',
  'trouble',
] as const;

/** What starts: the address and what to know of it, and how it ends. */
interface Running {
  readonly url: string;
  readonly hint: string;
  stop(): Promise<void>;
}

/** What the command line asks for; undefined when it only asks for help. @throws Error that says what is wrong */
function readOptions(args: string[]): (() => Promise<Running>) | undefined {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8080' },
      conf: { type: 'string', multiple: true, default: [] },
      nuxeo: { type: 'string' },
      discovery: { type: 'string' },
      'wopi-host': { type: 'string' },
      client: { type: 'string' },
      package: { type: 'string' },
      'stock-link': { type: 'boolean' },
      messages: { type: 'boolean' },
      'check-file-info': { type: 'string', multiple: true },
      log: { type: 'string' },
      'token-ttl': { type: 'string' },
      trouble: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const { nuxeo, client, messages, 'token-ttl': tokenTtl } = values;
  const port = wholeNumber('--port', values.port, 65534);
  const conf = readConf(values.conf);
  if (nuxeo !== undefined) {
    const alone = standInOptions.find((name) => values[name] !== undefined);
    if (alone) throw new Error(`--${alone} is the stand-in's, not for --nuxeo.`);
    return () => startOver({ nuxeo, port, conf });
  }
  const options: StandInOptions = {
    port,
    officePort: port + 1,
    discoveryUrl: address('--discovery', values.discovery)?.href,
    wopiHost: address('--wopi-host', values['wopi-host'])?.origin,
    client: clientKind(client ?? 'microsoft'),
    package: values.package,
    conf,
    checkFileInfo: readCheckFileInfo(values['check-file-info'] ?? []),
    logWopi: wopiLog(values.log),
    stockLink: values['stock-link'],
    permissions: true,
    tokenTtl: wholeNumber('--token-ttl', tokenTtl ?? '3600'),
  };
  const troubles = (values.trouble ?? []).map(trouble);
  return () => startAlone(options, messages ?? false, troubles);
}

async function startAlone(options: StandInOptions, messages: boolean, troubles: Trouble[]): Promise<Running> {
  const standIn = await startStandIn(options);
  if (messages) {
    standIn.speakWithHost();
    Object.assign(standIn.nuxeo.checkFileInfo, options.checkFileInfo);
  }
  makeTrouble(standIn, ...troubles);
  const hint = `Sign in as ${[...users.keys()].join(', ')}; the password is the name.`;
  return { url: standIn.url, hint, stop: () => standIn.stop() };
}

async function startOver(options: ProxyOptions): Promise<Running> {
  const proxy = await startProxy(options);
  return {
    ...proxy,
    hint: `${new URL(options.nuxeo).origin} with the plugin laid over it: sign in as you do there.`,
  };
}

function clientKind(value: string): ClientKind {
  const kind = clientKinds.find((known) => known === value);
  if (!kind) throw new Error(`--client must be one of ${clientKinds.join(', ')}.`);
  return kind;
}

function trouble(value: string): Trouble {
  const name = troubleNames.find((known) => known === value);
  if (!name) throw new Error(`--trouble must be one of ${troubleNames.join(', ')}.`);
  return name;
}

function wopiLog(what: string | undefined): StandInOptions['logWopi'] {
  if (what === undefined) return undefined;
  if (what !== 'wopi') throw new Error('--log must be wopi.');
  return (line) => console.log(`WOPI ${line}`);
}

function address(option: string, value: string | undefined): URL | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`${option} must be an address, http or https.`);
  return url;
}

function wholeNumber(option: string, value: string, max = Number.MAX_SAFE_INTEGER): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > max) throw new Error(`${option} must be a whole number from 1 to ${max}.`);
  return number;
}

/** Starts it, says where, and stops it on Ctrl-C. */
async function run(start: () => Promise<Running>): Promise<void> {
  const running = await start();
  console.log(`${running.url}  ${running.hint} Ctrl-C stops it.`);
  const stop = (): void => {
    void running.stop().then(() => process.exit(0), fail(1));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/** Ends the process with one clear message. */
function fail(code: number): (error: unknown) => never {
  return (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(code);
  };
}

function main(): void {
  let start: (() => Promise<Running>) | undefined;
  try {
    start = readOptions(process.argv.slice(2));
  } catch (error) {
    return fail(2)(error);
  }
  if (start) void run(start).catch(fail(1));
  else console.log(help);
}

main();
