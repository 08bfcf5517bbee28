import { basename } from 'node:path';
import { sha256Hex, uuidV7 } from '../base/index.ts';
import type { ReleaseSigner } from '../classification/index.ts';
import type { Adapter } from './adapter/read-adapter.ts';
import { copyRecords } from './copy-records.ts';
import { guardName, guardRows, type MarkJudge } from './guard-rows.ts';
import { mapRecords, mapRows, type LabelledRow } from './map-rows.ts';
import { parseMessages, parseSource } from './parse-source.ts';
import { openRelease, readPackage } from './open-release.ts';
import type { BatchOrigin, IngestStore, ReleaseOrigin } from './ports.ts';
import { publishBatch } from './publish-batch.ts';
import { recordIngest } from './record-ingest.ts';
import type { IngestReceipt } from './receipt.ts';
import { reportRefusal } from './report-refusal.ts';
import type { ReportPorts } from './report-stop.ts';
import type { RecordTypeName } from './record-types.ts';
import { openSource, type Source, type SourceOrder } from './source/open-source.ts';
import type { Mapped } from './stages.ts';
import { validateRecords } from './validate-records.ts';

/** What the flow needs; main brings it. */
export interface IngestPorts extends ReportPorts {
  readonly store: IngestStore;
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

/** Messages of a stream, to take in together. */
export interface MessagesOrder {
  readonly adapter: Adapter;
  /** What to call them in the books. */
  readonly name: string;
  /** Each a source of its own: a document, or lines. */
  readonly messages: readonly Uint8Array[];
}

/** Records that are canonical already, to take in. */
export interface RecordsOrder<T extends RecordTypeName> {
  readonly type: T;
  readonly rows: Iterable<LabelledRow<T>> | AsyncIterable<LabelledRow<T>>;
  /** What to call them in the books. */
  readonly sourceName: string;
  /** SHA-256 of what they were made by, such as a scoring model; the record of the run holds it. */
  readonly madeBy?: string;
  readonly onProgress?: ((rowsRead: number) => void) | undefined;
}

/**
 * Takes in one file: all of it that fits, or nothing.
 *
 * @throws LukouError INGEST_REFUSED where the file cannot be read, or where the guard stopped it (an
 *   {@link IngestRefusal} with the incident), recorded before it is thrown unless the file could not even be opened;
 *   AUDIT_UNAVAILABLE where the run cannot be recorded; STORAGE_FAULT.
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
  const file = { name: basename(order.path), digest: sha256Hex(bytes) };
  const { origin, name, content, digest } = await startRun(
    originOf(adapter, file, null),
    ports,
    async (_run, judge) => openRelease(bytes, order.signers, ports.clock, judge),
  );
  return await ingestSource({ adapter, name, stream: [content], digest, onProgress }, origin, ports);
}

/**
 * Takes in messages in one run: what fits of all of them, or nothing.
 *
 * @throws what {@link ingestFile} throws. Only of a message that is alone a refusal is on record: of several nobody knows
 *   which it was, and who hands them in tries again with fewer.
 */
export async function ingestMessages(
  { adapter, name, messages }: MessagesOrder,
  ports: IngestPorts,
): Promise<IngestReceipt> {
  await using source = await openSource({
    name,
    stream: messages,
    digest: sha256Hex(Buffer.concat(messages)),
  });
  return await takeIn({
    ports,
    origin: originOf(adapter, source, null),
    parse: async () => mapRows(await parseMessages(source, adapter), adapter),
    onProgress: () => undefined,
    isTrial: messages.length > 1,
  });
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
): RunOrigin {
  return {
    adapter: adapter.name,
    adapterDigest: adapter.digest,
    sourceName: name,
    fileDigest: digest,
    subject: adapter.form.outputs[0]!.type,
    release,
  };
}

/** Takes in records that are canonical already, as the sample's are: same checks, same guard, same transaction. */
export async function ingestRecords<T extends RecordTypeName>(
  { type, rows, sourceName, madeBy, onProgress }: RecordsOrder<T>,
  ports: IngestPorts,
): Promise<IngestReceipt> {
  return takeIn({
    ports,
    origin: {
      adapter: 'records',
      adapterDigest: madeBy ?? null,
      sourceName,
      fileDigest: null,
      subject: type,
      release: null,
    },
    parse: async () => mapRecords(type, rows),
    onProgress: (rowsRead) => onProgress?.(rowsRead),
  });
}

interface Intake {
  readonly ports: IngestPorts;
  readonly origin: RunOrigin;
  readonly parse: () => Promise<Mapped>;
  readonly onProgress: (rowsRead: number) => void;
  /** Whether a refusal settles nothing yet, and so is not reported. */
  readonly isTrial?: boolean;
}

function takeIn({ ports, origin, parse, onProgress, isTrial = false }: Intake): Promise<IngestReceipt> {
  return startRun(origin, { ...ports, isTrial }, async (run, judge) => {
    const mapped = await parse();
    const validated = validateRecords(mapped);
    const guarded = guardRows(validated, judge);
    const copied = await copyRecords(guarded, run, ports.store, onProgress);
    const recorded = await recordIngest(copied, ports.log);
    return await publishBatch(recorded, ports.clock);
  });
}

type RunOrigin = Omit<BatchOrigin, 'id' | 'startedMs'>;

/** Starts a run with the guard at its name; what refuses the source on the way is on record before it is thrown. */
async function startRun<T>(
  origin: RunOrigin,
  { isTrial = false, ...ports }: IngestPorts & Pick<Intake, 'isTrial'>,
  work: (run: BatchOrigin, judge: MarkJudge) => Promise<T>,
): Promise<T> {
  const { incidents, clock } = ports;
  const startedMs = clock.nowMs();
  const run = { ...origin, id: uuidV7(startedMs), startedMs };
  try {
    const judge = { hashOf: (text: string) => incidents.hashOf(text), released: await incidents.released() };
    guardName(run.sourceName, judge);
    return await work(run, judge);
  } catch (error) {
    throw isTrial ? error : await reportRefusal(error, run, ports);
  }
}
