import type { Person, PruneRange, Retention } from './retention.ts';

/** What goes beside whole records: the detail of those before an index, or the key of an epoch of subjects. */
export type Erasure =
  | { readonly kind: 'detail'; readonly range: PruneRange }
  | { readonly kind: 'subject key'; readonly epoch: number };

/** What is known of erasing, and what does it. The port that storage implements. */
export interface ErasureDesk {
  /** Why the detail of these records may not go, whoever approves; null where it may. By the database's clock. */
  whyDetailStays(range: PruneRange, retention: Pick<Retention, 'keepDays'>): Promise<string | null>;
  /** Keeps one person's approval, and counts the people who have approved in the last 30 days. */
  approve(erasure: Erasure, by: Person): Promise<number>;
  /** Indices before which two people have approved that a log's detail goes, and where some may still be there. */
  listApprovedDetail(log: string): Promise<readonly number[]>;
  /** Removes the detail; gives of how many records. Throws STORAGE_FAULT where a rule of the database forbids it. */
  eraseDetail(range: PruneRange, retention: Pick<Retention, 'keepDays'>): Promise<number>;
  /** Whether a legal hold keeps any log. */
  isAnythingHeld(): Promise<boolean>;
}
