import { existsSync, readFileSync } from 'node:fs';
import { copyFile, constants } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type Bound,
  findRange,
  type LogReader,
  type RecordRange,
  writeBundle,
  writeRecords,
} from '../../audit/index.ts';
import { LukouError } from '../../base/index.ts';
import type { ExportOrder } from '../../cli/index.ts';
import { VERIFIER_PATH } from '../../verify/index.ts';
import { findLogs, type LogToRead } from './logs-to-read.ts';
import { alreadyThere, writeNewFile } from './write-new-file.ts';

/** What an export needs beside its order. */
export interface ExportParts {
  readonly reader: LogReader;
  /** Cosigned heads of a log, as far as this gateway keeps them. */
  readonly readWitnessed: (
    log: string,
  ) => Promise<readonly { readonly size: number; readonly note: string }[]>;
  readonly productVersion: string;
  readonly onProgress: (label: string, done: number, total: number) => void;
}

/** Throws where an order cannot be carried out, before anything is done for it. */
export function requireRoomFor({ out, format, withVerifier }: ExportOrder): void {
  if (existsSync(out)) throw alreadyThere(out);
  if (!existsSync(dirname(out)))
    throw new LukouError('EXPORT_IMPOSSIBLE', `There is no folder ${dirname(out)}. Make it first.`);
  if (withVerifier && format !== 'bundle')
    throw new LukouError('EXPORT_IMPOSSIBLE', 'The verifier checks bundles: give --format bundle with it.');
  // An auditor runs what lies there: an older one, or one of somebody else's, must not pass for this one.
  const beside = verifierBeside(out);
  if (withVerifier && existsSync(beside) && !readFileSync(beside).equals(readFileSync(VERIFIER_PATH)))
    throw alreadyThere(beside);
}

/**
 * Writes the log, or a part of it, to a new file, a piece at a time.
 *
 * @throws LukouError EXPORT_IMPOSSIBLE, LOG_ALTERED where the log is damaged so that it cannot even be shown.
 */
export async function exportLog(
  order: ExportOrder,
  parts: ExportParts,
): Promise<{ readonly records: number }> {
  const { out, format, withVerifier } = order;
  const logs = await findLogs(parts.reader, order.logs);
  const ranged = await Promise.all(logs.map((log) => rangeOf(log, order, parts.reader)));
  const total = ranged.reduce((sum, { from, to }) => sum + to - from, 0);
  const pieces =
    format === 'bundle'
      ? writeBundle(parts.reader, await Promise.all(ranged.map((range) => bundlePart(range, parts))))
      : writeRecords(parts.reader, ranged, format, parts.productVersion);
  let records = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      records += piece.records;
      parts.onProgress(`${basename(out)}: ${records} records`, records, total);
      yield piece.bytes;
    }
  };
  await writeNewFile(out, counted());
  if (withVerifier) await putVerifierBeside(out);
  return { records };
}

type Ranged = LogToRead & RecordRange;

async function rangeOf(log: LogToRead, order: ExportOrder, reader: LogReader): Promise<Ranged> {
  const { log: name, origin } = log.info;
  const bounds = { from: boundOf(order.from), to: boundOf(order.to) };
  const range = await findRange(reader, { log: name, origin, size: log.head.size }, bounds);
  const { prunedTo } = log.info;
  return {
    ...log,
    log: name,
    origin,
    from: Math.max(prunedTo, range.from),
    to: Math.max(prunedTo, range.to),
  };
}

function boundOf(bound: number | Date | null): Bound | null {
  if (bound === null) return null;
  return typeof bound === 'number' ? { index: bound } : { atMs: bound.getTime() };
}

async function bundlePart({ info, head, from, to }: Ranged, { readWitnessed }: ExportParts) {
  const witnessed = await readWitnessed(info.log);
  // A head outside of the part could not be compared with it.
  const inside = witnessed.filter(({ size }) => size >= from && (size <= to || size === head.size));
  return {
    log: info.log,
    origin: info.origin,
    keys: info.keys.map(({ vkey }) => vkey),
    from,
    to,
    size: head.size,
    heads: [head.note, ...inside.map(({ note }) => note)],
  };
}

const verifierBeside = (out: string): string => join(dirname(out), basename(VERIFIER_PATH));

async function putVerifierBeside(out: string): Promise<void> {
  const beside = verifierBeside(out);
  if (existsSync(beside)) return;
  await copyFile(VERIFIER_PATH, beside, constants.COPYFILE_EXCL);
}
