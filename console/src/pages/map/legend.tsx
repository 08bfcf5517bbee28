import type { ReactNode } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { useTheme } from '../../ui/index.ts';
import type { ThingShape } from './drawn.ts';
import { ACCIDENTS_FROM, FLOW_FROM, GRADES, type Measure, STROKES } from './measures.ts';
import { colourOf, readPalette } from './palette.ts';
import { SYMBOLS } from './symbols.ts';
import { codeWords, mapWords } from './words.ts';

const BOX = '0 0 16 16';

/** What the lines and shapes of the map say, and how many there are of each. */
export function Legend({
  measure,
  counts,
  things,
  placeless,
  courses,
}: {
  readonly measure: Measure;
  readonly counts: readonly number[];
  readonly things: readonly ThingShape[];
  readonly placeless: number;
  /** Segments that are not drawn at any scale. */
  readonly courses: { readonly missing: number; readonly isWithheld: boolean };
}): ReactNode {
  const words = useWords(mapWords);
  const formats = useFormats();
  useTheme(); // Drawn anew with other colours.
  const palette = readPalette();
  const names = useClassNames(measure);
  const areas = things.filter(({ geometry }) => geometry.type === 'Polygon').length;
  const pointsOf = (kind: string): number =>
    things.filter(({ geometry, properties }) => geometry.type === 'Point' && properties.kind === kind).length;
  return (
    <div className="map-legend" role="group" aria-label={words.legend}>
      <ul aria-label={words[measure]}>
        {STROKES[measure].map((stroke, index) => (
          <li key={names[index]}>
            <svg className="map-line" viewBox="0 0 44 12" aria-hidden="true">
              <line
                x1="2"
                x2="42"
                y1="6"
                y2="6"
                stroke={colourOf(stroke, palette)}
                strokeWidth={stroke.width * 1.3}
                strokeDasharray={stroke.dash?.map((part) => part * stroke.width * 1.3).join(' ')}
              />
            </svg>
            {names[index]} <span className="soft small">{formats.number(counts[index] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <ul aria-label={words.marks}>
        {Object.entries(SYMBOLS).map(([kind, { path, colour }]) => (
          <li key={kind} data-map={`points-${kind}`}>
            <svg viewBox={BOX} aria-hidden="true">
              <path d={path} fill={palette[colour]} />
            </svg>
            {words[kind as keyof typeof SYMBOLS]}{' '}
            <span className="soft small">{formats.number(pointsOf(kind))}</span>
          </li>
        ))}
        <li data-map="areas">
          <svg viewBox={BOX} aria-hidden="true">
            <rect
              x="1.5"
              y="1.5"
              width="13"
              height="13"
              fill={palette.mask}
              fillOpacity={0.2}
              stroke={palette.mask}
              strokeWidth={1.5}
              strokeDasharray="3 2"
            />
          </svg>
          {words.area} <span className="soft small">{formats.number(areas)}</span>
        </li>
        {placeless > 0 && (
          <li className="soft" data-map="placeless">
            {words.placeless(formats.number(placeless))}
          </li>
        )}
      </ul>
      {courses.missing > 0 && (
        <p className="soft small" data-map="courseless">
          {(courses.isWithheld ? words.courseWithheld : words.courseless)(formats.number(courses.missing))}
        </p>
      )}
      {measure === 'risk' && <p className="soft small">{words.riskIs}</p>}
    </div>
  );
}

/** The classes of a measure in words. */
function useClassNames(measure: Measure): readonly string[] {
  const words = useWords(mapWords);
  const codes = useWords(codeWords);
  const formats = useFormats();
  if (measure === 'grade') return [...GRADES.map((grade) => codes[grade]), words.unknown];
  const from = measure === 'flow' ? FLOW_FROM : ACCIDENTS_FROM;
  const spans = from.map((least, index) => {
    const next = from[index + 1];
    if (next === undefined) return words.atLeast(formats.number(least));
    return next - 1 === least
      ? formats.number(least)
      : words.between(formats.number(least), formats.number(next - 1));
  });
  return [...spans.map((span) => words[`${measure}Of`](span)), words.unknown];
}
