import { isRecord, stringOf } from '../narrow.js';
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

/** The name of the user who is signed in; empty where there is no Web UI. */
export function userId(): string {
  const user = application()?.currentUser;
  return isRecord(user) ? stringOf(user.id) : '';
}
