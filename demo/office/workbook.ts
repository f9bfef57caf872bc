import type { Cell, Workbook as ExcelWorkbook, Worksheet } from 'exceljs';
import { HttpError } from '../nuxeo/http-error.js';
import { member } from '../nuxeo/json.js';
import { cellsOf, showCell, valueOf } from './cells.js';
import { type Content, parseChange, type Shown, type Unsaved } from './content.js';
import { calculate } from './formulas.js';
import type { ShownSheet } from './shared/sheet.js';

const largest = { rows: 200, columns: 26 };

/** A workbook that people change cell by cell, everybody in the same one. */
export class Workbook implements Content {
  private book: ExcelWorkbook | undefined;
  private revision = 0;
  private savedRevision = 0;

  async load(bytes: Buffer): Promise<void> {
    // Loaded when first needed: it is the largest part of the stand-in's memory.
    const { default: exceljs } = await import('exceljs');
    const book = new exceljs.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    for (const sheet of book.worksheets) unshareFormulas(sheet);
    this.book = book;
    this.savedRevision = this.revision += 1;
  }

  version(): number {
    return this.revision;
  }

  show(): Shown {
    return { type: 'application/json', body: JSON.stringify(this.sheets.map(showSheet)) };
  }

  take(_person: string, change: Buffer): void {
    const changes = parseChange(change);
    if (!Array.isArray(changes)) throw new HttpError(400, 'The changes are no list');
    const cells = changes.map((one) => this.cellOf(one));
    for (const { cell, typed } of cells) cell.value = valueOf(typed);
    calculate(this.sheets);
    this.revision += 1;
  }

  isUnsaved(): boolean {
    return this.revision > this.savedRevision;
  }

  async unsaved(): Promise<Unsaved | undefined> {
    if (!this.book || !this.isUnsaved()) return undefined;
    const { revision } = this;
    this.book.calcProperties.fullCalcOnLoad = true;
    const bytes = Buffer.from(await this.book.xlsx.writeBuffer());
    return { bytes, settle: () => (this.savedRevision = revision) };
  }

  forget(): void {
    // Nothing is kept of anybody.
  }

  private get sheets(): Worksheet[] {
    return this.book?.worksheets ?? [];
  }

  /** @param change `{sheet, cell, value}`: the sheet's place from 0, an address, what was typed */
  private cellOf(change: unknown): { cell: Cell; typed: string } {
    const sheet = this.sheets[Number(member(change, 'sheet'))];
    const address = member(change, 'cell');
    const typed = member(change, 'value');
    const isAddress = typeof address === 'string' && /^[A-Z][1-9]\d{0,2}$/.test(address);
    if (!sheet || !isAddress || typeof typed !== 'string')
      throw new HttpError(400, 'The change is none of a cell');
    return { cell: sheet.getCell(address), typed };
  }
}

function showSheet(sheet: Worksheet): ShownSheet {
  const columns = Math.min(Math.max(sheet.columnCount + 2, 8), largest.columns);
  return {
    name: sheet.name,
    rows: Math.min(Math.max(sheet.rowCount + 5, 20), largest.rows),
    columns,
    widths: Array.from({ length: columns }, (_, index) => sheet.getColumn(index + 1).width ?? null),
    cells: Object.fromEntries(cellsOf(sheet).map((cell) => [cell.address, showCell(cell)])),
  };
}

/** Gives each cell its own formula: the library can't write a shared one whose first cell has changed. */
function unshareFormulas(sheet: Worksheet): void {
  const formulas = cellsOf(sheet)
    .filter(({ formula }) => formula)
    .map((cell) => ({ cell, value: { formula: cell.formula, result: cell.result } }));
  for (const { cell, value } of formulas) cell.value = value;
}
