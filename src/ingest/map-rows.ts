import { createHash } from 'node:crypto';
import type { Adapter } from './adapter/read-adapter.ts';
import { bindAdapter, type RowSink } from './adapter/bind-adapter.ts';
import { RECORD_TYPES, type CanonicalRecord, type OnlineLabel, type RecordTypeName } from './record-types.ts';
import { refuseSource } from './source/refuse-source.ts';
import type { Mapped, MappedRecord, Parsed, RecordBatch } from './stages.ts';

// Small, as the pieces of a file are (decode-text.ts).
const RECORDS_PER_BATCH = 250;

/** Maps parsed rows to records as the adapter says; the adapter's fixed records come first. */
export function mapRows(parsed: Parsed, adapter: Adapter): Mapped {
  const mapRow = bindAdapter(adapter.form, parsed.heading, parsed.digestBefore);
  return { digest: parsed.digest, batches: mapBatches() } as Mapped;

  async function* mapBatches(): AsyncIterable<RecordBatch> {
    const fixed = adapter.form.records.map(({ type, label, values }) => toRecord(type, 0, label, values));
    if (fixed.length > 0)
      yield {
        rowCount: 0,
        records: fixed,
        withheld: [],
        source: { rows: [], otherTexts: [], columnNames: [] },
      };
    for await (const source of parsed.batches) {
      const sink: RowSink = { records: [], withheld: [] };
      for (const row of source.rows) mapRow(row, sink);
      yield { rowCount: source.rows.length, ...sink, source };
    }
  }
}

/** A canonical record with the label that its row carries. */
export type LabelledRow<T extends RecordTypeName> = CanonicalRecord<T> & {
  readonly onlineLabel: OnlineLabel;
};

/** Records that are canonical already, in batches; their texts are guarded like a file's. */
export function mapRecords<T extends RecordTypeName>(
  type: T,
  rows: Iterable<LabelledRow<T>> | AsyncIterable<LabelledRow<T>>,
): Mapped {
  const digest = createHash('sha256');
  return { digest: () => digest.digest('hex'), batches: mapBatches() } as Mapped;

  async function* mapBatches(): AsyncIterable<RecordBatch> {
    let records: MappedRecord[] = [];
    let line = 0;
    for await (const row of rows) {
      const mapped = toRecord(type, ++line, row.onlineLabel, row);
      digest.update(`${JSON.stringify(mapped.values)}\n`);
      records.push(mapped);
      if (records.length === RECORDS_PER_BATCH) {
        yield toBatch(records);
        records = [];
      }
    }
    yield toBatch(records);
  }
}

function toRecord(
  type: RecordTypeName,
  line: number,
  label: OnlineLabel,
  record: Readonly<Record<string, unknown>>,
): MappedRecord {
  const { name, columns, has } = RECORD_TYPES[type];
  for (const field of Object.keys(record))
    if (!has(field) && field !== 'onlineLabel')
      throw refuseSource(`${name} has no field "${field}"; leave it out.`);
  const values = columns.map(({ field }) => record[field] ?? null);
  return { type, line, label, values };
}

function toBatch(records: readonly MappedRecord[]): RecordBatch {
  const rows = records.map(({ line, values }) => ({
    line,
    cells: [],
    texts: values.filter((value) => typeof value === 'string'),
    fault: null,
  }));
  return {
    rowCount: records.length,
    records,
    withheld: [],
    source: { rows, otherTexts: [], columnNames: [] },
  };
}
