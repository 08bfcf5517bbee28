import { dictionary } from '../../i18n/index.ts';

export const unusualWords = dictionary(
  {
    title: '异常访问',
    about: '这里列出的是值得过问的线索，并不证明任何事。阈值按角色设定，由数据库所有者调整。',
    NIGHT: '22:00 至次日 06:00 之间的大量答复。',
    BREADTH: '一小时内涉及的人和车、区划或字段过多，与其本人过去相比。',
    REPEATED_SUBJECT: '同一对象在多天内或为多个案件被反复查阅。',
    VAGUE: '一天内大量无案件编号的敏感答复，或大量因用途、案件被拒。',
    nothing: '此时间范围内没有发现',
    caller: '使用人（假名）',
    measure: '计量',
    counted: '计得',
    usual: '平常',
    noPast: '无既往',
    least: '阈值',
    when: '时段',
    until: '至',
    records: '记录',
    lookAt: '查看记录',
  },
  {
    title: 'Unusual access',
    about:
      'A finding is a reason to look, and proves nothing. Thresholds stand by role; whoever owns the database sets them.',
    NIGHT: 'Many answers between 22:00 and 06:00.',
    BREADTH: 'Many subjects, divisions or fields in an hour, against the caller’s own past.',
    REPEATED_SUBJECT: 'The same subject looked up on several days, or for several cases.',
    VAGUE: 'Many sensitive answers without a case in a day, or many refusals for purpose or case.',
    nothing: 'Nothing was found in this span',
    caller: 'Caller (pseudonym)',
    measure: 'Measure',
    counted: 'Counted',
    usual: 'Usual',
    noPast: 'no past',
    least: 'Threshold',
    when: 'When',
    until: 'until',
    records: 'Records',
    lookAt: 'Show records',
  },
);

/** The rules, in the order of the board. */
export const UNUSUAL_KINDS = ['NIGHT', 'BREADTH', 'REPEATED_SUBJECT', 'VAGUE'] as const;

/** One of {@link UNUSUAL_KINDS}. */
export type UnusualKind = (typeof UNUSUAL_KINDS)[number];

/** The rules. */
export const unusualKindWords = dictionary(
  { NIGHT: '夜间访问', BREADTH: '面过广', REPEATED_SUBJECT: '反复查同一对象', VAGUE: '事由含糊' },
  {
    NIGHT: 'At night',
    BREADTH: 'Too broad',
    REPEATED_SUBJECT: 'The same subject again and again',
    VAGUE: 'Vague grounds',
  },
);

/** What rules count. */
export const unusualMeasureWords = dictionary(
  {
    ANSWERS: '答复',
    SUBJECTS: '人和车',
    DIVISIONS: '区划',
    FIELDS: '字段',
    DAYS: '天数',
    CASES: '案件',
    WITHOUT_CASE: '无案件编号的答复',
    REFUSED: '拒绝',
  },
  {
    ANSWERS: 'Answers',
    SUBJECTS: 'Persons and vehicles',
    DIVISIONS: 'Divisions',
    FIELDS: 'Fields',
    DAYS: 'Days',
    CASES: 'Cases',
    WITHOUT_CASE: 'Answers without a case',
    REFUSED: 'Refusals',
  },
);
