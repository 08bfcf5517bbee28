/** How long records are kept at least, in days. */
export interface Retention {
  readonly keepDays: number;
  /** Of answers that showed one agency's data to another. */
  readonly keepSharingDays: number;
}

/** Records that may go: those of a log before an index, a multiple of 256. */
export interface PruneRange {
  readonly log: string;
  readonly toIndex: number;
}

/** What is known of pruning, and what does it. The port that storage implements. */
export interface RetentionDesk {
  /** The whole tiles of records written before an instant; 0 where there is none. */
  findToIndex(log: string, before: Date): Promise<number>;
  /** Why records may not go, whoever approves; null where they may. By the database's clock. */
  whyNotPrunable(range: PruneRange, retention: Retention): Promise<string | null>;
  /** Keeps one person's approval, and counts the people who have approved. */
  approve(range: PruneRange, by: Person): Promise<number>;
  /** Ranges of a log that two people have approved, and that are still there. */
  listApproved(log: string): Promise<readonly number[]>;
  /**
   * Removes the records; gives how many. Throws STORAGE_FAULT where a rule of the database forbids it.
   *
   * @param boundary - root of the tree over the records that go.
   */
  prune(range: PruneRange, retention: Retention, boundary: Buffer): Promise<number>;
  /** Holds a log, or all of them. Throws HOLD_UNKNOWN where there is no such log. */
  hold(
    hold: { readonly id: string; readonly log: string | null; readonly reason: string },
    by: Person,
  ): Promise<void>;
  /** Throws HOLD_UNKNOWN where there is no such hold, or it has ended. */
  endHold(id: string, by: Person): Promise<void>;
  /** Closes a log: from here on it takes no record. */
  closeLog(log: string): Promise<void>;
}

/** Who did something, as it is kept beside it. */
export interface Person {
  readonly pseudonym: string;
  readonly agency: string;
  readonly role: string;
}
