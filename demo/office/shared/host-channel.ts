type Values = Record<string, unknown>;

/** The messages to and from the page that frames the editor (docs/wopi-clients.md "Message form"). */
export class HostChannel {
  private readonly origin = document.body.dataset.hostOrigin ?? '';

  /** Whether there is anybody to talk to. */
  get isOpen(): boolean {
    return this.origin !== '' && window.parent !== window;
  }

  /** @param values nearly always a record; `Views_List` has a list */
  post(id: string, values: object = {}): void {
    if (!this.isOpen) return;
    const message = JSON.stringify({ MessageId: id, SendTime: Date.now(), Values: values });
    window.parent.postMessage(message, this.origin);
  }

  /** Hears the page that frames this one. */
  hear(handle: (id: string, values: Values) => void): void {
    if (!this.isOpen) return;
    window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      const isHost = source === window.parent && (this.origin === '*' || origin === this.origin);
      const { MessageId, Values } = readMessage(data);
      if (isHost && typeof MessageId === 'string') handle(MessageId, Values);
    });
  }
}

function readMessage(data: unknown): { MessageId?: unknown; Values: Values } {
  let message = data;
  try {
    if (typeof data === 'string') message = JSON.parse(data);
  } catch {
    return { Values: {} };
  }
  if (typeof message !== 'object' || message === null) return { Values: {} };
  const { MessageId, Values } = message as { MessageId?: unknown; Values?: unknown };
  return { MessageId, Values: typeof Values === 'object' && Values !== null ? (Values as Values) : {} };
}
