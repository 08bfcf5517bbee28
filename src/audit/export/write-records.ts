import type { LogReader } from '../log-reader.ts';
import type { DetailReader } from '../record-detail.ts';
import { readExportedRecord } from './exported-record.ts';
import { CSV_HEADER, toCsvLine } from './print-csv.ts';
import { toOcsf } from './print-ocsf.ts';
import { type DetailedEntry, NO_DETAILS, readDetailed } from './read-detailed.ts';

/** What records are written as: OCSF 1.8 events, the records themselves, a table. */
export type RecordFormat = 'ocsf' | 'jsonl' | 'csv';

/** The records of one log to write. */
export interface RecordRange {
  readonly log: string;
  readonly origin: string;
  readonly from: number;
  readonly to: number;
}

// Enough to make a write worth while, little enough to be nothing in memory.
const PIECE_BYTES = 262_144;

/** Records of logs in one format, piece by piece: with each, how many records it holds. */
export async function* writeRecords(
  reader: LogReader,
  ranges: readonly RecordRange[],
  format: RecordFormat,
  productVersion: string,
  details: DetailReader = NO_DETAILS,
): AsyncGenerator<{ readonly bytes: Buffer; readonly records: number }> {
  if (format === 'csv') yield { bytes: Buffer.from(CSV_HEADER), records: 0 };
  for (const range of ranges) {
    let text = '';
    let records = 0;
    for await (const entry of readDetailed(reader, details, range)) {
      text += printRecord(entry, { origin: range.origin, format, productVersion });
      records += 1;
      if (text.length < PIECE_BYTES) continue;
      yield { bytes: Buffer.from(text), records };
      [text, records] = ['', 0];
    }
    yield { bytes: Buffer.from(text), records };
  }
}

/** One record in one format, with its line's end. */
function printRecord(
  { leaf, index, detail }: DetailedEntry,
  place: { readonly origin: string; readonly format: RecordFormat; readonly productVersion: string },
): string {
  const { origin, format, productVersion } = place;
  if (format === 'jsonl') {
    const beside = detail === null ? '' : `"detail":${detail},`;
    return `{"log":${JSON.stringify(origin)},${beside}${leaf.toString('utf8', 1)}\n`;
  }
  const record = readExportedRecord(leaf, origin, index, detail);
  if (format === 'csv') return toCsvLine(record, origin);
  return `${JSON.stringify(toOcsf(record, origin, productVersion))}\n`;
}
