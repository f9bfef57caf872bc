import { encodePng } from '../png.js';

type Colour = readonly [red: number, green: number, blue: number];

const paper: Colour = [245, 247, 250];
const axis: Colour = [90, 100, 115];
const bars: readonly Colour[] = [
  [0, 102, 255],
  [24, 90, 189],
  [16, 124, 65],
  [196, 62, 28],
];

/**
 * Draws a bar chart.
 * @param values heights, as parts of one
 * @returns a PNG image
 */
export function drawBars(values: readonly number[], width = 480, height = 240): Buffer {
  const pixels = new Uint8Array(width * height * 4);
  const fill = (x0: number, y0: number, x1: number, y1: number, colour: Colour): void => {
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += 1) pixels.set([...colour, 255], (y * width + x) * 4);
    }
  };
  const margin = 24;
  const slot = Math.floor((width - 2 * margin) / values.length);
  const room = height - 2 * margin;
  fill(0, 0, width, height, paper);
  values.forEach((value, index) => {
    const left = margin + index * slot + Math.round(slot * 0.2);
    const top = height - margin - Math.round(room * value);
    fill(left, top, left + Math.round(slot * 0.6), height - margin, bars[index % bars.length] ?? axis);
  });
  fill(margin, height - margin, width - margin, height - margin + 2, axis);
  fill(margin - 2, margin, margin, height - margin + 2, axis);
  return encodePng(pixels, width, height);
}
