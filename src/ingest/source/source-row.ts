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
  /** Names of the columns that the rows' texts stand in; empty names where only their place is known. */
  readonly columnNames: readonly string[];
}

/** A parsed source: its column names, then its rows. */
export interface SourceTable {
  readonly heading: readonly string[];
  readonly batches: AsyncIterable<SourceBatch>;
}

// Whoever splits a mark over the lines of one place beyond these is not stopped by the place alone.
const MOST_PLACES = 64;

/** The places of rows without columns, as of JSON: texts in the same place of two lines stand one above the other. */
export function placesOf(rows: readonly SourceRow[]): readonly string[] {
  const widest = rows.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  return Array.from({ length: Math.min(MOST_PLACES, widest) }, () => '');
}
