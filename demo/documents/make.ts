/**
 * Makes the sample documents beside this file, and the blank ones of the Office stand-in and of the plugin:
 * `npx tsx demo/documents/make.ts`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Engine } from '../office/engine.js';
import { makeBlankDocument, makeLetter, makeReport } from './report.js';
import { settle } from './settle.js';
import { makeBlankDeck, makeDeck } from './slides.js';
import { makeExpensesTemplate, makeLetterTemplate } from './templates.js';
import { makeBlankWorkbook, makeBudget, makeFigures } from './workbooks.js';

const notes = `Read me

Plain text isn't an Office file: no WOPI client opens it, so nothing is on offer for it here.
`;

async function write(name: string, bytes: Uint8Array | string, folder = '.'): Promise<void> {
  const directory = fileURLToPath(new URL(folder, import.meta.url));
  await mkdir(directory, { recursive: true });
  await writeFile(`${directory}/${name}`, bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

await write('Quarterly report.docx', await settle(await makeReport()));
await write('Figures.xlsx', await settle(await makeFigures()));
await write('Budget.xlsx', await settle(await makeBudget()));
await write('Deck.pptx', await settle(await makeDeck()));
await write('Letter template.docx', await settle(await makeLetterTemplate()));
await write('Expenses template.xlsx', await settle(await makeExpensesTemplate()));
await write('Notes.txt', notes);
await write('New memo.docx', '');
const blanks = {
  docx: await settle(await makeBlankDocument()),
  xlsx: await settle(await makeBlankWorkbook()),
  pptx: await settle(await makeBlankDeck()),
};
for (const [extension, bytes] of Object.entries(blanks)) {
  if (extension !== 'pptx') await write(`blank.${extension}`, bytes, '../office/blank');
  await write(`nuxeo-office-online-blank.${extension}`, bytes, '../../src/create');
}

console.log('Letter.doc: starting LibreOffice…');
const engine = new Engine();
try {
  await write('Letter.doc', await engine.convert(await makeLetter(), 'docx', 'doc'));
} finally {
  engine.stop();
}
