import { setTimeout } from 'node:timers/promises';
import { type Clock, LukouError } from '../../base/index.ts';
import { describeTrouble } from '../describe-trouble.ts';
import { readExportedRecord } from '../export/exported-record.ts';
import { findTime } from '../export/find-time.ts';
import { toOcsf } from '../export/print-ocsf.ts';
import { readDetailed } from '../export/read-detailed.ts';
import { printOneLine } from '../one-line-json.ts';
import type { LogInfo, LogReader } from '../log-reader.ts';
import type { DetailReader } from '../record-detail.ts';
import type { CopySender, RecordCopy } from './copy-sender.ts';

/** How far a forwarder has come in each log: the index of the next record to send. */
export type ForwardPosition = Readonly<Record<string, number>>;

/** What a forwarder works with. */
export interface ForwardParts {
  readonly reader: LogReader;
  readonly details: DetailReader;
  readonly sender: CopySender;
  /** Names of the logs, in the database. */
  readonly listLogs: () => Promise<
    readonly (Pick<LogInfo, 'log' | 'origin' | 'prunedTo'> & { readonly size: number })[]
  >;
  readonly position: ForwardPosition;
  /** Resolves when the position would survive a crash. */
  readonly keepPosition: (position: ForwardPosition) => Promise<void>;
  readonly clock: Clock;
  readonly productVersion: string;
  readonly onLag: (lag: {
    readonly sent: number;
    readonly waiting: number;
    readonly seconds: number;
    readonly trouble: string | null;
  }) => void;
  readonly signal: AbortSignal;
}

const BATCH = 500;
const LOOK_EVERY_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Sends copies of committed records, each at least once and in the order of its log, until `signal` is aborted. It
 * reads what was committed and touches nothing that an answer waits for: a collector that is down makes it fall
 * behind, and `onLag` says how far.
 */
export async function forwardLog(parts: ForwardParts): Promise<void> {
  const { sender, signal, onLag } = parts;
  let position: ForwardPosition = parts.position;
  let sent = 0;
  let pauseMs = LOOK_EVERY_MS;
  let lag = { waiting: 0, seconds: 0 };
  while (!signal.aborted) {
    let trouble: string | null = null;
    try {
      for (let batch = await nextBatch(parts, position); batch !== null && !signal.aborted;) {
        await sender.send(batch.copies);
        // A crash before this line sends the batch once more.
        await parts.keepPosition(batch.position);
        position = batch.position;
        sent += batch.copies.length;
        batch = await nextBatch(parts, position);
      }
      pauseMs = LOOK_EVERY_MS;
    } catch (error) {
      trouble = describeTrouble(error);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    try {
      lag = await lagOf(parts, position);
    } catch (error) {
      // A log that cannot be read is told of and looked at again; what is known of the lag is from before.
      trouble ??= describeTrouble(error);
    }
    onLag({ sent, ...lag, trouble });
    // An interruption ends the wait; it is what the loop looks at next.
    await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  await sender.close();
}

async function nextBatch(
  { reader, details, listLogs, productVersion }: ForwardParts,
  position: ForwardPosition,
): Promise<{ readonly copies: readonly RecordCopy[]; readonly position: ForwardPosition } | null> {
  const logs = await listLogs();
  for (const { log, origin, size, prunedTo } of logs) {
    const from = Math.max(prunedTo, position[log] ?? 0);
    const copies: RecordCopy[] = [];
    let next = from;
    // However many records are missing: they must not hold up what follows.
    for await (const { index, leaf, detail } of readDetailed(reader, details, { log, from, to: size })) {
      const record = readExportedRecord(leaf, origin, index, detail);
      const text = printOneLine(toOcsf(record, origin, productVersion));
      copies.push({ time: record.time, stage: record.stage, text });
      next = index + 1;
      if (copies.length === BATCH) break;
    }
    if (copies.length > 0) return { copies, position: { ...position, [log]: next } };
  }
  const shorter = logs.find(({ log, size }) => (position[log] ?? 0) > size);
  if (shorter === undefined) return null;
  throw new LukouError(
    'LOG_ROLLED_BACK',
    `Copies of ${position[shorter.log]} records of ${shorter.origin} were sent, and it holds ${shorter.size}.`,
  );
}

async function lagOf({ reader, listLogs, clock }: ForwardParts, position: ForwardPosition) {
  let [waiting, seconds] = [0, 0];
  for (const { log, origin, size, prunedTo } of await listLogs()) {
    const next = Math.max(prunedTo, position[log] ?? 0);
    waiting += Math.max(0, size - next);
    const atMs = await findTime(reader, { log, origin }, next, Math.min(size, next + 1));
    if (atMs !== null) seconds = Math.max(seconds, (clock.nowMs() - atMs) / 1_000);
  }
  return { waiting, seconds };
}
