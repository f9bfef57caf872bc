import { markup, PageElement } from './element.js';

/** What comes with a `notify` event (docs/host.md "Events"). */
export interface Notification {
  message?: string;
  /** ms, at least 4000, which is also the default; 0: until it is closed */
  duration?: number;
  dismissible?: boolean;
  /** toasts of the same command are one */
  commandId?: string;
  /** the command's toast is to go */
  close?: boolean;
}

interface Toast extends Notification {
  id: string;
}

/** The toasts in the lower left corner, the latest below. */
export class NuxeoToasts extends PageElement {
  declare toasts: Toast[];
  private readonly timers = new Map<string, number>();

  static get template() {
    return markup`
      <style>
        .toast {
          display: flex;
          align-items: center;
          justify-content: space-between;
          box-sizing: border-box;
          width: 344px;
          min-height: 48px;
          margin-top: 8px;
          border-radius: 4px;
          padding: 8px 16px;
          background: #333;
          color: #fff;
          font-size: 14px;
        }
        button {
          border: 0;
          background: none;
          color: inherit;
          font-size: 20px;
          cursor: pointer;
        }
      </style>
      <div role="status">
        <template is="dom-repeat" items="[[toasts]]">
          <div class="toast">
            <span>[[item.message]]</span>
            <button
              hidden$="[[!item.dismissible]]"
              aria-label$="[[i18n('command.close')]]"
              on-click="_handleDismiss"
            >
              ×
            </button>
          </div>
        </template>
      </div>
    `;
  }

  static get properties() {
    return { toasts: { type: Array, value: () => [] } };
  }

  /** Shows, changes or closes a toast. */
  show(notification: Notification): void {
    const { message, duration = 4000, commandId = '', close } = notification;
    if (close || message) this.discard(commandId);
    if (!message) return;
    this.toasts = [...this.toasts, { ...notification, id: commandId }];
    if (duration === 0) return;
    this.timers.set(
      commandId,
      window.setTimeout(() => this.discard(commandId), Math.max(4000, duration)),
    );
  }

  _handleDismiss(event: Event & { model: { item: Toast } }): void {
    this.discard(event.model.item.id);
  }

  private discard(id: string): void {
    window.clearTimeout(this.timers.get(id));
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

customElements.define('nuxeo-toasts', NuxeoToasts);
