import { uuidV7, type Clock } from '../base/index.ts';
import type { Adapter } from './adapter/read-adapter.ts';
import { copyRecords } from './copy-records.ts';
import { guardName, guardRows } from './guard-rows.ts';
import { mapRecords, mapRows, type LabelledRow } from './map-rows.ts';
import { parseSource } from './parse-source.ts';
import type { BatchOrigin, IngestLog, IngestStore } from './ports.ts';
import { publishBatch } from './publish-batch.ts';
import { recordIngest } from './record-ingest.ts';
import type { IngestReceipt } from './receipt.ts';
import { reportMark } from './report-mark.ts';
import type { RecordTypeName } from './record-types.ts';
import { openSource, type SourceOrder } from './source/open-source.ts';
import type { Mapped } from './stages.ts';
import { validateRecords } from './validate-records.ts';

/** What the flow needs; main brings it. */
export interface IngestPorts {
  readonly store: IngestStore;
  readonly log: IngestLog;
  readonly clock: Clock;
}

/** How far a run has come. */
export interface IngestProgress {
  readonly rowsRead: number;
  readonly bytesRead: number;
  /** Null where the source has no known size. */
  readonly bytesTotal: number | null;
}

/** A file, or a stream of bytes, to take in. */
export type FileOrder = SourceOrder & {
  readonly adapter: Adapter;
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined;
};

/** Records that are canonical already, to take in. */
export interface RecordsOrder<T extends RecordTypeName> {
  readonly type: T;
  readonly rows: Iterable<LabelledRow<T>> | AsyncIterable<LabelledRow<T>>;
  /** What to call them in the books. */
  readonly sourceName: string;
  readonly onProgress?: ((rowsRead: number) => void) | undefined;
}

/**
 * Takes in one file: all of it that fits, or nothing.
 *
 * @throws LukouError INGEST_REFUSED where the file cannot be read, or carries a secrecy mark (an
 *   {@link IngestRefusal} with the incident); AUDIT_UNAVAILABLE where the run cannot be recorded; STORAGE_FAULT.
 */
export async function ingestFile(order: FileOrder, ports: IngestPorts): Promise<IngestReceipt> {
  const { adapter, onProgress } = order;
  await using source = await openSource(order);
  return await takeIn({
    ports,
    origin: {
      adapter: adapter.name,
      adapterDigest: adapter.digest,
      sourceName: source.name,
      fileDigest: source.digest,
      subject: adapter.form.outputs[0]!.type,
    },
    parse: async () => mapRows(await parseSource(source, adapter), adapter),
    onProgress: (rowsRead) =>
      onProgress?.({ rowsRead, bytesRead: source.bytesRead(), bytesTotal: source.bytesTotal }),
  });
}

/** Takes in records that are canonical already, as the sample's are: same checks, same guard, same transaction. */
export async function ingestRecords<T extends RecordTypeName>(
  { type, rows, sourceName, onProgress }: RecordsOrder<T>,
  ports: IngestPorts,
): Promise<IngestReceipt> {
  return takeIn({
    ports,
    origin: { adapter: 'records', adapterDigest: null, sourceName, fileDigest: null, subject: type },
    parse: async () => mapRecords(type, rows),
    onProgress: (rowsRead) => onProgress?.(rowsRead),
  });
}

interface Intake {
  readonly ports: IngestPorts;
  readonly origin: Omit<BatchOrigin, 'id' | 'startedMs'>;
  readonly parse: () => Promise<Mapped>;
  readonly onProgress: (rowsRead: number) => void;
}

async function takeIn({ ports, parse, onProgress, ...intake }: Intake): Promise<IngestReceipt> {
  const startedMs = ports.clock.nowMs();
  const origin = { ...intake.origin, id: uuidV7(startedMs), startedMs };
  try {
    guardName(origin.sourceName);
    const mapped = await parse();
    const validated = validateRecords(mapped);
    const guarded = guardRows(validated);
    const copied = await copyRecords(guarded, origin, ports.store, onProgress);
    const recorded = await recordIngest(copied, ports.log);
    return await publishBatch(recorded, ports.clock);
  } catch (error) {
    throw await reportMark(error, origin, ports);
  }
}
