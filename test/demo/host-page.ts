import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { OfficeStage } from './office-stage.js';

/** A message of the editor: its id, what it says, and when it was sent. */
export interface Message {
  readonly id: string;
  readonly values: Record<string, unknown>;
  readonly at: number;
}

/** How somebody opens a file. */
interface Opening {
  user?: string;
  /** beside what the launch page has on the action URL */
  query?: string;
  /** instead of the launch page's */
  token?: string;
  /** seconds that the token is said to live, instead of its true end */
  ttl?: number;
}

/** A host page without any plugin: it frames the editor, keeps what it says, and says what it is told to say. */
export class HostPage {
  readonly messages: Message[] = [];
  /** how many of these a test has looked at */
  private seen = 0;

  private constructor(readonly page: Page) {}

  /** Opens a document's main file. @param id of the document */
  static async open(
    browser: Browser,
    stage: OfficeStage,
    id: string,
    opening: Opening = {},
  ): Promise<HostPage> {
    const { user = 'alice', query = '' } = opening;
    const launch = await stage.launch(user, 'edit', id);
    const context = await browser.newContext();
    context.setDefaultTimeout(20_000);
    const host = new HostPage(await context.newPage());
    await host.page.exposeFunction('keep', (text: string) => host.keep(text));
    await host.page.goto(`${stage.nuxeoUrl}/nuxeo/login.jsp`);
    const ttl = opening.ttl === undefined ? launch.ttl : Date.now() + opening.ttl * 1000;
    await host.page.evaluate(frame, [`${launch.url}${query}`, opening.token ?? launch.token, String(ttl)]);
    return host;
  }

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Tells the editor something. */
  async tell(MessageId: string, Values: object = {}): Promise<void> {
    const message = JSON.stringify({ MessageId, SendTime: Date.now(), Values });
    await this.page.evaluate(
      (text) => document.querySelector('iframe')?.contentWindow?.postMessage(text, '*'),
      message,
    );
  }

  /** Has the editor save, and answer unless told otherwise. */
  save(values: object = {}): Promise<void> {
    return this.tell('Action_Save', {
      DontTerminateEdit: true,
      DontSaveIfUnmodified: true,
      Notify: true,
      ...values,
    });
  }

  /** Waits until the editor has said it. @returns the first one that was not looked at */
  async hears(id: string, seconds = 20): Promise<Message> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      const index = this.messages.findIndex((message, at) => at >= this.seen && message.id === id);
      const message = this.messages[index];
      if (message) {
        this.seen = index + 1;
        return message;
      }
      if (Date.now() > deadline) throw new Error(`${id} was not said, but ${JSON.stringify(this.messages)}`);
      await wait(20);
    }
  }

  /** Waits until the file is there and the editor has said that nothing has changed; then tells it that the host listens. */
  async isLoaded(): Promise<void> {
    await this.hears('App_LoadingStatus');
    await this.hears('Doc_ModifiedStatus');
    await this.tell('Host_PostmessageReady');
  }

  /** What the editor has said that was not looked at, by the time that it has said `id`. */
  async saysUntil(id: string): Promise<Message[]> {
    const from = this.seen;
    await this.hears(id);
    return this.messages.slice(from, this.seen);
  }

  /** What the editor has said that was not looked at, by the time that so many ms have passed. */
  async saysIn(ms: number): Promise<Message[]> {
    const from = this.seen;
    await wait(ms);
    this.seen = this.messages.length;
    return this.messages.slice(from);
  }

  /** Types into a cell. The office server has it when this resolves. */
  async types(cell: string, value: string): Promise<void> {
    await this.frame.getByLabel(cell, { exact: true }).fill(value);
    await this.page.keyboard.press('Enter');
    await this.frame.locator('body[data-kept=true]').waitFor();
  }

  async presses(button: string): Promise<void> {
    await this.frame.getByRole('button', { name: button, exact: true }).click();
  }

  async buttons(): Promise<string[]> {
    await this.frame.locator('#save').waitFor({ state: 'attached' });
    return this.frame.locator('#buttons button').allTextContents();
  }

  async leaves(): Promise<void> {
    await this.page.context().close();
  }

  private keep(text: string): void {
    const { MessageId, Values, SendTime } = JSON.parse(text) as {
      MessageId: string;
      Values: Record<string, unknown>;
      SendTime: number;
    };
    this.messages.push({ id: MessageId, values: Values, at: SendTime });
  }
}

/** In the page: frames what the form leads to, from an address alone as a host has it. */
function frame([action, token, ttl]: string[]): void {
  const { keep } = window as unknown as { keep: (text: string) => void };
  window.addEventListener('message', ({ data }: MessageEvent<string>) => keep(data));
  const form = document.createElement('form');
  Object.assign(form, { action, method: 'post', target: 'editor' });
  for (const [name, value] of Object.entries({ access_token: token, access_token_ttl: ttl })) {
    const input = document.createElement('input');
    Object.assign(input, { name, value });
    form.append(input);
  }
  const iframe = document.createElement('iframe');
  Object.assign(iframe, { name: 'editor', width: '1200', height: '700' });
  document.body.replaceChildren(iframe, form);
  form.submit();
}
