import { WebDriverError, type Command, type Transport } from './webdriver.js';

/** Each command’s place below a session. */
const ROUTES: Record<Command, string> = {
  Navigate: 'POST url',
  Back: 'POST back',
  Forward: 'POST forward',
  Refresh: 'POST refresh',
  ExecuteScript: 'POST execute/sync',
  ElementClick: 'POST element/{id}/click',
  GetComputedLabel: 'GET element/{id}/computedlabel',
  GetComputedRole: 'GET element/{id}/computedrole',
  PerformActions: 'POST actions',
  SwitchToFrame: 'POST frame',
  GetWindowHandle: 'GET window',
  GetWindowHandles: 'GET window/handles',
  SwitchToWindow: 'POST window',
  CloseWindow: 'DELETE window',
  SetWindowRect: 'POST window/rect',
  DeleteSession: 'DELETE ',
};

/** How long a driver may take, in ms. */
const PATIENCE = 30_000;
/** WebKit never answers a script that comes while one page takes another’s place: whoever asks again gets an answer. */
const SCRIPT_PATIENCE = 5_000;

/** Speaks to a driver as the specification has it: JSON over HTTP. */
export class HttpTransport implements Transport {
  private constructor(private readonly session: string) {}

  /** @param driver the driver's address @param capabilities what the browser has to be */
  static async open(driver: string, capabilities: Record<string, unknown>): Promise<HttpTransport> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = (await call('POST', `${driver}/session`, body, PATIENCE)) as { sessionId: string };
    return new HttpTransport(`${driver}/session/${sessionId}`);
  }

  send(command: Command, parameters: Record<string, unknown>): Promise<unknown> {
    const [method = '', path = ''] = ROUTES[command].split(' ');
    const { id } = parameters;
    const url = `${this.session}/${path}`.replace('{id}', String(id)).replace(/\/$/, '');
    const patience = command === 'ExecuteScript' ? SCRIPT_PATIENCE : PATIENCE;
    return call(method, url, method === 'POST' ? parameters : undefined, patience);
  }
}

async function call(method: string, url: string, body: unknown, patience: number): Promise<unknown> {
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(url, {
    method,
    signal,
    body: body === undefined ? null : JSON.stringify(body),
  }).catch((error: unknown) => {
    throw signal.aborted ? new WebDriverError('timeout', url) : error;
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new WebDriverError(error, message);
}
