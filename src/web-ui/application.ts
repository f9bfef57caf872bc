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

/** Puts the name of what is open into the browser's title, which Web UI writes anew on its next page. */
export function setTitle(title: string): void {
  document.title = [title, application()?.productName].filter(Boolean).join(' - ');
}
