import PptxGenJS from 'pptxgenjs';
import { figures } from './report.js';

const ink = '1F2933';
const accent = 'C43E1C';

/** A presentation without slides. */
function startDeck(): PptxGenJS {
  // The package's types describe its ES module, which Node reaches through `default`.
  const deck = new ((PptxGenJS as unknown as { default?: typeof PptxGenJS }).default ?? PptxGenJS)();
  deck.layout = 'LAYOUT_16x9';
  return deck;
}

const bytesOf = async (deck: PptxGenJS): Promise<Uint8Array> =>
  (await deck.write({ outputType: 'uint8array' })) as Uint8Array;

/** One slide with room for a title and a line below it. */
export async function makeBlankDeck(): Promise<Uint8Array> {
  const deck = startDeck();
  deck.defineSlideMaster({
    title: 'Title slide',
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.75,
            y: 1.3,
            w: 8.5,
            h: 1.3,
            fontSize: 44,
            align: 'center',
          },
          text: '',
        },
      },
      {
        placeholder: {
          options: {
            name: 'subtitle',
            type: 'body',
            x: 1.25,
            y: 2.8,
            w: 7.5,
            h: 1,
            fontSize: 20,
            align: 'center',
          },
          text: '',
        },
      },
    ],
  });
  deck.addSlide({ masterName: 'Title slide' });
  return bytesOf(deck);
}

/** Three slides: a title, a list, a chart. */
export async function makeDeck(): Promise<Uint8Array> {
  const deck = startDeck();
  deck.title = 'Presentation';
  deck.author = 'alice';

  const title = deck.addSlide();
  title.background = { color: 'FBEAE5' };
  title.addText('A year in four quarters', {
    x: 0.6,
    y: 1.8,
    w: 8.8,
    h: 1,
    fontSize: 40,
    bold: true,
    color: accent,
  });
  title.addText('Example Company', { x: 0.6, y: 2.9, w: 8.8, h: 0.6, fontSize: 20, color: ink });

  const list = deck.addSlide();
  addTitle(list, 'What happened');
  list.addText(
    ['Two new offices opened', 'Costs rose less than revenue', 'The archive is now searchable'].map(
      (text) => ({
        text,
        options: { bullet: true, breakLine: true },
      }),
    ),
    { x: 0.6, y: 1.4, w: 8.8, h: 3, fontSize: 24, color: ink, valign: 'top' },
  );

  const chart = deck.addSlide();
  addTitle(chart, 'Revenue by quarter');
  const most = Math.max(...figures.map(([, revenue]) => revenue));
  figures.forEach(([quarter, revenue], index) => {
    const height = (3 * revenue) / most;
    const x = 0.9 + index * 2.2;
    chart.addShape('rect', { x, y: 4.6 - height, w: 1.4, h: height, fill: { color: accent } });
    chart.addText(`${quarter}\n${revenue}`, {
      x: x - 0.3,
      y: 4.6,
      w: 2,
      h: 0.7,
      fontSize: 12,
      align: 'center',
    });
  });
  return bytesOf(deck);
}

function addTitle(slide: PptxGenJS.Slide, text: string): void {
  slide.addText(text, { x: 0.6, y: 0.4, w: 8.8, h: 0.8, fontSize: 30, bold: true, color: accent });
}
