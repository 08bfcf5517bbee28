/** A copy of a record on its way out. */
export interface RecordCopy {
  readonly time: string;
  readonly stage: string;
  /** The record as an OCSF event, JSON on one line. */
  readonly text: string;
}

/** Sends copies to a collector. */
export interface CopySender {
  /** Resolves when all of them were taken over; rejects where one may not have been: all of them are sent again. */
  send(copies: readonly RecordCopy[]): Promise<void>;
  close(): Promise<void>;
}
