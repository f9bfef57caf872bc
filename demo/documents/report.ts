import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { drawBars } from './picture.js';

const font = 'Calibri';
/** Quarter, revenue and cost in thousands: the figures of Figures.xlsx. */
export const figures = [
  ['First quarter', 1240, 910],
  ['Second quarter', 1385, 960],
  ['Third quarter', 1310, 1005],
  ['Fourth quarter', 1620, 1130],
] as const;

/** Several styled pages with headings, a table, a picture, header and footer. */
export async function makeReport(): Promise<Buffer> {
  const document = new Document({
    title: 'Quarterly report',
    creator: 'alice',
    styles: {
      default: {
        document: {
          run: { font, size: 22 },
          paragraph: { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font, size: 52, bold: true, color: '0B2A4A' },
          paragraph: { spacing: { after: 240 } },
        },
        heading1: {
          run: { font, size: 32, bold: true, color: '185ABD' },
          paragraph: { spacing: { before: 320 } },
        },
        heading2: {
          run: { font, size: 26, bold: true, color: '2B579A' },
          paragraph: { spacing: { before: 240 } },
        },
      },
    },
    sections: [
      {
        headers: {
          default: new Header({ children: [aside('Example Company · internal', AlignmentType.RIGHT)] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [...summary(), ...results(), ...outlook()],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** A file with nothing in it but one empty paragraph, as an editor makes for a new document. */
export function makeBlankDocument(): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      styles: { default: { document: { run: { font, size: 22 } } } },
      sections: [{ children: [new Paragraph({})] }],
    }),
  );
}

/** Two pages, to be converted to the binary format. */
export function makeLetter(): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title: 'Old letter',
      creator: 'bob',
      styles: { default: { document: { run: { font: 'Liberation Serif', size: 24 } } } },
      sections: [
        {
          children: [
            text('Example Company'),
            text('12 Harbour Street'),
            new Paragraph({ spacing: { before: 480 }, children: [new TextRun('14 March 2003')] }),
            new Paragraph({ spacing: { before: 480 }, children: [new TextRun('Dear Ms Martin,')] }),
            text('Thank you for your letter of 3 March. We are glad to send you the drawings you asked for.'),
            text(
              'They were made before the new wing was built, so please compare them with the building as it is.',
            ),
            text('With kind regards,'),
            text('Bob Miller'),
            new Paragraph({ children: [new PageBreak(), new TextRun({ text: 'Enclosed', bold: true })] }),
            text('Four drawings of the ground floor, one of the roof.'),
          ],
        },
      ],
    }),
  );
}

function summary(): Paragraph[] {
  return [
    heading('Quarterly report', HeadingLevel.TITLE),
    text('This report sums up the year: what came in, what it cost, and what we expect of the next one.'),
    heading('Summary', HeadingLevel.HEADING_1),
    new Paragraph({
      children: [
        new TextRun('Revenue grew in three of four quarters. The fourth was the '),
        new TextRun({ text: 'best so far', bold: true }),
        new TextRun(', thanks to two large orders that '),
        new TextRun({ text: 'had been expected earlier', italics: true }),
        new TextRun('.'),
      ],
    }),
    ...['Two new offices opened.', 'Costs rose less than revenue.', 'The archive is now searchable.'].map(
      (line) => new Paragraph({ text: line, bullet: { level: 0 } }),
    ),
  ];
}

function results(): (Paragraph | Table)[] {
  const most = Math.max(...figures.map(([, revenue]) => revenue));
  return [
    heading('Results', HeadingLevel.HEADING_1),
    text('All figures are in thousands. Figures.xlsx has them with their formulas.'),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: [3600, 1800, 1800, 1800],
      rows: [
        row(['Quarter', 'Revenue', 'Cost', 'Result'], true),
        ...figures.map(([quarter, revenue, cost]) =>
          row([quarter, String(revenue), String(cost), String(revenue - cost)]),
        ),
      ],
    }),
    heading('Revenue by quarter', HeadingLevel.HEADING_2),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({
          type: 'png',
          data: drawBars(figures.map(([, revenue]) => revenue / most)),
          transformation: { width: 480, height: 240 },
          altText: {
            name: 'Chart',
            title: 'Revenue by quarter',
            description: 'Four bars, the last the highest',
          },
        }),
      ],
    }),
    aside('Revenue by quarter', AlignmentType.CENTER),
  ];
}

function outlook(): Paragraph[] {
  const chapters = ['Markets', 'People', 'Premises', 'Risks'];
  return [
    new Paragraph({ children: [new PageBreak()] }),
    heading('Outlook', HeadingLevel.HEADING_1),
    ...chapters.flatMap((chapter) => [
      heading(chapter, HeadingLevel.HEADING_2),
      ...Array.from({ length: 3 }, () =>
        text(
          `${chapter} will be looked at again in spring. Until then we plan with this year's figures, rounded down, ` +
            'and put off what can wait without harm. Departments say by the end of April what they need, in which ' +
            'order, and what they could do without.',
        ),
      ),
    ]),
  ];
}

function heading(words: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ text: words, heading: level });
}

function text(words: string): Paragraph {
  return new Paragraph({ children: [new TextRun(words)] });
}

function aside(words: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({
    alignment,
    children: [new TextRun({ text: words, italics: true, color: '5A6473', size: 18 })],
  });
}

function row(cells: readonly string[], isHead = false): TableRow {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B8C2CF' };
  return new TableRow({
    tableHeader: isHead,
    children: cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: index === 0 ? 3600 : 1800, type: WidthType.DXA },
          borders: { top: line, bottom: line, left: line, right: line },
          ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'DCE6F5', color: 'auto' } } : {}),
          margins: { top: 60, bottom: 60, left: 120, right: 120 },
          children: [
            new Paragraph({
              spacing: { after: 0 },
              alignment: index === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
              children: [new TextRun({ text: cell, bold: isHead })],
            }),
          ],
        }),
    ),
  });
}
