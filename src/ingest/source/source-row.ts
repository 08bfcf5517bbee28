/** One row of a source as it was parsed, before any adapter looked at it. */
export interface SourceRow {
  /** Line of the file where the row ends (CSV, NDJSON), or number of the feature (GeoJSON), from 1. */
  readonly line: number;
  /** Values in the order of the heading. */
  readonly cells: readonly unknown[];
  /** Every text of the row, mapped or not: what the guard looks at. */
  readonly texts: readonly string[];
  /** Quarantine code where the row could not be parsed; its cells are then empty. */
  readonly fault: string | null;
}

/** Some rows of a source, and texts beside them: the heading, members outside the features. */
export interface SourceBatch {
  readonly rows: readonly SourceRow[];
  readonly otherTexts: readonly string[];
  /** Names of the columns that the rows' texts stand in, where each row has one text a column; else none. */
  readonly columnNames: readonly string[];
}

/** A parsed source: its column names, then its rows. */
export interface SourceTable {
  readonly heading: readonly string[];
  readonly batches: AsyncIterable<SourceBatch>;
}
