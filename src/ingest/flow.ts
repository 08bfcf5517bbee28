import { basename } from 'node:path';
import type { IncidentDesk } from '../audit/index.ts';
import { sha256Hex, uuidV7, type Clock } from '../base/index.ts';
import type { ReleaseSigner } from '../classification/index.ts';
import type { Adapter } from './adapter/read-adapter.ts';
import { copyRecords } from './copy-records.ts';
import { guardName, guardRows, type MarkJudge } from './guard-rows.ts';
import { mapRecords, mapRows, type LabelledRow } from './map-rows.ts';
import { parseSource } from './parse-source.ts';
import { isReleaseRefusal, type OpenedRelease, openRelease, readPackage } from './open-release.ts';
import type { BatchOrigin, IngestLog, IngestStore, ReleaseOrigin } from './ports.ts';
import { publishBatch } from './publish-batch.ts';
import { recordIngest } from './record-ingest.ts';
import type { IngestReceipt } from './receipt.ts';
import { reportMark } from './report-mark.ts';
import { reportRefusal } from './report-refusal.ts';
import type { RecordTypeName } from './record-types.ts';
import { openSource, type Source, type SourceOrder } from './source/open-source.ts';
import type { Mapped } from './stages.ts';
import { validateRecords } from './validate-records.ts';

/** What the flow needs; main brings it. */
export interface IngestPorts {
  readonly store: IngestStore;
  readonly log: IngestLog;
  readonly incidents: IncidentDesk;
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

/** A release package of an offline register, to take in. */
export interface ReleaseOrder extends Pick<FileOrder, 'adapter' | 'onProgress'> {
  /** The package. */
  readonly path: string;
  /** Whose signatures count. */
  readonly signers: readonly ReleaseSigner[];
}

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
export function ingestFile(order: FileOrder, ports: IngestPorts): Promise<IngestReceipt> {
  return ingestSource(order, null, ports);
}

/**
 * Takes in the extract of a release package: verified first, and then through every stage like any other file.
 *
 * @throws LukouError as {@link ingestFile}, and RELEASE_INVALID, RELEASE_FORGED, RELEASE_UNSIGNED, RELEASE_EXPIRED or
 *   RELEASE_REPLAYED, each recorded before it is thrown.
 */
export async function ingestRelease(order: ReleaseOrder, ports: IngestPorts): Promise<IngestReceipt> {
  const { adapter, onProgress } = order;
  const bytes = await readPackage(order.path);
  const startedMs = ports.clock.nowMs();
  const origin = {
    ...originOf(adapter, { name: basename(order.path), digest: sha256Hex(bytes) }, null),
    id: uuidV7(startedMs),
    startedMs,
  };
  let release: OpenedRelease | null = null;
  try {
    release = openRelease(bytes, order.signers, ports.clock, await judgeOf(ports));
    const { name, content } = release;
    return await ingestSource({ adapter, name, stream: once(content), onProgress }, release.origin, ports);
  } catch (error) {
    if (isReleaseRefusal(error))
      throw await reportRefusal(error, { ...origin, release: release?.origin ?? null }, ports.log);
    throw await reportMark(error, origin, ports);
  }
}

async function ingestSource(
  order: FileOrder,
  release: ReleaseOrigin | null,
  ports: IngestPorts,
): Promise<IngestReceipt> {
  const { adapter, onProgress } = order;
  await using source = await openSource(order);
  return await takeIn({
    ports,
    origin: originOf(adapter, source, release),
    parse: async () => mapRows(await parseSource(source, adapter), adapter),
    onProgress: (rowsRead) =>
      onProgress?.({ rowsRead, bytesRead: source.bytesRead(), bytesTotal: source.bytesTotal }),
  });
}

function originOf(
  adapter: Adapter,
  { name, digest }: Pick<Source, 'name' | 'digest'>,
  release: ReleaseOrigin | null,
): Intake['origin'] {
  return {
    adapter: adapter.name,
    adapterDigest: adapter.digest,
    sourceName: name,
    fileDigest: digest,
    subject: adapter.form.outputs[0]!.type,
    release,
  };
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Takes in records that are canonical already, as the sample's are: same checks, same guard, same transaction. */
export async function ingestRecords<T extends RecordTypeName>(
  { type, rows, sourceName, onProgress }: RecordsOrder<T>,
  ports: IngestPorts,
): Promise<IngestReceipt> {
  return takeIn({
    ports,
    origin: {
      adapter: 'records',
      adapterDigest: null,
      sourceName,
      fileDigest: null,
      subject: type,
      release: null,
    },
    parse: async () => mapRecords(type, rows),
    onProgress: (rowsRead) => onProgress?.(rowsRead),
  });
}

async function judgeOf({ incidents }: IngestPorts): Promise<MarkJudge> {
  return { hashOf: (text) => incidents.hashOf(text), released: await incidents.released() };
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
    const judge = await judgeOf(ports);
    guardName(origin.sourceName, judge);
    const mapped = await parse();
    const validated = validateRecords(mapped);
    const guarded = guardRows(validated, judge);
    const copied = await copyRecords(guarded, origin, ports.store, onProgress);
    const recorded = await recordIngest(copied, ports.log);
    return await publishBatch(recorded, ports.clock);
  } catch (error) {
    throw await reportMark(error, origin, ports);
  }
}
