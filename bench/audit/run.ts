// Durable records per second from 64 requesters: the disclosure log with its tree, signed head, signer's file and record
// builder, beside a bare group commit of the same bytes into a table of two columns, in turns on one database. And the
// join's requests per second, beside the same requests with the log in memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuditLog, openFileSigner } from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import { createDisclosureLogStore, type Database, openDatabase } from '../../src/storage/index.ts';
import { median } from '../federation/peer-process.ts';
import { openBareLog } from './bare-log.ts';
import { openJoin } from './join.ts';
import { typicalEntry } from './typical-entry.ts';

const REQUESTERS = 64;
const ROUND_MS = 1_500;
const ROUNDS = 9;
const BAR = 0.6;
const JOIN_BAR = 0.85;

/** Runs the bench, prints what it found, and returns the figures. */
export async function run(): Promise<object> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lukou-bench-audit-'));
  const database = await openDatabase({
    dataFolder,
    mode: 'serve',
    onMessage: (message) => console.error(message),
  });
  try {
    return await measure(database, join(dataFolder, 'log'));
  } finally {
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measure(database: Database, folder: string): Promise<object> {
  const signer = await openFileSigner({ folder, log: 'bench', origin: 'lukou.bench/bench' });
  const store = createDisclosureLogStore(database.log);
  const log = await openAuditLog({ store, signer, log: 'bench', clock: systemClock });
  const bytes = await readOneLeaf(database, () => log.record(typicalEntry(0)));
  const bare = await openBareLog(database, bytes);
  let count = 0;
  console.log(`records of ${bytes.length} bytes, ${REQUESTERS} requesters, ${ROUNDS} rounds in turns`);
  const records = await compare(
    'bare group commit',
    bare.record,
    'log',
    () => log.record(typicalEntry(count++)),
    BAR,
  );
  bare.close();
  const { memory, durable } = await openJoin(log, REQUESTERS);
  const joins = await compare('join, log in memory', memory, 'durable', durable, JOIN_BAR);
  await log.close();
  return { bytesPerRecord: bytes.length, records, joins };
}

/** How many a second of each, in turns, and what part of the peer's ours are: of each round, then the median. */
async function compare(
  peerName: string,
  peer: () => Promise<unknown>,
  ourName: string,
  ours: () => Promise<unknown>,
  bar: number,
): Promise<object> {
  const rounds: (readonly [peer: number, ours: number])[] = [];
  // The first round warms everything up.
  for (let round = -1; round < ROUNDS; round += 1) {
    const rates = [await ratePerSecond(peer), await ratePerSecond(ours)] as const;
    if (round >= 0) rounds.push(rates);
  }
  const figures = {
    peerPerSecond: Math.round(median(rounds.map(([rate]) => rate))),
    oursPerSecond: Math.round(median(rounds.map(([, rate]) => rate))),
    ratio: Number(median(rounds.map(([peerRate, rate]) => rate / peerRate)).toFixed(2)),
    bar,
  };
  const verdict = figures.ratio >= bar ? 'met' : 'missed';
  console.log(
    `${peerName} ${figures.peerPerSecond}/s, ${ourName} ${figures.oursPerSecond}/s: ${figures.ratio} of it ` +
      `(bar ${bar}: ${verdict})`,
  );
  return figures;
}

async function ratePerSecond(record: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  let done = 0;
  const requester = async (): Promise<void> => {
    while (performance.now() - startMs < ROUND_MS) {
      await record();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: REQUESTERS }, requester));
  return (done * 1_000) / (performance.now() - startMs);
}

async function readOneLeaf(database: Database, record: () => Promise<{ id: string }>): Promise<Buffer> {
  const { id } = await record();
  const { rows } = await database.log.query<{ leaf: Buffer }>(
    'select leaf from oversight.disclosure where id = $1',
    [id],
  );
  return rows[0]!.leaf;
}
