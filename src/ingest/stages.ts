import type { OnlineLabel, RecordTypeName } from './record-types.ts';
import type { SourceBatch } from './source/source-row.ts';

declare const stageBrand: unique symbol;

/** What a stage of the flow hands to the next. Each stage's own file alone makes its kind. */
export interface Stage<Name extends string> {
  readonly [stageBrand]: Name;
}

/** A row as a record: values in the order of its type's columns. */
export interface MappedRecord {
  readonly type: RecordTypeName;
  readonly line: number;
  /** Null where the source's label is missing or unknown, which refuses the source. */
  readonly label: OnlineLabel | null;
  readonly values: readonly unknown[];
}

/** A row or record that is not taken in: where, of which type, why; never what it holds. */
export interface Withheld {
  readonly line: number;
  readonly type: RecordTypeName;
  readonly code: string;
}

/** A record with the label that it may be online under. */
export interface LabelledRecord extends MappedRecord {
  readonly label: OnlineLabel;
}

/** Some rows on their way through the flow. */
export interface RecordBatch<R extends MappedRecord = MappedRecord> {
  /** Source rows that the batch stands for. */
  readonly rowCount: number;
  readonly records: readonly R[];
  readonly withheld: readonly Withheld[];
  /** Every text of the source rows behind the batch, for the guard. */
  readonly source: SourceBatch;
}

/** The SHA-256 of what was read, hexadecimal, once all of it is. */
type DigestRead = () => string;

/** Rows as they were parsed. Made by parse-source.ts. */
export interface Parsed extends Stage<'parsed'> {
  readonly digest: DigestRead;
  /** SHA-256 of the source where it is known before its rows are. */
  readonly digestBefore: string | null;
  readonly heading: readonly string[];
  readonly batches: AsyncIterable<SourceBatch>;
}

/** Records, not yet looked at. Made by map-rows.ts. */
export interface Mapped extends Stage<'mapped'> {
  readonly digest: DigestRead;
  readonly batches: AsyncIterable<RecordBatch>;
}

/** Records that fit their types. Made by validate-records.ts. */
export interface Validated extends Stage<'validated'> {
  readonly digest: DigestRead;
  readonly batches: AsyncIterable<RecordBatch>;
}

/** Records whose source carries no secrecy mark, each with a label. Made by guard-rows.ts. */
export interface Guarded extends Stage<'guarded'> {
  readonly digest: DigestRead;
  readonly batches: AsyncIterable<RecordBatch<LabelledRecord>>;
}
