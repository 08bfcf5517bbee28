/** How long something may take. Working days end at midnight, +08:00; so do days. */
export type Span =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly hours: number }
  /** Until an instant that the item itself holds. */
  | { readonly until: string };

/** How long an item may stay in one state. */
export interface DeadlineRule {
  readonly machine: string;
  readonly state: string;
  /** Only for items of this level (RED); left out for all. */
  readonly level?: string;
  readonly span: Span;
  /** Where the number comes from. "Practice" is none of law: put your own in its place. */
  readonly source: string;
}

/** Deadlines as they hold from an instant on. What is under way keeps the deadline that it was given. */
export interface DeadlinePolicy {
  readonly version: string;
  readonly validFrom: string;
  readonly rules: readonly DeadlineRule[];
}
