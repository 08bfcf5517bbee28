import type { LogStore, StoredRecord } from '../../src/audit/index.ts';

/** A disclosure log that forgets everything with the process. Only tests may have one. */
export function openMemoryLog(): LogStore & { readonly records: readonly StoredRecord[] } {
  const records: StoredRecord[] = [];
  return {
    records,
    append(build) {
      records.push(...build(records.length));
      return Promise.resolve();
    },
    probe: () => Promise.resolve(),
  };
}
