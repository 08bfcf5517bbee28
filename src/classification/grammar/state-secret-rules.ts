import { ANCHOR } from './anchor.ts';
import { HANDLING } from './internal-rules.ts';
import {
  CLOSE,
  type Gaps,
  HAN,
  HAN_START,
  type MarkRule,
  OPEN,
  oneOf,
  pattern,
  PHRASE_END,
} from './mark-rule.ts';
import { DOCUMENT_EXTENSIONS, DOCUMENT_NOUNS, TERM } from './vocabulary.ts';

const URGENCY = '(?:特急|加急|平急|急件|内部|限时|绝对|极)';
/** What a bracketed mark begins with: a run of brackets is passed by at a glance. */
const URGENCY_OR_LEVEL = '[特加平急内限绝极机秘]';
const KIND = '(?:级|件|类|文件|资料|材料|信息|事项|内容|数据|不公开)?';
const NOUN = oneOf(DOCUMENT_NOUNS);
const TERMS = oneOf(TERM);
const ANNEX = '^[ \\t]{0,8}附[件表录图]?[一二三四五六七八九十\\d]{0,3} ?';
const NUMBERING = '(?:附件|附表|附录|附|表|图)? ?\\d{0,3} ?[.:、·-]? ?';

/**
 * Marks of state secrets as 保密法实施条例 and GB/T 9704 form them: level, star, then a period, a date or a condition;
 * and as people write them without the star: before a title, in brackets, in a file name, alone on a line.
 */
export function stateSecretRules(gaps: Gaps): MarkRule[] {
  const level = `[绝机秘]${gaps.wide}密`;
  const near = `[绝机秘]${gaps.narrow}密`;
  const grave = `[绝机]${gaps.narrow}密`; // 秘密 alone is also the title of songs and films
  const decoration = '[ \\t=~★.|"\'-]{0,24}'; // not the asterisks of Markdown: **机密** is a word in bold
  const bracketed = `${OPEN}[ \\t*_]{0,3}(?:${URGENCY}[ ·|/*-]{0,2})?${near}${KIND}[ \\t*_]{0,3}(?:[★*·|/ -]{0,3}(?:${TERMS}|${URGENCY}))?[ \\t*_]{0,3}${CLOSE}`;
  const rule = (id: string, source: string, action: MarkRule['action'] = 'block'): MarkRule => ({
    id,
    anchors: ANCHOR.hanLevel,
    action,
    pattern: pattern(source),
  });
  return [
    rule('cn.mark', `${level}(?:级|件)?${gaps.beforeStar}★(?!★★+(?!★* ?${TERMS}))`),
    rule('cn.mark-asterisk', `(?<!\\*)${level}(?:级)? ?\\*{1,2} ?${TERMS}`),
    rule(
      'cn.mark-period',
      `${HAN_START}(?:${near}级? ?[ \\t·./~:=#&+?|△▲□◇◆○■※_\\ufffd-]{1,3}|${grave}级?)${TERMS}${PHRASE_END}(?![,;] ?(?:[绝机秘]密|普通))`,
    ),
    rule(
      'cn.bracket',
      `(?=${OPEN}[ \\t*_]{0,3}${URGENCY_OR_LEVEL})(?:(?<![0-9A-Za-z${HAN}、])|(?<=${ANNEX}))${bracketed}(?![、或和])`,
    ),
    rule(
      'cn.bracket-end',
      `${OPEN}(?=[ *]{0,2}[绝机秘])(?:[ *]{0,2}${grave}|(?<=${NOUN}[ _-]?${OPEN})[ *]{0,2}${near})${KIND}[ *]{0,2}${CLOSE}(?:\\.[A-Za-z0-9]{2,5})?[ \\t]{0,4}$`,
    ),
    rule('cn.line', `^${decoration}(?:绝对|极)?${grave}(?:级|件)?${decoration}$`),
    rule(
      'cn.header',
      `^[ \\t*_#=]{0,6}(?<mark>${near})级?[ \\t*_#=]{0,6}\\n{1,3}[^\\n]{0,60}(?:关于|${NOUN}$)`,
    ),
    rule(
      'cn.title',
      `^[ \\t*_#]{0,4}${NUMBERING}(?<mark>${near})级?[ \\t]?[ \\t_:|·/-][ \\t]?(?:[^\\n]{0,30}关于|[^\\n]{2,60}${NOUN}(?:$|[ .(\\[]))`,
    ),
    rule('cn.quoted-title', `^[ \\t]{0,4}"(?<mark>${grave})"[^\\n]{2,40}${NOUN}$`),
    rule(
      'cn.file-name',
      `\\.(?<=(?:^|[-_ .()[\\]/\\\\])(?<mark>${near})(?:[-_ .()[\\]][^\\n/\\\\.]{0,40})?\\.)(?:${DOCUMENT_EXTENSIONS})(?![A-Za-z])`,
    ),
    rule(
      'cn.statement',
      `(?:本|此|该)(?:文件|文|件|材料|资料|信息|数据|报告|内容|通知|表|图)[^。\\n不未非无]{0,6}(?:属于?|系|为|是|列为|定为)(?<mark>国家${near}|${grave}|秘密级)(?:级|文件|信息|事项|资料)?(?![${HAN}])`,
    ),
    rule(
      'cn.bilingual',
      `${near}[ \\t/|()-]{0,3}(?:TOP ?SECRET|SECRET|CONFIDENTIAL)(?![A-Za-z])|(?:TOP ?SECRET|SECRET|CONFIDENTIAL)[ \\t/|()-]{0,3}${near}(?![${HAN}])`,
    ),
    rule(
      'cn.handling',
      `${HAN_START}(?<mark>${near})(?:级|件|文件|资料|材料)?[\\s,、:;|*_~.-]{0,4}${HANDLING}(?![${HAN}])`,
    ),
    {
      id: 'cn.dispatch',
      anchors: ANCHOR.hanLabel,
      action: 'block',
      pattern: pattern(`(?<![0-9A-Za-z${HAN}、])${OPEN} ?密件 ?${CLOSE}|^[ \\t]{0,8}密件[ \\t]{0,8}$`),
    },
    { id: 'cn.circled', anchors: ANCHOR.circled, action: 'block', pattern: pattern('㊙') },
    {
      id: 'cn.garbled',
      anchors: ANCHOR.garbled,
      action: 'block',
      pattern: pattern('(?:鏈哄|缁濆|绉樺)瘑.{0,2}鈽'),
    },
  ];
}
