import type { Cell, CellValue, Worksheet } from 'exceljs';
import type { ShownCell } from './shared/sheet.js';

/** Shows a cell. */
export function showCell(cell: Cell): ShownCell {
  const { result, formula } = cell;
  const value: unknown = formula ? result : cell.value;
  const text = textOf(cell, value);
  const input = formula ? `=${formula}` : typeof value === 'number' ? String(value) : text;
  return {
    text: formula && value === undefined ? input : text,
    ...(input !== text && { input }),
    ...(cell.font?.bold && { isBold: true }),
    ...(typeof value === 'number' && { isNumber: true }),
  };
}

function textOf(cell: Cell, value: unknown): string {
  if (typeof value === 'number') return formatNumber(value, cell.numFmt);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : cell.text;
}

/** The commonest number formats: decimals, thousands, per cent. */
function formatNumber(value: number, format: string | undefined): string {
  if (!format || format === 'General') return String(Number(value.toPrecision(12)));
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (format.includes('%')) return new Intl.NumberFormat('en', { style: 'percent', ...digits }).format(value);
  return new Intl.NumberFormat('en', { useGrouping: format.includes(','), ...digits }).format(value);
}

/** What typed text stands for: a formula, a number, true or false, nothing, else itself. */
export function valueOf(typed: string): CellValue {
  const text = typed.trim();
  if (text === '') return null;
  if (text.startsWith('=') && text.length > 1) return { formula: text.slice(1) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) return Number(text.slice(0, -1)) / 100;
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return typed;
}

/** Every cell that has something in it. */
export function cellsOf(sheet: Worksheet): Cell[] {
  const cells: Cell[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
  return cells;
}
