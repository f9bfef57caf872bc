/** What may be done with a file, named as in WOPI discovery. */
export type Action = 'view' | 'edit' | 'editnew' | 'convert';
export type AppName = 'Word' | 'Excel' | 'PowerPoint';

/** Where an app opens files of some kind for some action. */
export interface Door {
  readonly app: AppName;
  readonly action: Action;
  readonly extensions: readonly string[];
  readonly path: string;
  /** what the query must hold beside what the host adds, ending in `&`; may be empty */
  readonly query: string;
  /** what the host must support, as discovery says it */
  readonly requires?: string;
  /** format that `convert` makes */
  readonly target?: string;
}

const wordEditor = '/we/wordeditorframe.aspx';
const excel = '/x/_layouts/xlviewerinternal.aspx';
const powerPoint = '/p/PowerPointFrame.aspx';

/** All the doors, at addresses like Microsoft's. */
export const doors: readonly Door[] = [
  { app: 'Word', action: 'view', extensions: ['docx', 'doc'], path: '/wv/wordviewerframe.aspx', query: '' },
  {
    app: 'Word',
    action: 'edit',
    extensions: ['docx'],
    path: wordEditor,
    query: '',
    requires: 'locks,update',
  },
  {
    app: 'Word',
    action: 'editnew',
    extensions: ['docx'],
    path: wordEditor,
    query: 'new=1&',
    requires: 'locks,update',
  },
  {
    app: 'Word',
    action: 'convert',
    extensions: ['doc'],
    path: '/we/WordConvertAndEdit.aspx',
    query: '',
    requires: 'update',
    target: 'docx',
  },
  { app: 'Excel', action: 'view', extensions: ['xlsx', 'xls'], path: excel, query: '' },
  { app: 'Excel', action: 'edit', extensions: ['xlsx'], path: excel, query: 'edit=1&', requires: 'update' },
  {
    app: 'Excel',
    action: 'editnew',
    extensions: ['xlsx'],
    path: excel,
    query: 'edit=1&new=1&',
    requires: 'update',
  },
  {
    app: 'Excel',
    action: 'convert',
    extensions: ['xls'],
    path: '/x/_layouts/ExcelConvertAndEdit.aspx',
    query: '',
    requires: 'update',
    target: 'xlsx',
  },
  {
    app: 'PowerPoint',
    action: 'view',
    extensions: ['pptx', 'ppt'],
    path: powerPoint,
    query: 'PowerPointView=ReadingView&',
  },
  {
    app: 'PowerPoint',
    action: 'convert',
    extensions: ['ppt'],
    path: powerPoint,
    query: 'PowerPointView=ConvertAndEdit&',
    requires: 'update',
    target: 'pptx',
  },
];

/** ms between an app's automatic saves. */
export const autoSaveEvery: Readonly<Record<AppName, number>> = {
  Word: 30_000,
  Excel: 120_000,
  PowerPoint: 60_000,
};

/** The door at an address: of those with its path, the one of which the query holds most. */
export function findDoor(path: string, query: URLSearchParams): Door | undefined {
  const asks = (door: Door): [string, string][] => [...new URLSearchParams(door.query)];
  return doors
    .filter((door) => door.path === path && asks(door).every(([name, value]) => query.get(name) === value))
    .sort((a, b) => asks(b).length - asks(a).length)[0];
}

/** Whether an app of ours edits files with this extension. */
export function canEdit(extension: string): boolean {
  return doors.some(({ action, extensions }) => action === 'edit' && extensions.includes(extension));
}
