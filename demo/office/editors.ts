import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { appNames, extensionsOf, fileTypes } from '../file-types.js';
import { autoSaveEvery } from './apps.js';
import type { Content } from './content.js';
import type { Engine } from './engine.js';
import { Pages } from './pages.js';
import { WholeFile } from './whole-file.js';
import { Workbook } from './workbook.js';

/** How files of one kind are shown and edited. */
export interface Editor {
  /** the folder of its browser code, which starts at `main.ts` */
  readonly name: string;
  /** ms between auto-saves */
  readonly autoSave: number;
  /** A content to load a file into. */
  open(engine: Engine): Content;
  /** What a new file begins with, where one can be made. */
  blank?(): Promise<Buffer>;
}

/** The editors there are, by file extension: where there is no other, one that only shows. */
export const editors: Readonly<Record<string, Editor>> = {
  ...Object.fromEntries(appNames.flatMap(extensionsOf).map((extension) => [extension, viewerOf(extension)])),
  docx: {
    name: 'word',
    autoSave: autoSaveEvery.Word,
    open: () => new WholeFile(fileTypes.docx.mimeType),
    blank: () => readBlank('docx'),
  },
  xlsx: {
    name: 'excel',
    autoSave: autoSaveEvery.Excel,
    open: () => new Workbook(),
    blank: () => readBlank('xlsx'),
  },
};

/** What shows files that are only shown. */
function viewerOf(extension: string): Editor {
  return {
    name: 'viewer',
    autoSave: autoSaveEvery.PowerPoint,
    open: (engine) => new Pages(engine, extension),
  };
}

/** Where the browser code of an editor starts. */
export function entryOf(name: string): string {
  return fileURLToPath(new URL(`${name}/main.ts`, import.meta.url));
}

function readBlank(extension: string): Promise<Buffer> {
  return readFile(new URL(`blank/blank.${extension}`, import.meta.url));
}
