import { parseArgs } from 'node:util';
import { users } from './nuxeo/index.js';
import { type ClientKind, clientKinds } from './office/index.js';
import { startStandIn, type StandInOptions } from './stand-in.js';

const help = `Starts a stand-in for Nuxeo Server with Web UI, this plugin, and an Office editor.

npm start -- [options]

  --port <number>        port of Web UI; the editor takes the next one (8080)
  --client <kind>        the editor's kind: ${clientKinds.join(', ')} (microsoft)
  --package <file>       the plugin's Nuxeo package to serve from (packed from the sources)
  --conf <key=value>     a line of nuxeo.conf, as often as needed: --conf nuxeo.office.online.enabled=false
  --stock-link           the stock addon's link is there too
  --messages             CheckFileInfo names the page for messages, as with a CheckFileInfoUpdater
  --token-ttl <seconds>  how long an access token lives (3600)
  --help                 this text`;

/** What the command line asks for. */
interface Wish extends StandInOptions {
  messages: boolean;
}

/** What the command line asks for; undefined when it only asks for help. @throws Error that says what is wrong */
function readOptions(args: string[]): Wish | undefined {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8080' },
      client: { type: 'string', default: 'microsoft' },
      package: { type: 'string' },
      conf: { type: 'string', multiple: true, default: [] },
      'stock-link': { type: 'boolean', default: false },
      messages: { type: 'boolean', default: false },
      'token-ttl': { type: 'string', default: '3600' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const port = wholeNumber('--port', values.port, 65534);
  return {
    port,
    officePort: port + 1,
    client: clientKind(values.client),
    package: values.package,
    conf: Object.fromEntries(values.conf.map(confLine)),
    stockLink: values['stock-link'],
    messages: values.messages,
    tokenTtl: wholeNumber('--token-ttl', values['token-ttl']),
  };
}

function confLine(line: string): [key: string, value: string] {
  const [, key, value] = /^([\w.-]+)=(.*)$/s.exec(line) ?? [];
  if (key === undefined || value === undefined) throw new Error(`--conf must be key=value, not ${line}.`);
  return [key, value];
}

function clientKind(value: string): ClientKind {
  const kind = clientKinds.find((known) => known === value);
  if (!kind) throw new Error(`--client must be one of ${clientKinds.join(', ')}.`);
  return kind;
}

function wholeNumber(option: string, value: string, max = Number.MAX_SAFE_INTEGER): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > max) throw new Error(`${option} must be a whole number from 1 to ${max}.`);
  return number;
}

/** Starts the stand-in and stops it on Ctrl-C. */
async function start({ messages, ...options }: Wish): Promise<void> {
  const standIn = await startStandIn(options);
  if (messages) standIn.speakWithHost();
  const people = [...users.keys()].join(', ');
  console.log(`${standIn.url}  Sign in as ${people}; the password is the name. Ctrl-C stops it.`);
  const stop = (): void => {
    void standIn.stop().then(() => process.exit(0), fail(1));
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
  let options: Wish | undefined;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    return fail(2)(error);
  }
  if (options) void start(options).catch(fail(1));
  else console.log(help);
}

main();
