import { refuseSource } from './refuse-source.ts';
import type { SourceBatch, SourceRow, SourceTable } from './source-row.ts';

/** Tables of a row or two are handed on together, so that a row costs what it costs in a file. */
const ROWS_TOGETHER = 250;

/** The rows of several tables with the same columns, as if they were one: their lines count through. */
export async function* joinTables(
  heading: readonly string[],
  tables: AsyncIterable<SourceTable>,
): AsyncGenerator<SourceBatch> {
  let rows: SourceRow[] = [];
  let otherTexts: string[] = [];
  let columnNames: readonly string[] = [];
  let linesBefore = 0;
  const seen = new Set<string>();
  for await (const table of tables) {
    if (table.heading.join('\n') !== heading.join('\n'))
      throw refuseSource('Its parts do not have the same columns.');
    let lastLine = linesBefore;
    for await (const batch of table.batches) {
      for (const row of batch.rows) {
        lastLine = linesBefore + row.line;
        rows.push({ ...row, line: lastLine });
      }
      // Around their rows documents of one kind say the same, and the guard need look at that once.
      const around = JSON.stringify(batch.otherTexts);
      if (!seen.has(around)) otherTexts.push(...batch.otherTexts);
      seen.add(around);
      if (batch.columnNames.length > columnNames.length) columnNames = batch.columnNames;
      if (rows.length < ROWS_TOGETHER) continue;
      yield { rows, otherTexts, columnNames };
      [rows, otherTexts] = [[], []];
    }
    linesBefore = lastLine;
  }
  yield { rows, otherTexts, columnNames };
}
