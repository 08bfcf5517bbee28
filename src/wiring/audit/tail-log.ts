import { setTimeout } from 'node:timers/promises';
import { type LogReader, readExportedRecord } from '../../audit/index.ts';
import type { TailedRecord } from '../../cli/index.ts';
import { findLogs } from './logs-to-read.ts';

const LOOK_EVERY_MS = 500;

/** What is printed, and for how long. */
export interface TailOrder {
  readonly logs: readonly string[];
  /** How many of the last records of each log. */
  readonly lines: number;
  readonly follow: boolean;
}

/** The last records of each log, then new ones as they are committed, until `signal` is aborted. */
export async function* tailLog(
  reader: LogReader,
  { logs, lines, follow }: TailOrder,
  signal: AbortSignal,
): AsyncGenerator<TailedRecord> {
  const next = new Map<string, number>();
  let isFirst = true;
  while (!signal.aborted) {
    for (const { info, head } of await findLogs(reader, logs)) {
      const { log, origin } = info;
      // A log that is born later is shown from its first record.
      const from = next.get(log) ?? (isFirst ? Math.max(0, head.size - lines) : 0);
      for await (const { index, leaf } of reader.readEntries(log, from, head.size)) {
        if (signal.aborted) return;
        yield tailedRecord(leaf, origin, index);
      }
      next.set(log, head.size);
    }
    isFirst = false;
    if (!follow) return;
    // An interruption ends the wait; it is what the loop looks at next.
    await setTimeout(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

function tailedRecord(leaf: Buffer, origin: string, index: number): TailedRecord {
  const { time, stage, actor, purpose, op, result } = readExportedRecord(leaf, origin, index);
  return {
    origin,
    index,
    time,
    stage,
    code: result.code,
    agency: actor.agency,
    role: actor.role,
    purpose: purpose.code,
    caseReference: purpose.caseRef,
    operation: op.name,
    rows: result.rows,
  };
}
