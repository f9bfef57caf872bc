import type { ClientEvent } from '../client/client-messages.js';
import type { FailureReason } from '../failure.js';
import type { Destination, PanelName } from './destination.js';

/** What a file that is open tells those who subscribe to it. */
export type OpenFileNews =
  /** Something that can be read of it is different now. */
  | { type: 'changed' }
  /** One of its sessions has got its token, has its editor, has all changes in Nuxeo, is over. */
  | { type: 'posted' | 'opened' | 'saved' | 'closed' }
  | { type: 'failed'; reason: FailureReason }
  | { type: 'leave'; to: Destination }
  /** The person wants to see something beside the editor. */
  | { type: 'panel'; name: PanelName }
  /** It is closed for good; nothing else is told after that. */
  | { type: 'ended' };

/** What people ask for in the editor itself. */
export const WISHES: Partial<Record<ClientEvent['type'], OpenFileNews>> = {
  close: { type: 'leave', to: 'back' },
  edit: { type: 'leave', to: 'edit' },
  sharing: { type: 'panel', name: 'permissions' },
  versions: { type: 'panel', name: 'history' },
};

/** Tells what happens to whoever subscribes. */
export class NewsSource {
  readonly #subscribers = new Set<(news: OpenFileNews) => void>();

  /** Has `listener` told of all that happens from now on. */
  subscribe(listener: (news: OpenFileNews) => void): void {
    this.#subscribers.add(listener);
  }

  protected tell(news: OpenFileNews): void {
    for (const tell of [...this.#subscribers]) tell(news);
  }

  protected forgetSubscribers(): void {
    this.#subscribers.clear();
  }
}
