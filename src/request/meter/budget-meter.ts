import type { Measure } from '../alarms.ts';

/** What one answer costs of one budget, or of one clause's limit. */
export interface Charge {
  readonly agreement: string;
  readonly version: number;
  /** The agency whose data it is. */
  readonly owner: string;
  readonly measure: Measure;
  /** The clause whose limit it is; empty for a budget. */
  readonly clause: string;
  /** Rows or uses; 0 for subjects, which are counted by what is new among {@link subjects}. */
  readonly amount: number;
  readonly subjects: readonly string[];
  /** What may be used in a day. */
  readonly allowed: number;
}

/** Everything that one answer costs one principal. */
export interface Spending {
  readonly charges: readonly Charge[];
  /** The pseudonym of who asks; null for the public, who are told apart by their address. */
  readonly pseudonym: string | null;
  readonly ip: string;
  readonly agency: string | null;
  readonly nowMs: number;
  /** The day that is charged, at +08:00: `2026-03-02`. */
  readonly day: string;
  readonly requestId: string;
  readonly caseReference: string | null;
}

/** What was used of all budgets and limits, the same for every gateway process. */
export interface BudgetMeter {
  /**
   * Charges all of it, durably, or nothing; returns the charges that do not fit. A budget of rows or subjects that is spent
   * fits no answer more, not even an empty one: else the refusal would tell which questions have rows, or name somebody
   * new. For the same reason subjects that do not fit end their budget for the day: who could go on asking would learn
   * with each refusal which masked values are one vehicle's.
   *
   * Raises the alarms that are due in the same transaction.
   *
   * @throws LukouError STORAGE_FAULT where it is not known whether it was charged: then nothing may leave.
   */
  spend(spending: Spending): Promise<readonly Charge[]>;
}

/** What was used of one budget, or of one clause's limit, in a day. */
export interface SpentBudget {
  /** Without its version: amending gives nothing back. */
  readonly agreement: string;
  readonly measure: Measure;
  readonly clause: string;
  readonly used: number;
  /** Whether it is over for the day although less than all was used. */
  readonly closed: boolean;
}

/** Reads what one principal has used in a day; what was never charged is not there. Throws STORAGE_FAULT. */
export type ReadSpent = (asked: {
  readonly pseudonym: string;
  /** At +08:00: `2026-03-02`. */
  readonly day: string;
  /** Their uids. */
  readonly agreements: readonly string[];
}) => Promise<readonly SpentBudget[]>;
