import type { ReactNode } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';
import type { DrawnRoads } from './drawn.ts';
import { GRADES } from './measures.ts';
import { leftOutAt } from './thin.ts';
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
  const { ranks, count } = leftOutAt(zoom, grades);
  const names = ranks.map((rank) => codes[GRADES[rank] ?? ''] ?? words.unknown);
  return (
    <p className="small" role="status" data-map="dropped">
      {count > 0 && words.dropped(names.join(words.and), formats.number(count))}
    </p>
  );
}
