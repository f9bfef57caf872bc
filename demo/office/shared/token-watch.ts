import type { Dialect } from './dialects.js';
import type { HostCommands } from './host.js';
import type { HostChannel } from './host-channel.js';

const ahead = 900_000;
const again = 120_000;

/** Collabora's eye on the end of its token: from a quarter of an hour ahead, and every two minutes, it is told. */
export class TokenWatch {
  private ends = Number(document.body.dataset.tokenEnds);
  private readonly speed = Number(document.body.dataset.speed) || 1;
  private timer = 0;

  constructor(
    private readonly dialect: Dialect,
    private readonly channel: HostChannel,
    private readonly commands: HostCommands | undefined,
  ) {}

  start(): void {
    clearTimeout(this.timer);
    if (this.ends > 0) this.lookIn(this.ends - ahead / this.speed - Date.now());
  }

  /** Another token, taken without a look at it. */
  take({ token, ttl }: Record<string, unknown>): void {
    if (typeof token !== 'string') return;
    this.commands?.takeToken(token);
    this.ends = Number(ttl) || 0;
    this.start();
  }

  private lookIn(delay: number): void {
    this.timer = window.setTimeout(() => this.tell(), Math.max(0, delay));
  }

  private tell(): void {
    const left = this.ends - Date.now();
    if (!this.dialect.takesToken) this.commands?.warn(left > 0 ? endsSoon(this.ends) : hasEnded);
    else if (left > 0) this.channel.post('App_TokenExpiring', { Timeout: left });
    else this.channel.post('App_TokenExpired');
    const next = again / this.speed;
    this.lookIn(left > 0 ? Math.min(left, next) : next);
  }
}

const hasEnded = 'Your session has expired. Further changes to the document might not be saved.';

function endsSoon(ends: number): string {
  return `Your session will expire at ${new Date(ends).toLocaleTimeString()}. Please save your work and refresh.`;
}
