/** One log of the disclosure log: each process that writes has its own. */
export interface LogInfo {
  /** Its name in the database, as in "gateway". */
  readonly log: string;
  /** Its name to the world, first line of its heads: `lukou.<gateway>/<log>`. */
  readonly origin: string;
  readonly bornAt: string;
  /** Null while it may still grow. */
  readonly closedAt: string | null;
  /** Index of the first record that is still there by policy: 0 unless it was pruned, and a multiple of 256. */
  readonly prunedTo: number;
  /** Public keys in C2SP's form (vkey), the oldest first; each signs heads of more than `fromSize` records. */
  readonly keys: readonly LogKey[];
}

/** A public key of a log. */
export interface LogKey {
  readonly vkey: string;
  /** Records in the log when the key took over. */
  readonly fromSize: number;
  /** The head with which it took over, signed by the key before it as well; null for the first key. */
  readonly note: string | null;
}

/** A log's signed head, as it was stored with its last batch. */
export interface StoredHead {
  readonly log: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
  /** Roots of the complete subtrees that the tree is made of, the largest first: `readFrontier(size, frontier)`. */
  readonly frontier: readonly Buffer[];
  /** The head as a C2SP checkpoint: a signed note. */
  readonly note: string;
}

/** A record of a log, exactly as it was stored. */
export interface LogEntry {
  readonly index: number;
  readonly leaf: Buffer;
}

/** Reads logs and their trees. The port that storage implements. */
export interface LogReader {
  /** Every log of the database, by name. */
  listLogs(): Promise<readonly LogInfo[]>;
  /** Null where there is no such log, or it has no head yet. */
  readHead(log: string): Promise<StoredHead | null>;
  /** The records from one index to before another, in order; indices that are missing are left out. */
  readEntries(log: string, fromIndex: number, toIndex: number): AsyncIterable<LogEntry>;
  /**
   * Hashes of complete subtrees of 256^`tileLevel` leaves, from one to before another, in order: what tiles hold
   * (C2SP tlog-tiles). Shorter than asked where the log does not hold them yet.
   */
  readHashes(log: string, tileLevel: number, from: number, to: number): Promise<readonly Buffer[]>;
}
