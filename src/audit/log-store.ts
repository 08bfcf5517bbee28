import type { FullTile } from '../merkle/index.ts';
import type { LogKey, LogReader, StoredHead } from './log-reader.ts';

/** One record as it is stored. What the log is searched by is derived from it. */
export interface StoredRecord {
  readonly index: number;
  readonly id: string;
  readonly recordedAt: string;
  readonly leaf: Buffer;
  /** What the record only commits to, stored beside it; null where it holds all there is. */
  readonly detail: string | null;
  /** Of each of its fields, the agency whose it is; null where that is unknown. No leaf says it. */
  readonly owners: readonly (string | null)[];
}

/** What one transaction adds to a log. */
export interface Batch {
  /** The head that the log must still have. */
  readonly before: { readonly size: number; readonly root: Buffer };
  readonly records: readonly StoredRecord[];
  /** Tiles that the records make full. */
  readonly tiles: readonly FullTile[];
  /** The head with the records. */
  readonly head: StoredHead;
  /** A key that takes over with this head. */
  readonly newKey: Omit<LogKey, 'note'> | null;
}

/** The beginning of a log. */
export interface LogBirth {
  readonly log: string;
  readonly origin: string;
  readonly bornAt: string;
  readonly vkey: string;
  /** Tiles over records that were there before the log had a tree; stored as they come. */
  readonly tiles: AsyncIterable<FullTile>;
  /** The first head; asked for when all tiles are stored. */
  readonly firstHead: () => Promise<StoredHead>;
}

/** Where logs lie. The port that storage implements. */
export interface LogStore {
  readonly reader: LogReader;
  /** Begins a log, in one transaction. */
  begin(birth: LogBirth): Promise<void>;
  /**
   * Appends a batch durably, in one transaction, with synchronous commit on. False where the log does not have the head
   * `before`: then nothing was stored, for certain. Resolves only after the commit is known to be durable; after a
   * rejection the outcome is unknown, and {@link LogStore.settleHead} tells it.
   *
   * @param signal - gives the batch up: the connection is closed at once, and the outcome is unknown.
   */
  append(batch: Batch, signal: AbortSignal): Promise<boolean>;
  /** The log's head, once every transaction under way that writes it has ended; null where there is none. */
  settleHead(log: string): Promise<StoredHead | null>;
  /** Index of the last record; null where there is none. */
  findLastIndex(log: string): Promise<number | null>;
  /** Resolves if the log could be written now. */
  probe(): Promise<void>;
}
