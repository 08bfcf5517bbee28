import { ANCHOR } from './anchor.ts';
import { HAN, LATIN_END, LATIN_START, type MarkRule, OPEN, pattern } from './mark-rule.ts';

/** Second halves of words that begin with 密: in 司机密切 or 拒绝密谈 no level word stands at all. */
const WORD_AFTER = '[切码集钥布封度谈室友闭植林匙宗云接电探令使约语诏信报会谋商实斯苏西歇]';
/** Words that end in 机. */
const WORD_BEFORE = '[司手飞人相像印动耳主电时危有契投良转生战客讲录款割掘算缩衣重拉]';

/** Level words in prose: no mark, but a person should look. Everyday 秘密 is not among them. */
export function reviewRules(): MarkRule[] {
  const rule = (id: string, anchors: number, source: string): MarkRule => ({
    id,
    anchors,
    action: 'review',
    pattern: pattern(source),
  });
  return [
    rule(
      'review.level-word',
      ANCHOR.hanLevel,
      `(?<!${WORD_BEFORE}|商业|《[^》\\n]{0,12})机密(?!${WORD_AFTER}|性|计算)|(?<![拒杜谢]|《[^》\\n]{0,12})绝密(?!${WORD_AFTER})`,
    ),
    rule('review.secret-level', ANCHOR.hanLevel, '秘密级'),
    rule('review.secret-line', ANCHOR.hanLevel, '^[ \\t"\'★-]{0,6}秘密(?:级|件)?[ \\t"\'★-]{0,6}$'),
    rule('review.bracketed', ANCHOR.hanLevel, `${OPEN} ?秘密 ?[\\])}>]`),
    rule('review.latin-level', ANCHOR.latinLevel, `${LATIN_START}(?:TOP SECRET|CONFIDENTIAL)${LATIN_END}`),
    rule(
      'review.latin-line',
      ANCHOR.latinLevel,
      `^[ \\t]{0,4}(?:Top Secret|Secret|Confidential)[ \\t]{0,4}$`,
    ),
    rule('review.cui', ANCHOR.handling, '^ ?CUI ?$'),
    rule('review.fouo', ANCHOR.handling, `${LATIN_START}FOUO${LATIN_END}`),
    rule('review.portion', ANCHOR.portion, `^ ?\\((?:S|C|TS)\\) [${HAN}A-Z]`),
  ];
}
