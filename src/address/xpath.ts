import { isRecord } from '../narrow.js';

/** The value at an xpath such as `files:files/0/file` in a document's properties. */
export function valueAt(properties: unknown, xpath: string): unknown {
  return xpath
    .split('/')
    .reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), properties);
}
