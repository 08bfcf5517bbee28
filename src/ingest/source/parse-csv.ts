import { CsvError, Parser } from 'csv-parse';
import { refuseSource } from './refuse-source.ts';
import type { SourceBatch, SourceRow, SourceTable } from './source-row.ts';

const MAX_ROW_BYTES = 1_048_576;

/** What an adapter says about a CSV file. */
export interface CsvForm {
  readonly delimiter: string;
  /** Column names, where the file has no heading line. */
  readonly heading: readonly string[] | undefined;
}

/**
 * Parses CSV (RFC 4180). A row with more or fewer cells than the heading is passed on with the fault ROW_RAGGED;
 * a quote that is out of place refuses the file, since nothing after it can be trusted to be where it seems.
 */
export async function parseCsv(texts: AsyncIterable<string>, form: CsvForm): Promise<SourceTable> {
  const records = cutRecords(texts, form.delimiter);
  const first = await records.next();
  const firstRecords = first.done === true ? [] : first.value;
  const heading = checkHeading(form.heading ?? firstRecords.shift()?.cells ?? []);
  return { heading, batches: toBatches(heading, firstRecords, records) };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
}

async function* toBatches(
  heading: readonly string[],
  first: readonly CsvRecord[],
  rest: AsyncIterable<CsvRecord[]>,
): AsyncGenerator<SourceBatch> {
  yield {
    rows: first.map((record) => toRow(record, heading.length)),
    otherTexts: heading,
    columnNames: heading,
  };
  for await (const records of rest)
    yield {
      rows: records.map((record) => toRow(record, heading.length)),
      otherTexts: [],
      columnNames: heading,
    };
}

function toRow({ line, cells }: CsvRecord, width: number): SourceRow {
  return { line, cells, texts: cells, fault: cells.length === width ? null : 'ROW_RAGGED' };
}

async function* cutRecords(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord[]> {
  let records: CsvRecord[] = [];
  const parser = new Parser({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    // Collecting here instead of reading the stream's other side is twice as fast.
    on_record: (cells: string[], { lines }) => {
      records.push({ line: lines, cells });
      return null;
    },
  });
  // The write that failed is told by its callback; without a listener the process would end.
  parser.on('error', () => undefined);
  parser.resume();
  for await (const text of texts) {
    await settle((done) => parser.write(text, done));
    if (records.length > 0) yield records;
    records = [];
  }
  await settle((done) => {
    parser.once('end', done);
    parser.once('error', done);
    parser.end();
  });
  if (records.length > 0) yield records;
}

async function settle(work: (done: (error?: Error | null) => void) => void): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      work((error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The error's own message quotes the row.
    const line = typeof error['lines'] === 'number' ? `line ${error['lines']}` : 'its end';
    throw refuseSource(
      `It is not CSV with this delimiter (${error.code} near ${line}); check quotes and delimiter there.`,
    );
  }
}

function checkHeading(heading: readonly string[]): readonly string[] {
  const names = heading.map((name) => name.trim());
  if (names.length === 0) throw refuseSource('It is empty; expected a heading line.');
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw refuseSource('Two of its columns have the same name; give every column its own.');
  return names;
}
