import assert from 'node:assert/strict';
import exceljs from 'exceljs';
import { calculate } from '../../demo/office/formulas.js';
import { showCell, valueOf } from '../../demo/office/cells.js';

/** What a formula comes to in a sheet where A1, A2, A3 are 1, 2 and "x"; undefined if it is beyond the calculator. */
function result(formula: string): unknown {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('One');
  const other = workbook.addWorksheet('Other one');
  sheet.getCell('A1').value = 1;
  sheet.getCell('A2').value = 2;
  sheet.getCell('A3').value = 'x';
  sheet.getCell('B1').value = { formula };
  other.getCell('C3').value = { formula: 'One!A2*10' };
  calculate(workbook.worksheets);
  return sheet.getCell('B1').result;
}

it('formulas are calculated as arithmetic has it', () => {
  assert.equal(result('A1+A2*3-4/2'), 5);
  assert.equal(result('-(A1+A2)^2'), 9);
  assert.equal(result('50%*A2'), 1);
  assert.equal(result("SUM($A$1:A3, 'Other one'!C3)"), 23);
  assert.equal(result('ROUND(10/3,1)+MAX(A1,A2)+AVERAGE(A1:A2)'), 6.8);
  assert.equal(result('Z99+1'), 1);
});

it('a formula that is beyond it, wrong, or its own cause has no result', () => {
  for (const formula of [
    'VLOOKUP(A1,A1:A3,1)',
    'A1+',
    'A3+1',
    '1/0',
    'B1+1',
    'Missing!A1',
    '"a"&"b"',
    'A1:A2',
  ]) {
    assert.equal(result(formula), undefined, formula);
  }
});

it('typed text becomes what it stands for, and is shown in the cell’s format', () => {
  const cell = new exceljs.Workbook().addWorksheet('One').getCell('A1');
  const shown = (typed: string, format?: string): string => {
    cell.value = valueOf(typed);
    cell.numFmt = format ?? 'General';
    return showCell(cell).text;
  };
  assert.equal(shown('1234.5', '#,##0.00'), '1,234.50');
  assert.equal(shown('12%', '0.0%'), '12.0%');
  assert.equal(shown('0.1', undefined), '0.1');
  assert.equal(shown('true'), 'TRUE');
  assert.equal(shown('12 apples'), '12 apples');
  assert.equal(shown(''), '');
  assert.equal(shown('=A2*2'), '=A2*2');
});
