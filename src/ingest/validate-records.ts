import { RECORD_TYPES } from './record-types.ts';
import type { Mapped, MappedRecord, RecordBatch, Validated, Withheld } from './stages.ts';
import { transformBatches } from './transform-batches.ts';

/** Checks every record against its type; those that do not fit are withheld with the code of what is wrong. */
export function validateRecords({ digest, batches }: Mapped): Validated {
  return { digest, batches: transformBatches(batches, validateBatch) } as Validated;
}

function validateBatch(batch: RecordBatch): RecordBatch {
  const records: MappedRecord[] = [];
  const withheld: Withheld[] = [...batch.withheld];
  for (const record of batch.records) {
    const code = RECORD_TYPES[record.type].findFault(record.values);
    // Without a known label nothing may stay, also not in quarantine: the guard has to see it, and refuses.
    if (code === null || record.label === null) records.push(record);
    else withheld.push({ line: record.line, type: record.type, code });
  }
  return { ...batch, records, withheld };
}
