import type { BatchOrigin, IngestBatch, IngestStore, LoadRow, TypeCounts } from './ports.ts';
import { RECORD_TYPES, type RecordTypeName } from './record-types.ts';
import type { Guarded, LabelledRecord, Stage, Withheld } from './stages.ts';

/** Records that are in their tables, and not visible yet. Made by copy-records.ts. */
export interface Copied extends Stage<'copied'> {
  readonly batch: IngestBatch;
  readonly origin: BatchOrigin;
  readonly fileDigest: string;
  readonly rowsRead: number;
  readonly types: Readonly<Partial<Record<RecordTypeName, TypeCounts>>>;
}

/** Copies guarded records into their tables, in one transaction that is left open. */
export async function copyRecords(
  guarded: Guarded,
  origin: BatchOrigin,
  store: IngestStore,
  onProgress: (rowsRead: number) => void,
): Promise<Copied> {
  const batch = await store.begin(origin);
  try {
    const withheldSoFar = new Map<RecordTypeName, Record<string, number>>();
    let rowsRead = 0;
    for await (const { rowCount, records, withheld } of guarded.batches) {
      rowsRead += rowCount;
      for (const [type, rows] of groupByType(records))
        await batch.load(type, RECORD_TYPES[type].columns, rows);
      await batch.quarantine(withheld);
      countWithheld(withheld, withheldSoFar);
      onProgress(rowsRead);
    }
    const fileDigest = guarded.digest();
    const counts = await batch.settle({ fileDigest, rowsRead });
    const types = addWithheld(counts, withheldSoFar);
    return { batch, origin, fileDigest, rowsRead, types } as Copied;
  } catch (error) {
    await batch.discard();
    throw error;
  }
}

const LOAD_ORDER = Object.keys(RECORD_TYPES) as RecordTypeName[];

// Parents before children: what a record refers to may stand in the same rows.
function groupByType(records: readonly LabelledRecord[]): (readonly [RecordTypeName, LoadRow[]])[] {
  const groups = new Map<RecordTypeName, LoadRow[]>();
  for (const record of records) {
    const group = groups.get(record.type);
    if (group === undefined) groups.set(record.type, [record]);
    else group.push(record);
  }
  return LOAD_ORDER.flatMap((type) => {
    const group = groups.get(type);
    return group === undefined ? [] : [[type, group] as const];
  });
}

function countWithheld(
  withheld: readonly Withheld[],
  into: Map<RecordTypeName, Record<string, number>>,
): void {
  for (const { type, code } of withheld) {
    const codes = into.get(type) ?? {};
    codes[code] = (codes[code] ?? 0) + 1;
    into.set(type, codes);
  }
}

function addWithheld(
  counts: ReadonlyMap<RecordTypeName, TypeCounts>,
  withheld: ReadonlyMap<RecordTypeName, Readonly<Record<string, number>>>,
): Partial<Record<RecordTypeName, TypeCounts>> {
  const types = LOAD_ORDER.filter((type) => counts.has(type) || withheld.has(type));
  return Object.fromEntries(
    types.map((type) => {
      const { written, duplicate, quarantined } = counts.get(type) ?? {
        written: 0,
        duplicate: 0,
        quarantined: {},
      };
      return [type, { written, duplicate, quarantined: sumCodes([quarantined, withheld.get(type) ?? {}]) }];
    }),
  );
}

/** Adds up counts by code. */
export function sumCodes(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const count of counts)
    for (const [code, rows] of Object.entries(count)) sum[code] = (sum[code] ?? 0) + rows;
  return sum;
}
