import type { RoadStroke, Tint } from './measures.ts';

/** Colours of ui/theme.css by name, as `#rrggbb`. */
export type Palette = Readonly<Record<Tint | 'focus' | 'surface' | 'text', string>>;

const NAMES = [
  'line-strong',
  'accent',
  'statistic',
  'pointer',
  'mask',
  'deny',
  'focus',
  'surface',
  'text',
] as const satisfies readonly (keyof Palette)[];

/** The colours of the theme of the moment: what draws on a canvas cannot name them. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Palette;
}

/** The colour of a class of segments. */
export function colourOf({ tint: [from, to, share] }: RoadStroke, palette: Palette): string {
  const [one, other] = [channelsOf(palette[from]), channelsOf(palette[to])];
  const mixed = one.map((value, index) => Math.round(value + ((other[index] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
}
