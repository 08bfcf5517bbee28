import type { ReactNode } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import type { DrawnRoads } from './drawn.ts';
import { GRADES } from './measures.ts';
import { codeWords, mapWords } from './words.ts';

/** Which grades are left out at the zoom of the moment, and how many segments that are. */
export function Dropped({
  grades,
  zoom,
}: {
  readonly grades: DrawnRoads['grades'];
  readonly zoom: number;
}): ReactNode {
  const words = useWords(mapWords);
  const codes: Readonly<Record<string, string>> = useWords(codeWords);
  const formats = useFormats();
  const left = grades
    .map(({ count, zoom: from }, rank) => ({ count, from, grade: GRADES[rank] }))
    .filter(({ count, from }) => count > 0 && from > Math.floor(zoom));
  const count = left.reduce((sum, one) => sum + one.count, 0);
  const names = left.map(({ grade }) => (grade === undefined ? words.unknown : codes[grade]));
  return (
    <p className="small" role="status" data-map="dropped">
      {count > 0 && words.dropped(names.join(words.and), formats.number(count))}
    </p>
  );
}
