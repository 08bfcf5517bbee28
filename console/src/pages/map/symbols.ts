import type { Kind } from './kinds.ts';
import type { Palette } from './palette.ts';

/** What stands for a thing that is no line: a path in a box of 16, the same on the map and in the legend. */
export interface MapSymbol {
  readonly path: string;
  readonly colour: keyof Palette;
}

/** A gate over the road, a camera’s round eye, and a warning triangle. */
export const SYMBOLS: Readonly<Record<Exclude<Kind, 'segment'>, MapSymbol>> = {
  gantry: { path: 'M2 14V3h12v11h-3V6H5v8z', colour: 'statistic' },
  checkpoint: { path: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z', colour: 'pointer' },
  event: { path: 'M8 1.5 15 14H1z', colour: 'deny' },
};

const BOX = 16;
const MARGIN = 1.5;
const RATIO = 2;

/** A symbol as a picture, twice as fine as it is shown. */
export function drawSymbol({ path, colour }: MapSymbol, palette: Palette): ImageData {
  const side = (BOX + 2 * MARGIN) * RATIO;
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws on no canvas.');
  context.scale(RATIO, RATIO);
  context.translate(MARGIN, MARGIN);
  const shape = new Path2D(path);
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.strokeStyle = palette.surface;
  context.stroke(shape);
  context.fillStyle = palette[colour];
  // A canvas is no array.
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
  context.fill(shape);
  return context.getImageData(0, 0, side, side);
}

/** How much finer the pictures are than they are shown. */
export const SYMBOL_RATIO = RATIO;
