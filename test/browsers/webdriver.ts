/** Those of WebDriver’s commands (W3C) that the tests need, by the names of the specification. */
export type Command =
  | 'Navigate'
  | 'Back'
  | 'Forward'
  | 'Refresh'
  | 'ExecuteScript'
  | 'ElementClick'
  | 'GetComputedLabel'
  | 'GetComputedRole'
  | 'PerformActions'
  | 'SwitchToFrame'
  | 'GetWindowHandle'
  | 'GetWindowHandles'
  | 'SwitchToWindow'
  | 'CloseWindow'
  | 'SetWindowRect'
  | 'DeleteSession';

/** What carries commands to a browser. */
export interface Transport {
  /** @throws WebDriverError that the browser answers with */
  send(command: Command, parameters: Record<string, unknown>): Promise<unknown>;
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** An element of a page, as WebDriver refers to it. */
export interface ElementReference {
  [ELEMENT]: string;
}

export const isElement = (value: unknown): value is ElementReference =>
  typeof value === 'object' && value !== null && ELEMENT in value;

export const idOf = (element: ElementReference): string => element[ELEMENT];

/** What went wrong, `reason` in WebDriver's own terms: `no such element`. */
export class WebDriverError extends Error {
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(`${reason}: ${message}`);
  }
}

/** A browser that is driven, one window of it at a time. */
export class WebDriver {
  constructor(private readonly transport: Transport) {}

  /** Begins to load an address; nothing is waited for. */
  navigate(url: string): Promise<unknown> {
    return this.#send('Navigate', { url });
  }

  goBack(): Promise<unknown> {
    return this.#send('Back');
  }

  goForward(): Promise<unknown> {
    return this.#send('Forward');
  }

  reload(): Promise<unknown> {
    return this.#send('Refresh');
  }

  /** Runs a function in the page or frame, with nothing of what is around it here. */
  async evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    // What esbuild makes of functions that have names calls this.
    const script = `const __name = (it) => it; return (${String(run)}).apply(null, arguments);`;
    return (await this.#send('ExecuteScript', { script, args })) as Awaited<Result>;
  }

  click(element: ElementReference): Promise<unknown> {
    return this.#send('ElementClick', { id: idOf(element) });
  }

  /** What assistive technology reads: role and name. */
  async accessible(element: ElementReference): Promise<string> {
    const id = idOf(element);
    return `${String(await this.#send('GetComputedRole', { id }))} ${String(await this.#send('GetComputedLabel', { id }))}`;
  }

  /** Presses keys one after the other, those that modify as long as the rest. A key is a letter or a name of `KEYS`. */
  press(...names: string[]): Promise<unknown> {
    const keys = names.map((name) => KEYS[name] ?? name);
    const modifiers = keys.filter((key) => MODIFIERS.includes(key));
    const others = keys.filter((key) => !MODIFIERS.includes(key));
    const press = (type: string, value: string) => ({ type, value });
    const actions = [
      ...modifiers.map((key) => press('keyDown', key)),
      ...others.flatMap((key) => [press('keyDown', key), press('keyUp', key)]),
      ...modifiers.map((key) => press('keyUp', key)),
    ];
    return this.#send('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  type(text: string): Promise<unknown> {
    return this.press(...text);
  }

  /** What follows happens in that frame; without one in the window’s own page. */
  enter(frame: ElementReference | null): Promise<unknown> {
    return this.#send('SwitchToFrame', { id: frame });
  }

  async windows(): Promise<string[]> {
    return (await this.#send('GetWindowHandles')) as string[];
  }

  /** Leaves this window for another one. */
  switchTo(handle: string): Promise<unknown> {
    return this.#send('SwitchToWindow', { handle });
  }

  async window(): Promise<string> {
    return (await this.#send('GetWindowHandle')) as string;
  }

  closeWindow(): Promise<unknown> {
    return this.#send('CloseWindow');
  }

  resize(width: number, height: number): Promise<unknown> {
    return this.#send('SetWindowRect', { width, height });
  }

  end(): Promise<unknown> {
    return this.#send('DeleteSession');
  }

  #send(command: Command, parameters: Record<string, unknown> = {}): Promise<unknown> {
    return this.transport.send(command, parameters);
  }
}

/** Keys without a letter, as WebDriver writes them. */
const KEYS: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
};
const MODIFIERS = [KEYS.Shift, KEYS.Control];
