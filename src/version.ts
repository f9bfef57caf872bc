import { version as own } from '../package.json';

/** The plugin's own. */
export const version: string = own;
