import { isRecord, stringsOf } from '../narrow.js';
import { configuration } from './globals.js';

/** The plugin's settings as the server or a script has written them: `Nuxeo.UI.config.officeOnline`. */
export function rawSettings(): Record<string, unknown> {
  const raw = configuration().officeOnline;
  return isRecord(raw) ? raw : {};
}

/** Has `listener` called whenever a script sets `Nuxeo.UI.config.officeOnline`. */
export function watchRawSettings(listener: () => void): void {
  const config = configuration();
  // Defining accessors over a property that exists leaves it enumerable and configurable: scripts that copy the
  // configuration still find it.
  let raw: unknown = (config.officeOnline ??= {});
  Object.defineProperty(config, 'officeOnline', {
    get: () => raw,
    set: (given: unknown) => {
      raw = given;
      listener();
    },
  });
}

/**
 * Has the server send `wopi` with every blob, once, whatever shape the list of enrichers has.
 * @param wanted false with the flag off: then the one that our package has put there goes, and another addon's stays
 */
export function requestWopiEnricher(wanted: boolean): void {
  const config = configuration();
  const enrichers: Record<string, unknown> = isRecord(config.enrichers) ? config.enrichers : {};
  config.enrichers = enrichers;
  // A string, a comma list, an array of either, or nothing.
  const names = stringsOf([enrichers.blob].flat())
    .join()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const others = names.filter((name) => name !== 'wopi');
  enrichers.blob = wanted || names.length - others.length > 1 ? [...others, 'wopi'] : others;
}
