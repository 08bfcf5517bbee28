import { createHash } from 'node:crypto';
import { LukouError } from '../../base/index.ts';
import { fetchProof, TILE_WIDTH } from '../../merkle/index.ts';
import type { LogReader } from '../log-reader.ts';
import type { DetailReader } from '../record-detail.ts';
import { NO_DETAILS, readDetailed } from './read-detailed.ts';

/** The form of the bundle, as its first and last line name it (docs/disclosure-log.md). */
const BUNDLE_FORM = 'disclosure-bundle/1';

/** One log's part of a bundle. */
export interface BundlePart {
  readonly log: string;
  readonly origin: string;
  /** Public keys (C2SP vkey), the oldest first. */
  readonly keys: readonly string[];
  /** The first record, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Records that `heads` cover at most. */
  readonly size: number;
  /** Signed heads, the one of `size` records first; further ones carry cosignatures and lie inside the part. */
  readonly heads: readonly string[];
}

/**
 * A bundle, piece by piece: with each, how many records it holds. `src/verify/audit-verify.mjs` says what its lines are.
 *
 * A record that the log does not hold any more is left out, and the verifier names it: an export of a damaged log must
 * show the damage.
 *
 * @throws LukouError LOG_ALTERED where a record cannot stand on one line; RangeError where hashes of the tree are gone.
 */
export async function* writeBundle(
  reader: LogReader,
  parts: readonly BundlePart[],
  details: DetailReader = NO_DETAILS,
): AsyncGenerator<{ readonly bytes: Buffer; readonly records: number }> {
  const digest = createHash('sha256');
  const sealed = (bytes: Buffer, records = 0) => {
    digest.update(bytes);
    return { bytes, records };
  };
  yield sealed(line({ lukou: BUNDLE_FORM, logs: parts.map(({ origin }) => origin) }));
  let total = 0;
  for (const part of parts) {
    yield sealed(await openPart(reader, part));
    for await (const { bytes, records } of writeRecords(reader, part, details)) {
      total += records;
      yield sealed(bytes, records);
    }
  }
  yield { bytes: line({ end: BUNDLE_FORM, records: total, sha256: digest.digest('hex') }), records: 0 };
}

async function openPart(
  reader: LogReader,
  { log, origin, keys, from, to, size, heads }: BundlePart,
): Promise<Buffer> {
  const left = await readRange(reader, log, 0, from);
  const right = await readRange(reader, log, to, size);
  return line({ log: origin, keys, from, to, size, left, right, heads });
}

async function* writeRecords(reader: LogReader, { log, from, to }: BundlePart, details: DetailReader) {
  const entries = readDetailed(reader, details, { log, from, to })[Symbol.asyncIterator]();
  let next = await entries.next();
  for (let start = from, end; start < to; start = end) {
    end = Math.min(to, start - (start % TILE_WIDTH) + TILE_WIDTH);
    const pieces: Buffer[] = [];
    const texts: string[] = [];
    for (; next.done !== true && next.value.index < end; next = await entries.next()) {
      const { index, leaf, detail } = next.value;
      if (leaf.includes(LINE_FEED))
        throw new LukouError('LOG_ALTERED', `Record ${index} of ${log} is not one line.`);
      pieces.push(leaf, NEWLINE);
      texts.push(detail ?? '');
    }
    const kept = await reader.readHashes(log, 0, start, end);
    const leafHashes = Buffer.concat([...kept]).toString('base64');
    const last = line({ leafHashes, ...(texts.some((text) => text !== '') && { details: texts }) });
    yield { bytes: Buffer.concat([...pieces, last]), records: texts.length };
  }
}

/** The roots of the largest complete subtrees from one record to before another, in base64. */
async function readRange(reader: LogReader, log: string, from: number, to: number): Promise<string[]> {
  const subtrees: (readonly [level: number, index: number])[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    subtrees.push([level, at / 2 ** level]);
    at += 2 ** level;
  }
  const roots = await fetchProof(
    (read) => subtrees.map(([level, index]) => Buffer.from(read(level, index))),
    (tileLevel, first, after) => reader.readHashes(log, tileLevel, first, after),
  );
  return roots.map((root) => root.toString('base64'));
}

const LINE_FEED = 0x0a;
const NEWLINE = Buffer.of(LINE_FEED);

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
