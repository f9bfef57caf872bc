import { connect, type Socket } from 'node:net';
import { idOf, isElement, type Command, type Transport, WebDriverError } from './webdriver.js';

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/**
 * Speaks to Firefox as geckodriver does, which Debian does not have: WebDriver's commands, by their names, over
 * Firefox's own socket. A message is its length, a colon, and JSON.
 */
export class Marionette implements Transport {
  #received = Buffer.alloc(0);
  #lastId = 0;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data: Buffer) => this.#receive(data));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has ended.'));
      this.#waiting.clear();
    });
  }

  /** @param port where Firefox listens @param capabilities what it has to be */
  static async open(port: number, capabilities: Record<string, unknown>): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const marionette = new Marionette(socket);
    await marionette.#ask('NewSession', { capabilities: { alwaysMatch: capabilities } });
    return marionette;
  }

  async send(command: Command, parameters: Record<string, unknown>): Promise<unknown> {
    const result = await this.#ask(command, command === 'SwitchToFrame' ? frameOf(parameters) : parameters);
    // Lists and records come as they are, anything else as a value.
    return result && typeof result === 'object' && 'value' in result ? result.value : result;
  }

  #ask(name: string, parameters: Record<string, unknown>): Promise<unknown> {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, `WebDriver:${name}`, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const start = this.#received.indexOf(':') + 1;
      const end = start + Number(this.#received.subarray(0, start - 1));
      if (start === 0 || this.#received.length < end) return;
      const message = JSON.parse(this.#received.toString('utf8', start, end)) as Answer | object;
      this.#received = this.#received.subarray(end);
      // The first one is a greeting.
      if (Array.isArray(message)) this.#settle(message as Answer);
    }
  }

  #settle([, id, error, result]: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new WebDriverError(error.error, error.message));
    else waiting?.resolve(result);
  }
}

/** Marionette takes a frame's element by its reference alone. */
const frameOf = ({ id }: Record<string, unknown>) => (isElement(id) ? { element: idOf(id) } : { id });
