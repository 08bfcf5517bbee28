import { setImmediate as nextTurn } from 'node:timers/promises';
import { LukouError, randomHex16, sha256Hex, uuidV7 } from '../base/index.ts';
import { printNoteKey } from '../merkle/index.ts';
import { openBatchWriter, type Written } from './batch-writer.ts';
import type { LogFollower } from './derive-behind.ts';
import { operatorEntry } from './operator-entry.ts';
import { type DisclosureEntry, prepareRecord, readResultSha256 } from './record.ts';
import { makeDetail } from './record-detail.ts';
import type { LogParts } from './recover-log.ts';
import { placeRecord, type WaitingRecord } from './stored-record.ts';
import { withDeadline } from './with-deadline.ts';

declare const receiptBrand: unique symbol;

/** Proof that a disclosure was recorded durably. Only the log makes one; no data leaves without it. */
export interface Receipt {
  readonly [receiptBrand]: true;
  /** Which log: first line of its heads. */
  readonly origin: string;
  readonly index: number;
  /** RFC 6962 hash of the record, base64. */
  readonly leafHash: string;
  readonly id: string;
  readonly recordedAt: string;
  /** SHA-256 of the answer that was recorded, hexadecimal. */
  readonly resultSha256: string;
  /** The proof that the record is in the log, as C2SP tlog-proof: against the head that was signed with it. */
  prove(): string;
}

/** The disclosure log of one process: no record, no data. */
export interface AuditLog {
  /** Its name in the database. */
  readonly log: string;
  /** Its name to the world. */
  readonly origin: string;
  /** Why nothing can be recorded until somebody has looked at the log; null while it is whole. */
  readonly fatal: LukouError | null;
  /**
   * Records one disclosure durably.
   *
   * @throws LukouError AUDIT_UNAVAILABLE where it could not be written, or not in time; LIMIT_RECORD where
   *   the record does not fit; {@link AuditLog.fatal} where there is one.
   */
  record(entry: DisclosureEntry): Promise<Receipt>;
  /** Whether the log can be written now. Where an outcome is unknown, it is found out first. */
  isWritable(): Promise<boolean>;
  /** Waits for records under way, then takes no more. */
  close(): Promise<void>;
}

/** Limits of the log's one writer. */
export interface AuditLimits {
  /** Records in one transaction. */
  readonly batchSize: number;
  /** Records that may wait; more are refused at once. */
  readonly queueLength: number;
  /** How long one disclosure may wait for its record, and each step of a batch may take. */
  readonly deadlineMs: number;
}

const DEFAULT_LIMITS: AuditLimits = { batchSize: 500, queueLength: 10_000, deadlineMs: 5_000 };

interface Waiting extends WaitingRecord {
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: LukouError) => void;
}

/**
 * Opens a process's log: recovers it, then one writer commits all waiting records together.
 *
 * @throws LukouError LOG_ROLLED_BACK, LOG_FORKED, LOG_ALTERED or LOG_SIGNER_LOST where the log is not as it was left.
 */
export async function openAuditLog(
  parts: LogParts & {
    /** Whether the store keeps detail beside records, where it can be erased. Else records hold all of it themselves. */
    readonly keepsDetail?: boolean;
    readonly limits?: Partial<AuditLimits>;
    /** What comes behind the commits; closed with the log. */
    readonly follower?: LogFollower | undefined;
  },
): Promise<AuditLog> {
  const { store, signer, log, clock, keepsDetail = false, follower } = parts;
  const { batchSize, queueLength, deadlineMs } = { ...DEFAULT_LIMITS, ...parts.limits };
  const writer = await openBatchWriter(parts, deadlineMs);
  const origin = signer.key.name;
  const queue: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let closed = false;
  let fatal: LukouError | null = null;

  async function work(): Promise<void> {
    try {
      if (!writer.isCertain) await writer.settle();
      // Who asks in the same turn is written together, rather than the first alone and the others after it.
      await nextTurn();
      while (queue.length > 0) await writeBatch(queue.splice(0, batchSize));
    } catch (error) {
      refuseAll(queue.splice(0), error);
    } finally {
      writing = undefined;
    }
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const written = await writer.write((firstIndex) => placeAll(batch, firstIndex));
      batch.forEach(({ resolve }, at) => resolve(receiptFor(written, at)));
      follower?.wake();
    } catch (error) {
      refuseAll(batch, error);
    }
  }

  function placeAll(batch: readonly WaitingRecord[], firstIndex: number) {
    const recordedAt = new Date(clock.nowMs()).toISOString();
    return batch.map((waiting, offset) => placeRecord(waiting, firstIndex + offset, recordedAt));
  }

  function refuseAll(batch: readonly Waiting[], cause: unknown): void {
    if (cause instanceof LukouError && cause.kind === 'fatal') fatal ??= cause;
    // The commit may or may not have happened. Nothing leaves: a record without an answer is the safe side.
    const error = fatal ?? new LukouError('AUDIT_UNAVAILABLE', undefined, { cause });
    for (const waiting of batch) waiting.reject(error);
  }

  function receiptFor({ records, leafHashes, prove }: Written, at: number): Receipt {
    const { index, id, recordedAt, leaf } = records[at]!;
    return {
      origin,
      index,
      leafHash: leafHashes[at]!.toString('base64'),
      id,
      recordedAt,
      // Read back from the bytes that are stored: a receipt can vouch for nothing else.
      resultSha256: readResultSha256(leaf),
      prove: () => prove(index),
    } as Receipt;
  }

  function waitingRecord(entry: DisclosureEntry): WaitingRecord {
    const detail = keepsDetail ? makeDetail(entry) : null;
    // A record that does not fit must refuse its own request, not the whole batch that it would be written with.
    const place = prepareRecord(entry, detail?.commitment ?? null);
    return {
      entry,
      place,
      id: uuidV7(clock.nowMs()),
      nonce: randomHex16(),
      detail: detail?.text ?? null,
    };
  }

  /** What the log records of itself; the key is named by its SHA-256. */
  async function recordOwn(name: string, vkey: string, withSuccessor: boolean): Promise<void> {
    const requestId = uuidV7(clock.nowMs());
    const own = waitingRecord(operatorEntry({ name, documentSha256: sha256Hex(vkey), requestId }));
    await writer.write((firstIndex) => placeAll([own], firstIndex), withSuccessor);
  }

  if (writer.isNew) await recordOwn('begin log', printNoteKey(signer.key), false);
  if (signer.successor !== null) await recordOwn('change log key', printNoteKey(signer.successor), true);
  // Also for what a process that was killed has left.
  follower?.wake();

  return {
    log,
    origin,
    get fatal() {
      return fatal;
    },
    async record(entry) {
      if (fatal !== null) throw fatal;
      if (closed || queue.length >= queueLength) throw new LukouError('AUDIT_UNAVAILABLE');
      const waiting = waitingRecord(entry);
      const recorded = new Promise<Receipt>((resolve, reject) => {
        queue.push({ ...waiting, resolve, reject });
      });
      writing ??= work();
      return withDeadline(recorded, deadlineMs);
    },
    async isWritable() {
      if (closed || fatal !== null) return false;
      try {
        if (!writer.isCertain) await withDeadline((writing ??= work()), deadlineMs);
        await withDeadline(store.probe(), deadlineMs);
        return writer.isCertain && fatal === null;
      } catch (error) {
        if (error instanceof LukouError) return false;
        throw error;
      }
    },
    async close() {
      closed = true;
      await writing;
      await follower?.close();
      await signer.close();
    },
  };
}
