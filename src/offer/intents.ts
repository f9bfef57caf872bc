import type { RouteAction } from '../address/route.js';
import type { Feature } from '../settings/offer-settings.js';

/** What it is to the person; `join` is an edit beside somebody who edits already. */
export type Intent = Feature | 'join';

/** Of each intent, the feature that allows it and the action in the address that it leads to. */
export const INTENTS: Record<Intent, { feature: Feature; action: RouteAction }> = {
  edit: { feature: 'edit', action: 'edit' },
  join: { feature: 'edit', action: 'edit' },
  create: { feature: 'create', action: 'edit' },
  convert: { feature: 'convert', action: 'convert' },
  view: { feature: 'view', action: 'view' },
};
