import type { Worksheet } from 'exceljs';
import { cellsOf } from './cells.js';

type Value = number | string | boolean;

const functions: Readonly<Record<string, (values: number[]) => number>> = {
  SUM: (values) => values.reduce((total, value) => total + value, 0),
  AVERAGE: (values) => values.reduce((total, value) => total + value, 0) / values.length,
  MIN: (values) => Math.min(...values),
  MAX: (values) => Math.max(...values),
  COUNT: (values) => values.length,
  ABS: ([value = 0]) => Math.abs(value),
  ROUND: ([value = 0, digits = 0]) => Math.round(value * 10 ** digits) / 10 ** digits,
};

const mostCellsInARange = 10_000;

/** A formula that is beyond this calculator. */
class Unknown extends Error {}

/**
 * Calculates every formula anew, as far as it is arithmetic, references and the commonest functions. A formula beyond
 * that loses its result, which may be wrong by now; Excel calculates it when it opens the file.
 */
export function calculate(sheets: readonly Worksheet[]): void {
  const results = new Map<string, Value>();
  for (const sheet of sheets) {
    for (const cell of cellsOf(sheet)) {
      const { formula } = cell;
      if (!formula) continue;
      const result = valueAt(sheets, sheet, cell.address, results, new Set());
      cell.value = result === undefined ? { formula } : { formula, result };
    }
  }
}

/** @returns undefined when it can't be calculated */
function valueAt(
  sheets: readonly Worksheet[],
  sheet: Worksheet,
  address: string,
  results: Map<string, Value>,
  above: ReadonlySet<string>,
): Value | undefined {
  const { formula, value } = sheet.getCell(address);
  if (!formula)
    return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : 0;
  const key = `${sheet.name}!${address}`;
  const known = results.get(key);
  if (known !== undefined) return known;
  if (above.has(key)) return undefined;

  const look = (sheetName: string | undefined, at: string): Value => {
    const target = sheetName === undefined ? sheet : sheets.find(({ name }) => name === sheetName);
    const found = target && valueAt(sheets, target, at, results, new Set([...above, key]));
    if (found === undefined) throw new Unknown();
    return found;
  };
  try {
    const result = new Formula(formula, look).calculate();
    results.set(key, result);
    return result;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

type Look = (sheetName: string | undefined, address: string) => Value;

const token =
  /\s*(?:(\d+\.?\d*|\.\d+)|(?:(?:'([^']+)'|([A-Za-z_]\w*))!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?!\w|\()|([A-Z]+)(?=\()|([-+*/^(),%]))/y;

/** One formula, read from left to right. */
class Formula {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly look: Look,
  ) {}

  /** @throws Unknown */
  calculate(): number {
    const result = this.sum();
    if (this.at < this.text.trimEnd().length || !Number.isFinite(result)) throw new Unknown();
    return result;
  }

  private sum(): number {
    let result = this.product();
    for (;;) {
      if (this.takes('+')) result += this.product();
      else if (this.takes('-')) result -= this.product();
      else return result;
    }
  }

  private product(): number {
    let result = this.power();
    for (;;) {
      if (this.takes('*')) result *= this.power();
      else if (this.takes('/')) result /= this.power();
      else return result;
    }
  }

  private power(): number {
    let result = this.sign();
    while (this.takes('^')) result **= this.sign();
    return result;
  }

  private sign(): number {
    if (this.takes('-')) return -this.sign();
    if (this.takes('+')) return this.sign();
    let result = this.single();
    while (this.takes('%')) result /= 100;
    return result;
  }

  private single(): number {
    if (this.takes('(')) {
      const result = this.sum();
      this.require(')');
      return result;
    }
    const values = this.operand();
    const [only] = values;
    if (values.length !== 1 || typeof only !== 'number') throw new Unknown();
    return only;
  }

  /** A number, what a reference or range refers to, or what a function makes. */
  private operand(): Value[] {
    const [, number, quoted, plain, column, row, lastColumn, lastRow, name] = this.next() ?? [];
    if (number !== undefined) return [Number(number)];
    if (column !== undefined && row !== undefined) {
      return rangeOf(column, row, lastColumn ?? column, lastRow ?? row).map((address) =>
        this.look(quoted ?? plain, address),
      );
    }
    const call = name === undefined ? undefined : functions[name];
    if (!call) throw new Unknown();
    return [call(this.parameters())];
  }

  private parameters(): number[] {
    this.require('(');
    const values: number[] = [];
    do values.push(...this.parameter());
    while (this.takes(','));
    this.require(')');
    return values;
  }

  /** A range stands for its numbers; anything else is one number. */
  private parameter(): number[] {
    const start = this.at;
    if (this.next()?.[6] !== undefined) {
      this.at = start;
      return this.operand().filter((value) => typeof value === 'number');
    }
    this.at = start;
    return [this.sum()];
  }

  private next(): RegExpExecArray | null {
    token.lastIndex = this.at;
    const found = token.exec(this.text);
    if (found) this.at = token.lastIndex;
    return found;
  }

  private takes(sign: string): boolean {
    const start = this.at;
    if (this.next()?.[9] === sign) return true;
    this.at = start;
    return false;
  }

  private require(sign: string): void {
    if (!this.takes(sign)) throw new Unknown();
  }
}

function rangeOf(firstColumn: string, firstRow: string, lastColumn: string, lastRow: string): string[] {
  const [left, right] = [numberOf(firstColumn), numberOf(lastColumn)];
  const [top, bottom] = [Number(firstRow), Number(lastRow)];
  const [width, height] = [right - left + 1, bottom - top + 1];
  if (width < 1 || height < 1 || width * height > mostCellsInARange) throw new Unknown();
  return Array.from(
    { length: width * height },
    (_, index) => lettersOf(left + (index % width)) + (top + Math.floor(index / width)),
  );
}

function numberOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(number: number): string {
  if (number === 0) return '';
  const rest = (number - 1) % 26;
  return lettersOf((number - 1 - rest) / 26) + String.fromCharCode(65 + rest);
}
