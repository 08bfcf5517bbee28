import { dictionary } from '../i18n/index.ts';

/** The guard's gates, as the gateway codes them. */
export const gateWords = dictionary(
  { SCHEMA: '模式', INGEST: '入库', STORAGE: '存储', EGRESS: '出口' },
  { SCHEMA: 'Schema', INGEST: 'Ingest', STORAGE: 'Storage', EGRESS: 'Egress' },
);

/** What became of an incident of the guard. */
export const incidentWords = dictionary(
  {
    DETECTED: '已发现',
    BLOCKED: '已拦截',
    REPORTED: '已报告',
    FALSE_POSITIVE: '误报',
    CONFIRMED: '属实',
    CLOSED: '已办结',
  },
  {
    DETECTED: 'Detected',
    BLOCKED: 'Blocked',
    REPORTED: 'Reported',
    FALSE_POSITIVE: 'False positive',
    CONFIRMED: 'Confirmed',
    CLOSED: 'Closed',
  },
);

/** What is bounded by a budget, a limit or a ceiling. */
export const measureWords = dictionary(
  { ROWS: '行数', SUBJECTS: '人和车', USES: '次数', DIVISIONS: '区划', DAYS: '天数' },
  { ROWS: 'Rows', SUBJECTS: 'Persons and vehicles', USES: 'Uses', DIVISIONS: 'Divisions', DAYS: 'Days' },
);

/** Roles of callers, as records name them. */
export const roleWords = dictionary(
  {
    analyst: '研判员',
    partner: '协作单位',
    steward: '数据管理员',
    auditor: '审计员',
    public: '社会公众',
    operator: '运维人员',
    unknown: '身份不明',
  },
  {
    analyst: 'Analyst',
    partner: 'Partner',
    steward: 'Steward',
    auditor: 'Auditor',
    public: 'The public',
    operator: 'Operator',
    unknown: 'Unknown',
  },
);

/** How far a field may be shared. */
export const sensitivityWords = dictionary(
  { PUBLIC: '公开', INTERNAL: '内部', RESTRICTED: '受限', SENSITIVE: '敏感' },
  { PUBLIC: 'Public', INTERNAL: 'Internal', RESTRICTED: 'Restricted', SENSITIVE: 'Sensitive' },
);

/** Why the glass may be broken. */
export const reasonWords = dictionary(
  {
    LIFE_AT_RISK: '生命危险',
    MISSING_PERSON: '失踪人员查找',
    PURSUIT_UNDER_WAY: '正在追捕',
    DISASTER: '重大灾害事故',
  },
  {
    LIFE_AT_RISK: 'Life at risk',
    MISSING_PERSON: 'Missing person',
    PURSUIT_UNDER_WAY: 'Pursuit under way',
    DISASTER: 'Disaster',
  },
);

/** Why something of an answer is denied or not shown as it is, by the code of its disclosure. */
export const whyWords = dictionary(
  {
    NO_AGREEMENT: '提供方没有与您的单位就此用途签订协议',
    NOT_GRANTED: '协议未开放此字段',
    PROHIBITED: '协议明确禁止此字段',
    NOT_IN_FORCE: '开放此字段的协议目前不在有效期',
    PURPOSE_NOT_GRANTED: '协议不包含所声明的用途',
    CASE_REQUIRED: '须填写案件编号方可查阅',
    MASKED: '协议要求脱敏后提供',
    AGGREGATED: '协议只开放分组统计，并作取整',
    POINTER: '协议只告知是否有记录及联系人',
  },
  {
    NO_AGREEMENT: 'The owner has no agreement with your agency for this purpose',
    NOT_GRANTED: 'Your agreement does not grant this field',
    PROHIBITED: 'Your agreement prohibits this field',
    NOT_IN_FORCE: 'The agreement that grants it is not in force now',
    PURPOSE_NOT_GRANTED: 'Your agreement does not cover the purpose that was stated',
    CASE_REQUIRED: 'It is granted only with a case number',
    MASKED: 'The agreement has it masked',
    AGGREGATED: 'The agreement opens it for groups only, rounded',
    POINTER: 'The agreement tells only whether there is a record, and whom to ask',
  },
);

/** The choices of a filter over codes. */
export function choicesOf(
  words: Readonly<Record<string, string>>,
): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
