import { ANCHOR } from './anchor.ts';
import {
  anyCase,
  CLOSE,
  type Gaps,
  HAN,
  LATIN_END,
  LATIN_START,
  latinMark,
  latinMarks,
  type MarkRule,
  OPEN,
  oneOf,
  pattern,
} from './mark-rule.ts';
import {
  CAVEATS,
  DOCUMENT_EXTENSIONS,
  DOCUMENT_NOUNS,
  HANDLING_MARKS,
  LATIN_LEVELS,
  NATO_MARKS,
} from './vocabulary.ts';

const CAVEAT = oneOf(CAVEATS);
const DECORATION = '[ \\t*_#=~.|"\'\\[\\](){}<>★-]{0,24}';
const STATE =
  '(?:(?:UK|US|USA|U\\.S\\.|AUS|CAN|CANADIAN|NZ|EU|FVEY|CLASSIFIED|MARKED|CLASSIFICATION) ?[:/-]? ?)?';
const HANDLING_TAIL =
  '(?:POSS DUPE|P(?:AGE|age) \\d|SECTION \\d|\\(?\\d{1,3} ?(?:OF|/) ?\\d{1,3}\\)?|FINAL SECTION|WHEN |when |UNTIL |COPY )';

/** Banners of the USA, the United Kingdom and others who write their levels in English capitals. */
export function bannerRules(gaps: Gaps): MarkRule[] {
  const level = latinMarks(LATIN_LEVELS, gaps);
  const spaced = LATIN_LEVELS.map((mark) => [...mark.replaceAll(' ', '')].join('[ \\t]{1,3}')).join('|');
  const rule = (id: string, source: string, anchors: number = ANCHOR.latinLevel): MarkRule => ({
    id,
    anchors,
    action: 'block',
    pattern: pattern(source),
  });
  return [
    rule(
      'banner.caveat',
      `${LATIN_START}${level}(?: ?// ?(?:${CAVEAT}${LATIN_END}|[A-Z]{2,20}|[${HAN}])|//[A-Z]|//[ \\t]{0,3}$|[ \\t]?[/, -]{1,3}${CAVEAT}${LATIN_END})`,
    ),
    rule(
      'banner.any-case',
      `${LATIN_START}(?:${LATIN_LEVELS.map((l) => anyCase(l)).join('|')}) ?// ?${oneOf(CAVEATS.map((c) => (/[?\\]/.test(c) ? c : anyCase(c))))}(?![A-Za-z])`,
    ),
    rule(
      'banner.line',
      `^${DECORATION}(?<mark>${STATE}${level})(?:[ \\t/,-]{1,4}(?:${CAVEAT}|${HANDLING_TAIL}[^\\n]{0,24}))?${DECORATION}$`,
    ),
    ...(gaps.letter === ''
      ? []
      : [rule('banner.spaced', `${LATIN_START}(?:${spaced})(?![A-Za-z0-9_])(?![ \\t][A-Z](?![A-Za-z]))`)]),
    rule(
      'banner.bracket',
      `(?:(?<![0-9A-Za-z${HAN}])${OPEN} ?${level}(?: ?// ?[^\\n\\])}>]{0,30})? ?${CLOSE}|${OPEN} ?${level} ?${CLOSE}(?:\\.[A-Za-z0-9]{2,5})?[ \\t]{0,4}$)`,
    ),
    rule(
      'banner.title',
      `^[ \\t*_#]{0,4}(?<mark>${STATE}${level}) ?(?:[:|-]|--) ?(?=[A-Za-z0-9'-]{1,24} [A-Za-z0-9]|[A-Za-z0-9 ]{0,24}[${HAN}])[A-Za-z0-9${HAN}]`,
    ),
    rule(
      'banner.statement',
      `(?:[Cc]lassified|CLASSIFIED|document|file|report|information|material|page|message|memo)(?: is| are| was)?(?: classified)?(?: as)? ?[:"']? ?(?<mark>${level})${LATIN_END}`,
    ),
    rule(
      'banner.han-title',
      `^[ \\t]{0,4}(?<mark>${level})[ _](?=[${HAN}0-9])[^\\n]{0,40}${oneOf(DOCUMENT_NOUNS)}`,
    ),
    rule(
      'banner.cable',
      `^[ \\t]{0,4}(?<mark>${level}) (?:SECTION \\d{1,2} OF \\d{1,2} |FINAL SECTION OF )?(?:[A-Z]{2,12} ){1,3}\\d{3,6}(?:\\D|$)`,
    ),
    rule(
      'banner.file-name',
      `\\.(?<=(?:^|[-_ .()[\\]/\\\\])(?<mark>${level})(?:[-_ .()[\\]][^\\n/\\\\.]{0,40})?\\.)(?:${DOCUMENT_EXTENSIONS})(?![A-Za-z])`,
    ),
    rule(
      'nato.mark',
      `${LATIN_START}(?:${latinMarks(NATO_MARKS, gaps)}${LATIN_END}|(?:CTS|NS|NC|NR)(?://|-A(?![A-Za-z]))[A-Z]{0,8})|^${DECORATION}${oneOf(NATO_MARKS.map((m) => anyCase(m)))}${DECORATION}$`,
      ANCHOR.latinLevel | ANCHOR.portion,
    ),
    rule(
      'uk.official-sensitive',
      `${LATIN_START}(?:OFFICIAL ?[:/-]{1,2} ?SENSITIVE|${latinMark('OFFICIAL SENSITIVE', gaps)})(?![A-Za-z])|${LATIN_START}[Oo]fficial ?[:-] ?[Ss]ensitive(?![a-z])`,
      ANCHOR.handling,
    ),
    rule('us.handling', `${LATIN_START}${latinMarks(HANDLING_MARKS, gaps)}${LATIN_END}`, ANCHOR.handling),
    rule(
      'us.handling-line',
      `^${DECORATION}${oneOf(HANDLING_MARKS.filter((m) => m.includes(' ')).map((m) => anyCase(m)))}${DECORATION}$`,
      ANCHOR.handling,
    ),
    rule(
      'us.unclassified-caveat',
      `${LATIN_START}(?:U|UNCLASSIFIED|Unclassified) ?// ?(?:${CAVEAT}|FOR OFFICIAL|LAW ENF|SENSITIVE|CUI|CONTROLLED)`,
      ANCHOR.handling,
    ),
    rule(
      'us.fouo',
      `${LATIN_START}(?<![a-z] )FOUO${LATIN_END}(?! [a-z])|${LATIN_START}FOUO[ \\t.]{0,3}$`,
      ANCHOR.handling,
    ),
    rule(
      'us.cui',
      `${LATIN_START}(?:CUI|CONTROLLED) ?// ?[A-Z]|^[^\\n]{0,6}\\(CUI\\) ?[A-Za-z${HAN}]`,
      ANCHOR.handling,
    ),
    rule(
      'us.authority',
      `(?:Classified By|CLASSIFIED BY) ?: ?[A-Z]|[Dd][Ee][Cc][Ll][Aa][Ss][Ss][Ii][Ff][Yy] [Oo][Nn] ?: ?(?:\\d|25X|50X|OADR|[A-Z][a-z])`,
      ANCHOR.handling,
    ),
  ];
}
