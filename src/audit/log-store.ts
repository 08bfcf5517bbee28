/** One record as it is stored: the leaf, and the columns that the oversight subgraph searches. */
export interface StoredRecord {
  readonly index: number;
  readonly id: string;
  readonly recordedAt: string;
  readonly stage: string;
  readonly agency: string | null;
  readonly role: string;
  readonly actor: string;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly operationName: string | null;
  readonly code: string;
  readonly rowCount: number;
  /** uid@version. */
  readonly agreements: readonly string[];
  readonly coordinates: readonly string[];
  readonly denied: readonly string[];
  readonly leaf: Buffer;
}

/** Where the log lies. The port that storage implements. */
export interface LogStore {
  /**
   * Appends a batch durably, in one transaction: takes the log's lock, reads the next free index, asks `build` for
   * the records from that index on, stores them and commits with synchronous commit on. It may call `build` again
   * with another index, where another process has written meanwhile.
   *
   * Resolves only after the commit is known to be durable. A rejection means that nothing may be answered: the
   * outcome may be unknown, and a record too many is the safe side.
   */
  append(build: (firstIndex: number) => readonly StoredRecord[]): Promise<void>;
  /** Resolves if the log could be written now. */
  probe(): Promise<void>;
}
