import { dayOf } from '../../base/index.ts';
import type { DeadlinePolicy, DeadlineRule } from './deadline-policy.ts';
import { addDays, type WorkingCalendar } from './working-days.ts';

const HOUR_MS = 3_600_000;

/** What deadlines are counted by. */
export interface DeadlineTables {
  readonly policies: readonly DeadlinePolicy[];
  readonly calendar: WorkingCalendar;
}

/** An item that has come into a state. */
export interface Entered {
  readonly machine: string;
  readonly state: string;
  readonly enteredAtMs: number;
  /** RED and so on; null where the items have none. */
  readonly level: string | null;
  /** Instants that the item holds, by name; null where it does not know one yet. */
  readonly instants: Readonly<Record<string, number | null>>;
}

/** Until when an item has to leave its state, and by which policy; `dueAtMs` is null where it may stay. */
export interface Deadline {
  readonly dueAtMs: number | null;
  readonly policyVersion: string | null;
}

/** The deadline of an item, by the newest policy that is in force when it enters the state. */
export function dueAt(entered: Entered, { policies, calendar }: DeadlineTables): Deadline {
  const policy = policies.findLast(({ validFrom }) => Date.parse(validFrom) <= entered.enteredAtMs);
  if (policy === undefined) return { dueAtMs: null, policyVersion: null };
  const rule = findRule(policy, entered);
  const dueAtMs = rule === undefined ? null : endOf(rule, entered, calendar);
  return { dueAtMs, policyVersion: policy.version };
}

function findRule({ rules }: DeadlinePolicy, { machine, state, level }: Entered): DeadlineRule | undefined {
  return rules.find(
    (rule) =>
      rule.machine === machine && rule.state === state && (rule.level === undefined || rule.level === level),
  );
}

function endOf(
  { span }: DeadlineRule,
  { enteredAtMs, instants }: Entered,
  calendar: WorkingCalendar,
): number | null {
  if ('until' in span) return instants[span.until] ?? null;
  if ('hours' in span) return enteredAtMs + span.hours * HOUR_MS;
  const day = dayOf(enteredAtMs);
  const last = 'days' in span ? addDays(day, span.days) : calendar.addWorkingDays(day, span.workingDays);
  return Date.parse(`${addDays(last, 1)}T00:00:00+08:00`);
}
