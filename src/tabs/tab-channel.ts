import { isRecord } from '../narrow.js';

/** What the tabs of one browser tell each other of a file; `unchanged`: closed, and nothing is to come that was not
 * told as `saved`; `come-forward` asks the tab that has it open to show itself. */
const MESSAGES = ['opened', 'saved', 'closed', 'unchanged', 'come-forward'] as const;
export type TabMessage = (typeof MESSAGES)[number];

/** What the tabs of one browser tell each other by. */
export class TabChannel {
  readonly #channel = new BroadcastChannel('nuxeo-office-online');

  /** @param onMessage told of what another tab does with a file */
  constructor(onMessage: (message: TabMessage, file: string) => void) {
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isRecord(data) || typeof data.file !== 'string') return;
      const message = MESSAGES.find((known) => known === data.message);
      if (message) onMessage(message, data.file);
    };
  }

  tell(message: TabMessage, file: string): void {
    this.#channel.postMessage({ message, file });
  }
}
