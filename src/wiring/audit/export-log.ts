import { existsSync, readFileSync } from 'node:fs';
import { copyFile, constants } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type Bound,
  type DetailReader,
  findDisagreement,
  findRange,
  type KeptHead,
  type LogInfo,
  logIsGone,
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

type NamedLog = Pick<LogInfo, 'log' | 'origin'>;

/** What an export needs beside its order. */
export interface ExportParts {
  readonly reader: LogReader;
  readonly details: DetailReader;
  /** Cosigned heads of a log, as far as this gateway keeps them. */
  readonly readWitnessed: (
    log: string,
  ) => Promise<readonly { readonly size: number; readonly note: string }[]>;
  /** The logs that are signed here. */
  readonly listKept: () => Promise<readonly NamedLog[]>;
  /** The last head that a log's signer keeps; null where the signer is elsewhere. */
  readonly readKept: (log: NamedLog) => Promise<KeptHead | null>;
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
 * @throws LukouError EXPORT_IMPOSSIBLE, LOG_ALTERED where the log is damaged so that it cannot even be shown;
 *   LOG_ROLLED_BACK or LOG_FORKED, after the file is written, where the database does not hold what the signer keeps.
 */
export async function exportLog(
  order: ExportOrder,
  parts: ExportParts,
): Promise<{ readonly records: number }> {
  const { out, format, withVerifier } = order;
  const logs = await findLogsAndKept(order.logs, parts);
  const gone = order.logs.length > 0 ? [] : await findGone(logs, parts);
  const ranged = await Promise.all(logs.map((log) => rangeOf(log, order, parts.reader)));
  const total = ranged.reduce((sum, { from, to }) => sum + to - from, 0);
  const pieces =
    format === 'bundle'
      ? writeBundle(
          parts.reader,
          await Promise.all(ranged.map((range) => bundlePart(range, parts))),
          parts.details,
        )
      : writeRecords(parts.reader, ranged, format, parts.productVersion, parts.details);
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
  const [wrong] = [...gone, ...logs.flatMap(({ disagreement }) => disagreement ?? [])];
  if (wrong === undefined) return { records };
  throw new LukouError(wrong.code, `${wrong.detail} ${out} shows what the database holds.`);
}

interface ComparedLog extends LogToRead {
  readonly kept: KeptHead | null;
  /** Why it is not the log that its signer keeps a head of; null where it is, or nobody can tell. */
  readonly disagreement: LukouError | null;
}

async function findLogsAndKept(
  names: readonly string[],
  { reader, readKept }: ExportParts,
): Promise<readonly ComparedLog[]> {
  const keptOf = new Map<string, KeptHead | null>();
  // Before the database's heads, which a gateway that runs moves on first.
  for (const { info } of await findLogs(reader, names)) keptOf.set(info.log, await readKept(info));
  const logs = await findLogs(reader, names);
  return Promise.all(
    logs.map(async (log) => {
      const kept = keptOf.get(log.info.log) ?? null;
      const disagreement = kept === null ? null : await findDisagreement(reader, log.head, kept);
      return { ...log, kept, disagreement };
    }),
  );
}

/** Why logs are not in the database that are signed here. */
async function findGone(
  logs: readonly ComparedLog[],
  { listKept, readKept }: ExportParts,
): Promise<readonly LukouError[]> {
  const missing = (await listKept()).filter(({ log }) => !logs.some(({ info }) => info.log === log));
  const heads = await Promise.all(missing.map(readKept));
  return missing.flatMap(({ log }, at) => {
    const kept = heads[at];
    // A signer without a record is one whose log was never begun.
    return kept == null || kept.size === 0 ? [] : logIsGone(log, kept);
  });
}

type Ranged = ComparedLog & RecordRange;

async function rangeOf(log: ComparedLog, order: ExportOrder, reader: LogReader): Promise<Ranged> {
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

async function bundlePart(
  { info, head, from, to, kept, disagreement }: Ranged,
  { readWitnessed }: ExportParts,
) {
  const witnessed = await readWitnessed(info.log);
  const takenOver = info.keys.flatMap(({ note, fromSize }) =>
    note === null ? [] : { note, size: fromSize },
  );
  // A head outside of the part could not be compared with it.
  const inside = [...witnessed, ...takenOver].filter(
    ({ size }) => size >= from && (size <= to || size === head.size),
  );
  return {
    log: info.log,
    origin: info.origin,
    keys: info.keys.map(({ vkey }) => vkey),
    from,
    to,
    size: head.size,
    // The signer's own word goes along where the database is not as it says: the bundle is then not whole.
    heads: [head.note, ...inside.map(({ note }) => note), ...(disagreement === null ? [] : [kept!.note])],
  };
}

const verifierBeside = (out: string): string => join(dirname(out), basename(VERIFIER_PATH));

async function putVerifierBeside(out: string): Promise<void> {
  const beside = verifierBeside(out);
  if (existsSync(beside)) return;
  await copyFile(VERIFIER_PATH, beside, constants.COPYFILE_EXCL);
}
