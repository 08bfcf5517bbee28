/** Why an agency is told: nearly spent, spent, or opened in an emergency. */
export type AlarmKind = 'BUDGET_80' | 'BUDGET_SPENT' | 'LIMIT_80' | 'LIMIT_SPENT' | 'BREAK_GLASS';

/** What a budget or a ceiling counts: rows, distinct subjects, uses of one clause, divisions, days that data tell of. */
export type Measure = 'ROWS' | 'SUBJECTS' | 'USES' | 'DIVISIONS' | 'DAYS';

/** What the owner of data must hear of. Nothing in it is a disclosed value. */
export interface Alarm {
  readonly kind: AlarmKind;
  readonly raisedAtMs: number;
  /** The agency whose data it is about. */
  readonly owner: string;
  /** The agency that asked; null for the public. */
  readonly agency: string | null;
  /** The pseudonym of who asked. */
  readonly principal: string;
  /** As `uid@version`. */
  readonly agreement: string;
  readonly clause?: string | undefined;
  readonly measure?: Measure | undefined;
  /** The day at +08:00, as `2026-03-02`. */
  readonly day?: string | undefined;
  readonly used?: number | undefined;
  readonly allowed?: number | undefined;
  readonly requestId: string;
  readonly caseReference?: string | undefined;
  readonly reason?: string | undefined;
}

/** Where alarms are raised. */
export interface AlarmDesk {
  /**
   * Returns once the alarm is durable: call it before the answer leaves. Those of a budget are kept once a day.
   *
   * @throws LukouError STORAGE_FAULT where it cannot be kept: then the answer must not leave.
   */
  raise(alarm: Alarm): Promise<void>;
}
