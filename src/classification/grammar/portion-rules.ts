import { ANCHOR } from './anchor.ts';
import { LATIN_START, type MarkRule, oneOf, pattern } from './mark-rule.ts';
import { CAVEATS } from './vocabulary.ts';

const CAVEAT = oneOf(CAVEATS);
/** What follows `(C)` where it means copyright, or a choice. */
const NOT_PROSE = '(?!\\d{4}|[Cc]opyright|COPYRIGHT|[Aa]ll [Rr]ights|[Bb]y |None |All of|Both |Neither )';

/** Portion marks: the level of one paragraph, in brackets before it. `(U)` says that a paragraph is not secret. */
export function portionRules(): MarkRule[] {
  const rule = (id: string, source: string, unless?: RegExp): MarkRule => ({
    id,
    anchors: ANCHOR.portion | ANCHOR.handling,
    action: 'block',
    pattern: pattern(source),
    ...(unless === undefined ? {} : { unless }),
  });
  return [
    rule(
      'us.portion',
      `\\((?:TS|S|C|U)(?://? ?${CAVEAT}(?:[/, -][^()\\n]{0,60})?|//[A-Z]{2}[^()\\n]{0,60}|-(?:NF|SI|TK|G))\\)`,
    ),
    rule('us.short-banner', `${LATIN_START}(?:TS|S|C)//${CAVEAT}(?![A-Za-z])`),
    rule(
      'us.portion-paragraph',
      `^[ \\t]{0,4}(?:(?:\\d{1,3}|[a-z])[.)] ?|[-•*] ?)?(?<mark>\\((?:S|C|TS)\\)) {1,2}${NOT_PROSE}[A-Z][A-Za-z'-]{0,20}[,:]? [A-Za-z]`,
      /\([ABDabd]\)/,
    ),
    rule(
      'us.portion-capitals',
      `^[ \\t]{0,4}(?:\\d{1,3}[.)] ?)?(?<mark>\\((?:S|C|TS)\\)) {1,2}${NOT_PROSE}[A-Z]{4,20}[:.]`,
      /\([ABDabd]\)/,
    ),
  ];
}
