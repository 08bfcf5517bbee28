import type { StoredRecord } from './log-store.ts';
import type { DisclosureEntry, PlaceRecord } from './record.ts';

/** A record that waits for its place. */
export interface WaitingRecord {
  readonly entry: DisclosureEntry;
  readonly place: PlaceRecord;
  readonly id: string;
  readonly nonce: string;
  /** What the record only commits to; null where it holds all there is. */
  readonly detail: string | null;
}

/** The record at its place. */
export function placeRecord(
  { entry, place, id, nonce, detail }: WaitingRecord,
  index: number,
  recordedAt: string,
): StoredRecord {
  return {
    index,
    id,
    recordedAt,
    leaf: place({ index, id, recordedAt, nonce }),
    detail,
    owners: entry.owners ?? entry.fields.map(() => null),
  };
}
