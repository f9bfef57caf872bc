import type { ClientEvent } from '../client/client-messages.js';

/** Where a person wants to go from the editor. */
export type Destination = 'back' | 'elsewhere' | 'edit' | 'permissions' | 'history';

/** Where what the editor tells leads the person. */
export const DESTINATIONS: Partial<Record<ClientEvent['type'], Destination>> = {
  close: 'back',
  edit: 'edit',
  sharing: 'permissions',
  versions: 'history',
};
