import { foldText } from '../canonical/fold-text.ts';
import type { FoldTable } from '../canonical/fold-table.ts';
import { ANCHOR } from './anchor.ts';
import { type Gaps, latinMark, type MarkRule, pattern } from './mark-rule.ts';
import { OTHER_BANNERS } from './vocabulary.ts';

const DECORATION = '[ \\t*_#=~.|"\'\\[\\](){}<>-]{0,8}';

/** Banners of other states and of the EU, alone on their line or before a caveat; also the Russian ones, as they fold. */
export function otherStateRules(gaps: Gaps, fold: FoldTable): MarkRule[] {
  const marks = OTHER_BANNERS.map((mark) => latinMark(foldText(mark, fold), gaps)).toSorted(
    (a, b) => b.length - a.length,
  );
  return [
    {
      id: 'other.banner',
      anchors: ANCHOR.otherState,
      action: 'block',
      pattern: pattern(
        `^${DECORATION}(?<mark>${marks.join('|')})(?: ?[/-]{1,3} ?[^\\n]{0,40})?${DECORATION}$`,
      ),
    },
  ];
}
