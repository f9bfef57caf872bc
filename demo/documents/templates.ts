import { Document, Packer, Paragraph, TextRun } from 'docx';
import exceljs from 'exceljs';

/** What stands in the template of a letter, so that a letter made from it can be told from an empty one. */
export const greeting = 'Dear reader, this letter began as a template.';

/** A letter to be filled in. */
export async function makeLetterTemplate(): Promise<Buffer> {
  const texts = ['Example Company', greeting, 'Yours faithfully'];
  const children = texts.map((text) => new Paragraph({ children: [new TextRun({ text, font: 'Calibri' })] }));
  return Packer.toBuffer(new Document({ title: 'Letter', creator: 'dora', sections: [{ children }] }));
}

/** A claim for expenses, with their sum. */
export async function makeExpensesTemplate(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = 'dora';
  const sheet = workbook.addWorksheet('Expenses');
  sheet.addRow(['What', 'Amount']).font = { bold: true };
  sheet.addRow(['Travel', 0]);
  sheet.addRow(['Lodging', 0]);
  sheet.addRow(['Total', { formula: 'SUM(B2:B3)', result: 0 }]).font = { bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
