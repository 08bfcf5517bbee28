import type { CanonicalRecord, OnlineLabel, RecordTypeName } from '../ingest/index.ts';

/** One record of the sample: a canonical record with the label that its row carries. */
export type SampleRecord<Type extends RecordTypeName> = CanonicalRecord<Type> & {
  readonly onlineLabel: OnlineLabel;
};

/** The rows of one record type, made while they are read: memory does not grow with their number. */
export interface SampleStream<Type extends RecordTypeName = RecordTypeName> {
  readonly type: Type;
  /** How many rows there are: exact, so that a progress bar can end at 100 %. */
  readonly count: number;
  /** Starts from the first row each time, and gives the same rows each time. */
  readonly rows: () => Iterable<SampleRecord<Type>>;
}
