import exceljs from 'exceljs';
import { figures } from './report.js';

const money = '#,##0';
const per = '0.0%';

/** The report's figures with their sums, and a second sheet that refers to the first. */
export async function makeFigures(): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const sheet = workbook.addWorksheet('Quarters');
  sheet.columns = [{ width: 18 }, { width: 12 }, { width: 12 }, { width: 12 }, { width: 12 }];
  addHead(sheet, ['Quarter', 'Revenue', 'Cost', 'Result', 'Margin']);
  figures.forEach(([quarter, revenue, cost], index) => {
    const row = index + 2;
    sheet.addRow([
      quarter,
      revenue,
      cost,
      { formula: `B${row}-C${row}`, result: revenue - cost },
      { formula: `D${row}/B${row}`, result: (revenue - cost) / revenue },
    ]);
  });
  const revenue = sum(figures.map(([, value]) => value));
  const cost = sum(figures.map(([, , value]) => value));
  const total = sheet.addRow([
    'Year',
    { formula: 'SUM(B2:B5)', result: revenue },
    { formula: 'SUM(C2:C5)', result: cost },
    { formula: 'SUM(D2:D5)', result: revenue - cost },
    { formula: 'D6/B6', result: (revenue - cost) / revenue },
  ]);
  total.font = { bold: true };
  for (const column of ['B', 'C', 'D']) sheet.getColumn(column).numFmt = money;
  sheet.getColumn('E').numFmt = per;

  const forecast = workbook.addWorksheet('Forecast');
  forecast.columns = [{ width: 24 }, { width: 14 }];
  addHead(forecast, ['What', 'Value']);
  forecast.addRow(['Growth', 0.04]).getCell(2).numFmt = per;
  forecast.addRow(['Revenue this year', { formula: 'Quarters!B6', result: revenue }]).getCell(2).numFmt =
    money;
  forecast
    .addRow(['Revenue next year', { formula: 'ROUND(B3*(1+B2),0)', result: Math.round(revenue * 1.04) }])
    .getCell(2).numFmt = money;
  return write(workbook);
}

/** A household's budget: numbers and sums in one sheet. */
export async function makeBudget(): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const sheet = workbook.addWorksheet('Budget');
  sheet.columns = [{ width: 22 }, { width: 12 }, { width: 12 }, { width: 14 }];
  addHead(sheet, ['Item', 'Planned', 'Spent', 'Left']);
  const items = [
    ['Rent', 14400, 14400],
    ['Travel', 5200, 4380],
    ['Software', 3900, 4150],
    ['Training', 2600, 1900],
    ['Furniture', 1800, 640],
  ] as const;
  items.forEach(([item, planned, spent], index) => {
    const row = index + 2;
    sheet.addRow([item, planned, spent, { formula: `B${row}-C${row}`, result: planned - spent }]);
  });
  const planned = sum(items.map(([, value]) => value));
  const spent = sum(items.map(([, , value]) => value));
  sheet.addRow([
    'Total',
    { formula: 'SUM(B2:B6)', result: planned },
    { formula: 'SUM(C2:C6)', result: spent },
    { formula: 'SUM(D2:D6)', result: planned - spent },
  ]).font = { bold: true };
  for (const column of ['B', 'C', 'D']) sheet.getColumn(column).numFmt = money;
  return write(workbook);
}

/** One empty sheet, as an editor makes for a new workbook. */
export async function makeBlankWorkbook(): Promise<Uint8Array> {
  const workbook = newWorkbook();
  workbook.addWorksheet('Sheet1');
  return write(workbook);
}

function newWorkbook(): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'alice';
  return workbook;
}

function addHead(sheet: exceljs.Worksheet, titles: readonly string[]): void {
  const row = sheet.addRow(titles);
  row.font = { bold: true };
  row.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBE0' } };
}

async function write(workbook: exceljs.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
