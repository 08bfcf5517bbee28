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

/** How far a field's values may be shared, lowest first. Unknown counts as the highest. */
export const SENSITIVITIES = ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'SENSITIVE'] as const;
/** One of {@link SENSITIVITIES}. */
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What an input can do with a field without showing it. */
export const USES = ['filter', 'sort', 'match'] as const;
/** One of {@link USES}. */
export type Use = (typeof USES)[number];

/** What an agreement can permit in this version: to read, or one of {@link USES}. */
export const ACTIONS = ['read', ...USES] as const;
/** One of {@link ACTIONS}. */
export type Action = (typeof ACTIONS)[number];

/** What a checkpoint is for (GA/T 1400 TollgateUsage). */
export const CHECKPOINT_USAGES = ['PUBLIC_SECURITY', 'TRAFFIC', 'OTHER'] as const;

/** By what a row-scoped type can be opened: the operands of `rows` and their names in the schema. */
export const ROW_OPERANDS = { spatial: 'SPATIAL', age: 'AGE', usage: 'USAGE' } as const;
/** An operand of `rows`. */
export type RowOperand = keyof typeof ROW_OPERANDS;

/** The assignee of agreements with everybody: callers without a token. */
export const PUBLIC_ASSIGNEE = 'AG-PUBLIC';
