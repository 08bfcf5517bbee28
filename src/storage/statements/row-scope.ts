import type { SessionScope } from '../scope-signer.ts';

const agenciesAndCases = (alias: string): string => `${alias}.agencies || ${alias}.case_keys`;

/** What a row scope tests beside the division, for each type whose rows are opened per agreement (`@rowScoped`). */
const TESTED: Readonly<
  Record<
    ScopedType,
    {
      readonly time?: (alias: string) => string;
      readonly timeField?: string;
      readonly usage?: true;
      /** What a row is tied to: agencies that have a part in it, cases that it belongs to. */
      readonly ties?: (alias: string) => string;
    }
  >
> = {
  Checkpoint: { usage: true },
  CheckpointPassage: { time: (p) => `${p}.pass_time`, timeField: 'passTime', usage: true },
  DetentionMediation: { time: (d) => `${d}.intake_at`, timeField: 'intakeAt', ties: agenciesAndCases },
  DisputeIncident: { time: (i) => `${i}.occurred_at`, timeField: 'occurredAt' },
  DisputeWarning: { time: (w) => `${w}.pushed_at`, timeField: 'pushedAt', ties: agenciesAndCases },
  Gantry: {},
  GantryPassage: { time: (p) => `${p}.trans_time`, timeField: 'transTime' },
  // A case that is not accepted yet is newer than any that is.
  MediationCase: {
    time: (m) => `coalesce(${m}.accepted_at, 'infinity')`,
    timeField: 'acceptedAt',
    ties: agenciesAndCases,
  },
  Violation: { time: (v) => `${v}.violation_time`, timeField: 'violationTime' },
};

/** A type whose rows are opened per agreement. */
export type ScopedType =
  | 'Checkpoint'
  | 'CheckpointPassage'
  | 'DetentionMediation'
  | 'DisputeIncident'
  | 'DisputeWarning'
  | 'Gantry'
  | 'GantryPassage'
  | 'MediationCase'
  | 'Violation';

/** The coordinate of the time that a type's row scope tests, or null where it tests none. */
export function scopedTimeOf(typeName: string): string | null {
  const tested = Object.hasOwn(TESTED, typeName) ? TESTED[typeName as ScopedType] : undefined;
  return tested?.timeField === undefined ? null : `${typeName}.${tested.timeField}`;
}

/**
 * The row scope of a type as literal predicates on `alias`. Its parameters begin at `$from`: division prefixes, then
 * the earliest instant where the type has a time, then the withheld usages where it has a usage, then what a row must be
 * tied to where rows of the type are.
 *
 * Row-level security tests the same again; these predicates give the planner its estimates, and hold without it.
 */
export function inScope(type: ScopedType, alias: string, from: number): string {
  const { time, usage, ties } = TESTED[type];
  const divisions = `$${from}::text[]`;
  const notBefore = `$${from + 1}::timestamptz`;
  const withheld = `$${from + (time === undefined ? 1 : 2)}::text[]`;
  const needed = `$${from + 1 + Number(time !== undefined) + Number(usage !== undefined)}::text[]`;
  return [
    // An empty prefix opens every row, also one without a division.
    `(${alias}.division_code ^@ any(${divisions}) or '' = any(${divisions}))`,
    ...(time === undefined ? [] : [`(${notBefore} is null or ${time(alias)} >= ${notBefore})`]),
    ...(usage === undefined ? [] : [`${alias}.usage <> all(${withheld})`]),
    // Of a bare @> the planner would expect a two-hundredth of the rows also where every row is open.
    ...(ties === undefined
      ? []
      : [`case when ${needed} = '{}' then true else ${ties(alias)} @> ${needed} end`]),
  ].join('\n    and ');
}

/** The parameters that `inScope` takes, or null where the scope opens no row of the type. */
export function scopeParameters(scope: SessionScope, type: ScopedType): readonly unknown[] | null {
  const { time, usage, ties } = TESTED[type];
  const opened = Object.hasOwn(scope, type) ? scope[type] : undefined;
  if (opened === undefined || opened.divisions.length === 0) return null;
  // No row of the type is tied to anything.
  if (ties === undefined && opened.ties.length > 0) return null;
  return [
    opened.divisions,
    ...(time === undefined ? [] : [opened.notBefore]),
    ...(usage === undefined ? [] : [opened.withheldUsages]),
    ...(ties === undefined ? [] : [opened.ties]),
  ];
}
