/** Office's apps. */
export const appNames = ['Word', 'Excel', 'PowerPoint'] as const;
export type AppName = (typeof appNames)[number];

/** What the stand-in knows of files with one extension. */
export interface FileType {
  readonly mimeType: string;
  /** the app that opens it, if one does */
  readonly app?: AppName;
  /** extension of the format that a binary file is converted to */
  readonly successor?: string;
}

/** All types of files that there are, by extension. */
export const fileTypes = {
  docx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    app: 'Word',
  },
  xlsx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    app: 'Excel',
  },
  pptx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    app: 'PowerPoint',
  },
  doc: { mimeType: 'application/msword', app: 'Word', successor: 'docx' },
  xls: { mimeType: 'application/vnd.ms-excel', app: 'Excel', successor: 'xlsx' },
  ppt: { mimeType: 'application/vnd.ms-powerpoint', app: 'PowerPoint', successor: 'pptx' },
  txt: { mimeType: 'text/plain' },
} satisfies Record<string, FileType>;

const byExtension = new Map(Object.entries<FileType>(fileTypes));

/** A file's extension in lower case without the dot, '' if it has none. */
export function extensionOf(fileName: string): string {
  return /[^/]\.([^./]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** The type of a file with this name, if it is one that the stand-in knows. */
export function fileTypeOf(fileName: string): FileType | undefined {
  return byExtension.get(extensionOf(fileName));
}

/** Extensions of the files that an app opens, the binary formats last. */
export function extensionsOf(app: AppName): string[] {
  return [...byExtension].filter(([, type]) => type.app === app).map(([extension]) => extension);
}

/** Extension of what a binary file is converted to; undefined for a file that needs no conversion. */
export function successorOf(extension: string): string | undefined {
  return byExtension.get(extension)?.successor;
}
