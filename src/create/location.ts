import { isRecord, stringsOf } from '../narrow.js';

/** Why a document of the type can't be made in a place. */
export type Obstacle = 'noPermission' | 'trashedParent' | 'invalidSubtype';

/**
 * Tells what keeps the user from making a document of that type in a folder; `undefined` where nothing does.
 * @param parent as Web UI's create popup has it, with the enrichers `permissions` and `subtypes`
 */
export function obstacleIn(parent: unknown, type: string): Obstacle | undefined {
  const { contextParameters, isTrashed } = isRecord(parent) ? parent : {};
  const { permissions, subtypes } = isRecord(contextParameters) ? contextParameters : {};
  if (isTrashed === true) return 'trashedParent';
  if (!stringsOf(permissions).includes('AddChildren')) return 'noPermission';
  const types: unknown[] = Array.isArray(subtypes) ? subtypes : [];
  const allowed = types.find((one) => isRecord(one) && one.type === type);
  return isRecord(allowed) && !stringsOf(allowed.facets).includes('HiddenInCreation')
    ? undefined
    : 'invalidSubtype';
}

/** A path as documents have it, without a slash at its end. */
export const plainPath = (path: string): string => path.replace(/(.)\/+$/, '$1');
