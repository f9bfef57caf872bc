import type { Offer } from './offers.js';
import { translate } from '../web-ui/i18n.js';

/** What the action says will happen: "Edit in Word Online", "bob is editing: join". */
export const labelOf = ({ intent, product, lockOwner }: Offer): string =>
  translate(`officeOnline.action.${intent}`, intent === 'join' && lockOwner ? lockOwner : product);
