import { application } from './globals.js';

/** Fires an event that Web UI's application hears (docs/host.md "Events"). */
export const tellApplication = (type: string, detail?: object) =>
  application()?.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));

/**
 * Shows a toast.
 * @param commandId a later toast with the same one takes its place
 * @param stays whether it stays until then
 */
export function notify(message: string, commandId?: string, stays = false): void {
  tellApplication('notify', { message, commandId, dismissible: true, duration: stays ? 0 : undefined });
}

/** Takes a command's toast away. */
export const closeToast = (commandId: string) => tellApplication('notify', { commandId, close: true });

/** The browser's title while something lies over Web UI. */
export interface HeldTitle {
  /** Shows the name of what is open. */
  set(name: string): void;
  /** Shows what Web UI has written meanwhile. */
  giveBack(): void;
}

/**
 * Takes the browser's title, and keeps it when Web UI writes another one: it does so whenever it shows a page or loads a
 * document anew, beneath what is open too.
 */
export function holdTitle(): HeldTitle {
  let held = document.title;
  let ofWebUi = held;
  const keep = () => {
    if (document.title === held) return;
    ofWebUi = document.title;
    document.title = held;
  };
  const observer = new MutationObserver(keep);
  observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  return {
    set(name) {
      keep();
      held = [name, application()?.productName].filter(Boolean).join(' - ');
      document.title = held;
    },
    giveBack() {
      keep();
      observer.disconnect();
      document.title = ofWebUi;
    },
  };
}
