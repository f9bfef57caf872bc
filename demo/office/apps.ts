import { type AppName, extensionsOf, successorOf } from '../file-types.js';

/** What may be done with a file, named as in WOPI discovery. */
export type Action = 'view' | 'edit' | 'editnew' | 'convert';

/** Where an app takes an action. */
interface Place {
  readonly app: AppName;
  readonly action: Action;
  readonly path: string;
  /** what the query must hold beside what the host adds, ending in `&`; may be empty */
  readonly query: string;
  /** what the host must support, as discovery says it */
  readonly requires?: string;
}

/** Where an app opens files of some kind for some action. */
export interface Door extends Place {
  readonly extensions: readonly string[];
  /** format that `convert` makes */
  readonly target?: string;
}

const wordEditor = '/we/wordeditorframe.aspx';
const excel = '/x/_layouts/xlviewerinternal.aspx';
const powerPoint = '/p/PowerPointFrame.aspx';

/** The addresses, like Microsoft's. */
const places: readonly Place[] = [
  { app: 'Word', action: 'view', path: '/wv/wordviewerframe.aspx', query: '' },
  { app: 'Word', action: 'edit', path: wordEditor, query: '', requires: 'locks,update' },
  { app: 'Word', action: 'editnew', path: wordEditor, query: 'new=1&', requires: 'locks,update' },
  { app: 'Word', action: 'convert', path: '/we/WordConvertAndEdit.aspx', query: '', requires: 'update' },
  { app: 'Excel', action: 'view', path: excel, query: '' },
  { app: 'Excel', action: 'edit', path: excel, query: 'edit=1&', requires: 'update' },
  { app: 'Excel', action: 'editnew', path: excel, query: 'edit=1&new=1&', requires: 'update' },
  {
    app: 'Excel',
    action: 'convert',
    path: '/x/_layouts/ExcelConvertAndEdit.aspx',
    query: '',
    requires: 'update',
  },
  { app: 'PowerPoint', action: 'view', path: powerPoint, query: 'PowerPointView=ReadingView&' },
  {
    app: 'PowerPoint',
    action: 'convert',
    path: powerPoint,
    query: 'PowerPointView=ConvertAndEdit&',
    requires: 'update',
  },
];

const doors: readonly Door[] = places.map(doorAt);

/** All of an app's files are shown, the binary ones are converted, and only the others can be edited. */
function doorAt(place: Place): Door {
  const all = extensionsOf(place.app);
  const binary = all.filter(successorOf);
  if (place.action === 'view') return { ...place, extensions: all };
  if (place.action !== 'convert') return { ...place, extensions: all.filter((one) => !binary.includes(one)) };
  return { ...place, extensions: binary, target: binary.map(successorOf)[0] };
}

/** ms between an app's automatic saves. */
export const autoSaveEvery: Readonly<Record<AppName, number>> = {
  Word: 30_000,
  Excel: 120_000,
  PowerPoint: 60_000,
};

/** The kinds of WOPI client that can be stood in for. */
export const clientKinds = ['microsoft', 'collabora', 'libreoffice', 'onlyoffice'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** Collabora's one address; what stands before the page's name is other for each of its builds. */
const onlyPage = {
  collabora: '/browser/8f3c2a1/cool.html',
  libreoffice: '/loleaflet/d0edfea/loleaflet.html',
};
const onlyOfficeNames: Readonly<Record<AppName, string>> = {
  Word: 'word',
  Excel: 'cell',
  PowerPoint: 'slide',
};

/** The doors of a kind of client. Collabora, old and new, has one address for all, and one action for a file. */
export function doorsOf(client: ClientKind): readonly Door[] {
  if (client === 'microsoft') return doors;
  if (client === 'onlyoffice') {
    return doors.map((door) => ({
      ...door,
      path: `/hosting/wopi/${onlyOfficeNames[door.app]}/${door.action}`,
      query: '',
    }));
  }
  const edits = doors.filter(({ action }) => action === 'edit');
  const views = doors
    .filter(({ action }) => action === 'view')
    .map((door) => ({ ...door, extensions: door.extensions.filter((extension) => !canEdit(extension)) }));
  return [...edits, ...views].map((door) => ({ ...door, path: onlyPage[client], query: '' }));
}

/** The doors at an address, which a file's extension chooses from: of those with its path, the ones of which the query holds most. */
export function findDoors(all: readonly Door[], path: string, query: URLSearchParams): Door[] {
  const asks = (door: Door): [string, string][] => [...new URLSearchParams(door.query)];
  const fitting = all.filter(
    (door) => door.path === path && asks(door).every(([name, value]) => query.get(name) === value),
  );
  const most = Math.max(...fitting.map((door) => asks(door).length));
  return fitting.filter((door) => asks(door).length === most);
}

/** Whether an app of ours edits files with this extension. */
export function canEdit(extension: string): boolean {
  return doors.some(({ action, extensions }) => action === 'edit' && extensions.includes(extension));
}
