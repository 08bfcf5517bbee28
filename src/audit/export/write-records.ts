import type { LogReader } from '../log-reader.ts';
import { readExportedRecord } from './exported-record.ts';
import { CSV_HEADER, toCsvLine } from './print-csv.ts';
import { toOcsf } from './print-ocsf.ts';

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
): AsyncGenerator<{ readonly bytes: Buffer; readonly records: number }> {
  if (format === 'csv') yield { bytes: Buffer.from(CSV_HEADER), records: 0 };
  for (const { log, origin, from, to } of ranges) {
    let text = '';
    let records = 0;
    for await (const { index, leaf } of reader.readEntries(log, from, to)) {
      text += printRecord(leaf, { origin, index, format, productVersion });
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
  leaf: Buffer,
  place: {
    readonly origin: string;
    readonly index: number;
    readonly format: RecordFormat;
    readonly productVersion: string;
  },
): string {
  const { origin, index, format, productVersion } = place;
  if (format === 'jsonl') return `{"log":${JSON.stringify(origin)},${leaf.toString('utf8', 1)}\n`;
  const record = readExportedRecord(leaf, origin, index);
  if (format === 'csv') return toCsvLine(record, origin);
  return `${JSON.stringify(toOcsf(record, origin, productVersion))}\n`;
}
