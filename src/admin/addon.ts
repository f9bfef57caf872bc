import { CREATE_SETTINGS } from '../settings/create-settings.js';
import { EDITOR_SETTINGS } from '../settings/editor-settings.js';
import { OFFER_SETTINGS, offerSettings } from '../settings/offer-settings.js';
import { readSettings, type Report } from '../settings/read-settings.js';
import { version } from '../version.js';
import { rawSettings } from '../web-ui/configuration.js';
import { isDefined } from '../web-ui/defined.js';
import { well, wrong, type Finding } from './finding.js';

/** All settings, in the order in which the page shows them. */
const TABLE = { ...OFFER_SETTINGS, ...CREATE_SETTINGS, ...EDITOR_SETTINGS };

const plain = (value: unknown): string => [value].flat().join(', ') || '–';

/** A setting as it is understood. */
export interface UnderstoodSetting {
  name: string;
  value: string;
  isDefault: boolean;
}

const read = (report: Report) => readSettings(TABLE, rawSettings(), report);

export const understoodSettings = (): UnderstoodSetting[] =>
  Object.entries(read(() => undefined)).map(([name, given]) => {
    const value = plain(given);
    return { name, value, isDefault: value === plain(TABLE[name as keyof typeof TABLE][2]) };
  });

/** Version, flag, settings, and which link serves: the stock addon's goes by the name that our action takes. */
export function checkAddon(): Finding[] {
  const { groups } = offerSettings();
  const unusable: Finding[] = [];
  read((_message, name, expected, value) =>
    unusable.push(wrong('settings.wrong', name, JSON.stringify(value), expected)),
  );
  return [
    well('version', version),
    groups.length ? well('flag.groups', groups.join(', ')) : well('flag.all'),
    ...(unusable.length ? unusable : [well('settings.well')]),
    well(isDefined('nuxeo-wopi-link') ? 'stock.taken' : 'stock.none'),
  ];
}
