import { stoppedClock } from '../../../src/base/index.ts';
import {
  ingestFile,
  readAdapter,
  type IngestEntry,
  type IngestPorts,
  type IngestReceipt,
  type RecordTypeName,
  type Withheld,
} from '../../../src/ingest/index.ts';
import { keepIncidents } from '../../world/incidents.ts';

/** A record as the store was handed it. */
export type LoadedRecord = Readonly<Record<string, unknown>>;

/** What became of a source that was taken in without a database. */
export interface MemoryIntake {
  readonly receipt: IngestReceipt;
  readonly records: Partial<Record<RecordTypeName, LoadedRecord[]>>;
  readonly withheld: readonly Withheld[];
  readonly entries: readonly IngestEntry[];
}

/** Runs the whole flow on a text, with a store that keeps what it is handed. Absent fields are left out. */
export async function takeIn(
  yaml: string,
  source: string | Uint8Array,
  name = 'rows.csv',
  released: ReadonlySet<string> = new Set(),
): Promise<MemoryIntake> {
  const { ports, ...kept } = openMemory(released);
  const order = { adapter: readAdapter(yaml, 'test.yaml'), name, stream: inPieces(source) };
  const receipt = await ingestFile(order, ports);
  return { receipt, ...kept };
}

/** The flow's ports, on a store and a log that keep what they are handed. */
export function openMemory(
  released: ReadonlySet<string> = new Set(),
): Omit<MemoryIntake, 'receipt'> & { readonly ports: IngestPorts } {
  const records: MemoryIntake['records'] = {};
  const withheld: Withheld[] = [];
  const entries: IngestEntry[] = [];
  const ports: IngestPorts = {
    clock: stoppedClock('2026-01-31T00:00:00Z'),
    log: {
      async recordIngest(entry) {
        entries.push(entry);
        return { index: 0, id: entry.runId };
      },
    },
    incidents: keepIncidents([], released),
    store: {
      begin: async () => ({
        async load(type, columns, rows) {
          const loaded = (records[type] ??= []);
          for (const { line, label, values } of rows) {
            const fields = columns.map(({ field }, at) => [field, values[at]] as const);
            const given = fields.filter(([, value]) => value !== null && value !== undefined);
            loaded.push({ ...Object.fromEntries(given), line, label });
          }
        },
        async quarantine(rows) {
          withheld.push(...rows);
        },
        settle: async () =>
          new Map(
            Object.entries(records).map(([type, loaded]) => [
              type as RecordTypeName,
              { written: loaded.length, duplicate: 0, quarantined: {} },
            ]),
          ),
        publish: async () => undefined,
        discard: async () => undefined,
      }),
    },
  };
  return { ports, records, withheld, entries };
}

/** An adapter for checkpoints: id, name and lane of a CSV; `columns` adds or replaces rules. */
export function checkpointAdapter(columns: Readonly<Record<string, unknown>> = {}, keys = ''): string {
  const rules = {
    id: 'id',
    status: { constant: 'NORMAL' },
    category: { constant: 'COUNTY' },
    usage: { constant: 'TRAFFIC' },
    isEnforcement: { constant: false },
    ...columns,
  };
  const lines = Object.entries(rules).map(([field, rule]) => `      ${field}: ${JSON.stringify(rule)}`);
  return `adapter: test
version: 1
description: Checkpoints of a test.
format: csv
${keys}
outputs:
  - type: Checkpoint
    label: INTERNAL
    columns:
${lines.join('\n')}
`;
}

// Small pieces, so that whatever is split over two of them comes up.
async function* inPieces(source: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
