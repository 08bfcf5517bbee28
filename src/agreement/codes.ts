/** Roles that a caller can have. */
export const ROLES = ['analyst', 'partner', 'steward', 'auditor', 'public'] as const;
/** In which capacity a caller asks. */
export type Role = (typeof ROLES)[number];

/** What data may be asked for. A purpose is a code with a legal basis, never free text. */
export const PURPOSES = [
  'ROAD_SAFETY',
  'EMERGENCY_RESPONSE',
  'PUBLIC_SAFETY',
  'MEDIATION',
  'STATISTICS',
  'OVERSIGHT',
] as const;
/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];

/** What people read in the place of a purpose's code. */
export const PURPOSE_NAMES: Readonly<Record<Purpose, { readonly zh: string; readonly en: string }>> = {
  ROAD_SAFETY: { zh: '道路交通安全', en: 'Road safety' },
  EMERGENCY_RESPONSE: { zh: '应急处置', en: 'Emergency response' },
  PUBLIC_SAFETY: { zh: '公共安全', en: 'Public safety' },
  MEDIATION: { zh: '人民调解', en: 'People’s mediation' },
  STATISTICS: { zh: '统计分析', en: 'Statistics' },
  OVERSIGHT: { zh: '监督审计', en: 'Oversight' },
};

/** How far a field's values may be shared, lowest first. Unknown counts as the highest. */
export const SENSITIVITIES = ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'SENSITIVE'] as const;
/** One of {@link SENSITIVITIES}. */
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What an input can do with a field without showing it. */
export const USES = ['filter', 'sort', 'match', 'group', 'aggregate'] as const;
/** One of {@link USES}. */
export type Use = (typeof USES)[number];

/** What an agreement can permit: to read, one of {@link USES}, or to act. */
export const ACTIONS = ['read', ...USES, 'act'] as const;
/** One of {@link ACTIONS}. */
export type Action = (typeof ACTIONS)[number];

/** What a checkpoint is for (GA/T 1400 TollgateUsage). */
export const CHECKPOINT_USAGES = ['PUBLIC_SECURITY', 'TRAFFIC', 'OTHER'] as const;

/** By what a row-scoped type can be opened: the operands of `rows` and their names in the schema. */
export const ROW_OPERANDS = {
  spatial: 'SPATIAL',
  age: 'AGE',
  usage: 'USAGE',
  agency: 'AGENCY',
  case: 'CASE',
} as const;
/** An operand of `rows`. */
export type RowOperand = keyof typeof ROW_OPERANDS;

/** The assignee of agreements with everybody: callers without a token. */
export const PUBLIC_ASSIGNEE = 'AG-PUBLIC';

/** The agency that keeps the log: it reads of everybody's data, and may judge and hold what is anybody's. */
export const LOG_KEEPER = 'AG-OVERSIGHT';

/**
 * Whether somebody audits everybody: an auditor of the agency that keeps the log. One of any other agency has what that
 * agency's agreements open, as everybody else has.
 */
export function auditsAll({
  role,
  agency,
}: {
  readonly role: string;
  readonly agency: string | null;
}): boolean {
  return role === 'auditor' && agency === LOG_KEEPER;
}

/**
 * What the receiver must do with what it gets, in every answer and every export: after the handling codes of the UK
 * Police National Database, in the words of Chinese case work.
 */
export const HANDLING_CODES = {
  INTERNAL_USE_ONLY: { zh: '仅限内部使用', en: 'For the receiving agency alone' },
  CASE_FILE_ONLY: { zh: '仅限办案使用', en: 'For the file of the stated case alone' },
  NO_ONWARD_SHARING: { zh: '不得转供', en: 'Not to be passed on' },
  ASK_BEFORE_SHARING: { zh: '转供须经提供方同意', en: 'To be passed on only where the owner agreed before' },
  NO_DECISION_ON_THIS_ALONE: {
    zh: '不得单独作为处理依据',
    en: 'No decision about a person may rest on this alone',
  },
  RISK_TO_SOURCE: { zh: '注意保护信息来源', en: 'Somebody may come to harm where the source is known' },
  DELETE_AFTER: { zh: '到期删除', en: 'To be deleted when the span of the obligation is over' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
/** One of {@link HANDLING_CODES}. */
export type HandlingCode = keyof typeof HANDLING_CODES;

/** Why somebody may break the glass. Anything else takes the ordinary way. */
export const BREAK_GLASS_REASONS = {
  LIFE_AT_RISK: { zh: '生命危险', en: 'Somebody’s life is at risk' },
  MISSING_PERSON: { zh: '失踪人员查找', en: 'Somebody at risk is missing' },
  PURSUIT_UNDER_WAY: { zh: '正在追捕', en: 'A suspect of a serious crime is being pursued now' },
  DISASTER: { zh: '重大灾害事故', en: 'A disaster or a major accident is under way' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
/** One of {@link BREAK_GLASS_REASONS}. */
export type BreakGlassReason = keyof typeof BREAK_GLASS_REASONS;
