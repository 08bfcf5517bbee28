import type { TypeCounts } from './ports.ts';
import type { RecordTypeName } from './record-types.ts';

/** What a finished run has done. */
export interface IngestReceipt {
  /** UUID of the run, as in the books (ingest.batch). */
  readonly runId: string;
  /** Name of the adapter; `records` where there was none. */
  readonly adapter: string;
  readonly sourceName: string;
  /** SHA-256 of the bytes read, hexadecimal. */
  readonly fileDigest: string;
  /** Rows of the source. */
  readonly rowsRead: number;
  /** Of the type that the adapter is about, its first output: rows that are new or changed. */
  readonly rowsWritten: number;
  /** Of the same type: records that were there already. */
  readonly rowsDuplicate: number;
  /** Of all types: records not taken in, by code. */
  readonly quarantined: Readonly<Record<string, number>>;
  /** Everything by type. */
  readonly types: Readonly<Partial<Record<RecordTypeName, TypeCounts>>>;
  readonly durationMs: number;
  /** Where the disclosure log holds the run. */
  readonly log: { readonly index: number; readonly id: string };
}
