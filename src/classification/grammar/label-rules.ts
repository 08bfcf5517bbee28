import { ANCHOR } from './anchor.ts';
import { anyCase, type Gaps, HAN, HAN_START, type MarkRule, oneOf, pattern } from './mark-rule.ts';
import { HAN_LABELS, LATIN_LABELS, LATIN_LEVELS, WEAK_LABELS } from './vocabulary.ts';

const JOIN = '[\\s:=>"\'\\[\\]{}()<|,*_★-]{1,12}';
/** The rest of a start tag: `<密级 code="2">机密`. */
const ATTRIBUTES = '[^<>\\n]{0,40}?> ?'; // lazily: where no tag ends, nothing is tried a second time
/** A value one object deeper: `"密级": {"value": "机密"}`. */
const NESTED = '["\'] ?: ?\\{ ?["\'][A-Za-z]{1,12}["\'] ?: ?["\']';
const CELL = '[\\t,;|\\n]';

/** A field that says it holds a level, and the level: `密级：机密`, `"classification": "SECRET"`, a column of a table. */
export function labelRules(gaps: Gaps): MarkRule[] {
  const hanLabel = `(?:${oneOf(HAN_LABELS)}|密${gaps.narrow}级)(?:标识|标志|标记|代码|名称)?`;
  const latinLabel = `(?<![A-Za-z])${oneOf(LATIN_LABELS.map((label) => anyCase(label)))}`;
  const label = `(?:${hanLabel}|${latinLabel})`;
  const hanLevel = `(?:绝对|极)?[绝机秘]${gaps.narrow}密(?:级|件)?`;
  const latinLevel = oneOf(LATIN_LEVELS.map((level) => anyCase(level)));
  const level = `(?:${hanLevel}(?![${HAN}A-Za-z])|${latinLevel}(?= ?(?:$|["'<\\]});,|/])))`;
  const notAList = `(?! ?[、/|,或和及与] ?(?:[绝机秘] ?密|公开|内部|非密|${latinLevel}))`;
  return [
    {
      id: 'label.value',
      anchors: ANCHOR.hanLevel | ANCHOR.latinLevel,
      also: ANCHOR.labelName,
      action: 'block',
      pattern: pattern(label, `(?:${JOIN}(?:[为是] ?)?|${ATTRIBUTES}|${NESTED})`, level, notAList),
    },
    {
      id: 'label.verb',
      anchors: ANCHOR.hanLevel,
      also: ANCHOR.labelName,
      action: 'block',
      pattern: pattern(HAN_START, hanLabel, '[为是] ?', hanLevel, '(?![', HAN, '])'),
    },
    {
      id: 'label.weak',
      anchors: ANCHOR.hanLevel,
      also: ANCHOR.labelName,
      action: 'block',
      pattern: pattern(
        `${oneOf(WEAK_LABELS)}["']? ?[:=] ?["']?(?:绝对|极)?[绝机]${gaps.narrow}密(?:级|件)?(?=$|[\\s"'<,;)])`,
      ),
    },
    {
      id: 'label.json-value',
      anchors: ANCHOR.hanLevel,
      action: 'block',
      pattern: pattern(`["'] ?[:=] ?["']\\s{0,2}(?:绝对|极)?[绝机]${gaps.narrow}密(?:级|件)?\\s{0,2}["']`),
    },
    {
      id: 'label.short-value',
      anchors: ANCHOR.hanLabel,
      action: 'block',
      pattern: pattern('密(?:等|级) ?[:=>] ?["\']? ?密(?=$|[\\s"\'<,;])'),
    },
    {
      id: 'label.work-secret',
      anchors: ANCHOR.hanLevel,
      also: ANCHOR.labelName,
      action: 'workSecret',
      pattern: pattern(hanLabel, JOIN, '工作秘密(?![', HAN, '])'),
    },
    {
      id: 'label.internal',
      anchors: ANCHOR.internal,
      also: ANCHOR.labelName,
      action: 'internalOnly',
      pattern: pattern(hanLabel, JOIN, '内部(?![', HAN, '])', notAList),
    },
  ];
}

/** The two halves of the column rule: the cell that names the column, and a cell of a later line that holds a level. */
export interface ColumnRule {
  readonly id: string;
  readonly anchors: number;
  readonly also: number;
  readonly header: RegExp;
  readonly cell: RegExp;
}

/** A level column of a delimited table. Any later cell that is a level counts: columns slip, and a doubt is a claim. */
export function columnRule(gaps: Gaps): ColumnRule {
  const label = `(?:(?:${oneOf(HAN_LABELS)}|密${gaps.narrow}级)(?:标识|标志|标记|代码|名称)?|${oneOf(LATIN_LABELS.map((l) => anyCase(l)))})`;
  const level = `(?:(?:绝对|极)?[绝机秘]${gaps.narrow}密(?:级|件)?|${oneOf(LATIN_LEVELS.map((l) => anyCase(l)))})`;
  return {
    id: 'label.column',
    anchors: ANCHOR.hanLevel | ANCHOR.latinLevel,
    also: ANCHOR.labelName,
    header: new RegExp(`(?:^|[\\t,;|])[ "'*]{0,3}${label}[ "'*]{0,3}(?=$|[\\t,;|])`, 'gm'),
    cell: new RegExp(`${CELL}[ "'*]{0,3}${level}[ "'*]{0,3}(?=$|${CELL})`, 'gm'),
  };
}
