import type { ErrorCode } from '../base/index.ts';
import type { ReleaseStatement } from '../classification/index.ts';
import type { RecordColumn } from './records/record-type.ts';
import type { OnlineLabel, RecordTypeName } from './record-types.ts';
import type { Withheld } from './stages.ts';

/** Where a declassified extract comes from. */
export interface ReleaseOrigin {
  /** UUID of the package. */
  readonly id: string;
  /** UUID of the offline register. */
  readonly register: string;
  /** SHA-256 of the package, hexadecimal. */
  readonly packageDigest: string;
  readonly decision: ReleaseStatement['decision'];
  /** Keys that signed, of two different persons at least. */
  readonly keyIds: readonly string[];
}

/** What is being taken in, as it is known before the first row. */
export interface BatchOrigin {
  /** UUID of this run. */
  readonly id: string;
  /** Name of the adapter; `records` where there is none. */
  readonly adapter: string;
  /** SHA-256 of the adapter file; null without one. */
  readonly adapterDigest: string | null;
  /** Name of the file without folders, guarded. */
  readonly sourceName: string;
  /** SHA-256 of the file where it is known before its rows are. */
  readonly fileDigest: string | null;
  /** The type that the run is about. */
  readonly subject: RecordTypeName;
  readonly startedMs: number;
  /** The release package that it came in; null for an ordinary source. */
  readonly release: ReleaseOrigin | null;
}

/** A record on its way into its table. */
export interface LoadRow {
  readonly line: number;
  readonly label: OnlineLabel;
  /** In the order of the columns; null and undefined both mean nothing. */
  readonly values: readonly unknown[];
}

/** What became of the records of one type. */
export interface TypeCounts {
  /** New rows, and rows of a register whose content changed. */
  readonly written: number;
  /** Records that the table held already. */
  readonly duplicate: number;
  readonly quarantined: Readonly<Record<string, number>>;
}

/** What became of a batch's records, by type. */
export type BatchCounts = ReadonlyMap<RecordTypeName, TypeCounts>;

/** One run, inside one transaction: nothing is visible before {@link publish}. */
export interface IngestBatch {
  /** Takes records of one type. Resolves when more may come, which is before they are in their table. */
  load(type: RecordTypeName, columns: readonly RecordColumn[], rows: readonly LoadRow[]): Promise<void>;
  /** Keeps line number, type and code of what is not taken in. */
  quarantine(withheld: readonly Withheld[]): Promise<void>;
  /** Waits for all records to be in their tables, derives what depends on others, and counts. */
  settle(result: { readonly fileDigest: string; readonly rowsRead: number }): Promise<BatchCounts>;
  /** Makes everything visible at once. */
  publish(): Promise<void>;
  /** Undoes everything. Safe at any time, also after a failure; never throws. */
  discard(): Promise<void>;
}

/** Where records go. src/storage implements it. */
export interface IngestStore {
  /** Its {@link IngestBatch.settle} throws RELEASE_REPLAYED where the package was taken in before. */
  begin(origin: BatchOrigin): Promise<IngestBatch>;
}

/** What a source carried that may not be online; where, never what. */
export interface IngestIncident {
  readonly id: string;
  /** Which gate stopped it. */
  readonly gate: 'INGEST' | 'STORAGE';
  /** Name of the source, or null where the name itself carries the mark. */
  readonly sourceName: string | null;
  /** SHA-256 of the file; null where it was not read to its end. */
  readonly fileDigest: string | null;
  /** Line, or number of the feature; null for the file's name and heading. */
  readonly line: number | null;
  /** Rule of the guard that decided. */
  readonly rule: string;
}

/** What the disclosure log is told of a run: one ADMIN record. */
export interface IngestEntry {
  readonly outcome: 'PUBLISHED' | 'REFUSED';
  readonly runId: string;
  readonly adapter: string;
  readonly adapterDigest: string | null;
  readonly fileDigest: string | null;
  readonly rowsRead: number;
  /** New and changed rows of all types. */
  readonly rowsWritten: number;
  readonly types: Readonly<Partial<Record<RecordTypeName, TypeCounts>>>;
  readonly incident: IngestIncident | null;
  /** UUID of the release package; null where there was none, or where it could not be read. */
  readonly releaseId: string | null;
  /** OK, or the code of the refusal. */
  readonly code: 'OK' | ErrorCode;
}

/** The disclosure log as ingest sees it. Resolves once the record is durable; without one nothing is published. */
export interface IngestLog {
  recordIngest(entry: IngestEntry): Promise<{ readonly index: number; readonly id: string }>;
}
