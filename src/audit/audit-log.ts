import { type Clock, LukouError, randomHex16, uuidV7 } from '../base/index.ts';
import { type DisclosureEntry, type PlaceRecord, prepareRecord, readResultSha256 } from './record.ts';
import type { LogStore, StoredRecord } from './log-store.ts';

declare const receiptBrand: unique symbol;

/** Proof that a disclosure was recorded durably. Only the log makes one; no data leaves without it. */
export interface Receipt {
  readonly [receiptBrand]: true;
  readonly index: number;
  readonly id: string;
  readonly recordedAt: string;
  /** SHA-256 of the answer that was recorded, hexadecimal. */
  readonly resultSha256: string;
}

/** The disclosure log: no record, no data. */
export interface AuditLog {
  /**
   * Records one disclosure durably.
   *
   * @throws LukouError AUDIT_UNAVAILABLE where it could not be written, or not in time; LIMIT_RECORD where
   *   the record does not fit.
   */
  record(entry: DisclosureEntry): Promise<Receipt>;
  /** Whether the log can be written now. */
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
  /** How long one disclosure may wait for its record. A hung disk is not a failed disk: both end here. */
  readonly deadlineMs: number;
}

const DEFAULT_LIMITS: AuditLimits = { batchSize: 500, queueLength: 10_000, deadlineMs: 5_000 };

interface Waiting {
  readonly entry: DisclosureEntry;
  readonly place: PlaceRecord;
  readonly id: string;
  readonly nonce: string;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: LukouError) => void;
}

/** Opens the log over `store`: one writer that commits all waiting records together. */
export function openAuditLog(store: LogStore, clock: Clock, limits: Partial<AuditLimits> = {}): AuditLog {
  const { batchSize, queueLength, deadlineMs } = { ...DEFAULT_LIMITS, ...limits };
  const queue: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let closed = false;

  async function writeBatches(): Promise<void> {
    while (queue.length > 0) await writeBatch(queue.splice(0, batchSize));
    writing = undefined;
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    let receipts: readonly Receipt[] = [];
    try {
      await store.append((firstIndex) => {
        const recordedAt = new Date(clock.nowMs()).toISOString();
        const stored = batch.map((waiting, offset) => storedRecord(waiting, firstIndex + offset, recordedAt));
        receipts = stored.map(receiptFor);
        return stored;
      });
    } catch (cause) {
      // The commit may or may not have happened. Nothing leaves: a record without an answer is the safe side.
      for (const waiting of batch) waiting.reject(new LukouError('AUDIT_UNAVAILABLE', undefined, { cause }));
      return;
    }
    batch.forEach((waiting, offset) => waiting.resolve(receipts[offset]!));
  }

  return {
    async record(entry) {
      if (closed || queue.length >= queueLength) throw new LukouError('AUDIT_UNAVAILABLE');
      const nowMs = clock.nowMs();
      const id = uuidV7(nowMs);
      const nonce = randomHex16();
      // A record that does not fit must refuse its own request, not the whole batch that it would be written with.
      const place = prepareRecord(entry);
      const recorded = new Promise<Receipt>((resolve, reject) => {
        queue.push({ entry, place, id, nonce, resolve, reject });
      });
      writing ??= writeBatches();
      return withDeadline(recorded, deadlineMs);
    },
    async isWritable() {
      if (closed) return false;
      try {
        await withDeadline(store.probe(), deadlineMs);
        return true;
      } catch (error) {
        if (error instanceof LukouError) return false;
        throw error;
      }
    },
    async close() {
      closed = true;
      await writing;
    },
  };
}

function storedRecord({ entry, place, id, nonce }: Waiting, index: number, recordedAt: string): StoredRecord {
  return {
    index,
    id,
    recordedAt,
    stage: entry.stage,
    agency: entry.actor.agency,
    role: entry.actor.role,
    actor: entry.actor.pseudonym,
    purpose: entry.purpose.code,
    caseReference: entry.purpose.caseReference,
    operationName: entry.operation.name,
    code: entry.result.code,
    rowCount: entry.result.rows,
    agreements: entry.agreements.map(({ uid, version }) => `${uid}@${version}`),
    coordinates: entry.fields.map(([coordinate]) => coordinate),
    denied: entry.fields
      .filter(([, decision]) => decision.startsWith('deny'))
      .map(([coordinate]) => coordinate),
    leaf: place({ index, id, recordedAt, nonce }),
  };
}

function receiptFor(stored: StoredRecord): Receipt {
  const { index, id, recordedAt } = stored;
  // Read back from the bytes that are stored: a receipt can vouch for nothing else.
  return { index, id, recordedAt, resultSha256: readResultSha256(stored.leaf) } as Receipt;
}

async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LukouError('AUDIT_UNAVAILABLE')), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // The loser of the race may still reject; its reason was already told to the caller.
    work.catch(() => undefined);
  }
}
