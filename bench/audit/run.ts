// Durable records per second from 64 requesters: the disclosure log with its tree, signed head, signer's file and record
// builder, beside a bare group commit of the same bytes into a table of two columns, in turns on one database; and the same
// log with what it is searched by derived behind it, until nothing is left to derive. And the join's requests per second,
// beside the same requests with the log in memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AuditLog,
  deriveBehind,
  openAuditLog,
  openFileSigner,
  type Receipt,
} from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import {
  createDisclosureLogStore,
  createLogDeriver,
  type Database,
  deriveCommitted,
  findDisclosureLeaf,
  openDatabase,
} from '../../src/storage/index.ts';
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
  const plain = await openBenchLog(database, folder, 'bench');
  const derived = await openBenchLog(database, folder, 'bench-derived', true);
  const bytes = await readOneLeaf(database, () => plain.record(typicalEntry(0)));
  const bare = await openBareLog(database, bytes, 'rows');
  const bareBatches = await openBareLog(database, bytes, 'batches');
  let count = 0;
  console.log(`records of ${bytes.length} bytes, ${REQUESTERS} requesters, ${ROUNDS} rounds in turns`);
  const records = await compare({ name: 'bare group commit', work: bare.record }, [
    { name: 'log', work: () => plain.record(typicalEntry(count++)), bar: BAR },
    {
      name: 'log, derived too',
      work: () => derived.record(typicalEntry(count++)),
      settle: () => deriveCommitted(database.app, 'bench-derived'),
    },
    { name: 'bare, a row a batch', work: bareBatches.record },
  ]);
  bare.close();
  bareBatches.close();
  const theJoin = await openJoin(REQUESTERS);
  const joins = await compare({ name: 'join, log in memory', work: theJoin.memory }, [
    { name: 'durable', work: theJoin.through(plain), bar: JOIN_BAR },
    {
      name: 'durable, derived too',
      work: theJoin.through(derived),
      settle: () => deriveCommitted(database.app, 'bench-derived'),
    },
  ]);
  await plain.close();
  await derived.close();
  return { bytesPerRecord: bytes.length, records, joins };
}

async function openBenchLog(
  database: Database,
  folder: string,
  log: string,
  isDerived = false,
): Promise<AuditLog> {
  const signer = await openFileSigner({ folder, log, origin: `lukou.bench/${log}` });
  const store = createDisclosureLogStore(database.log);
  const deriver = createLogDeriver(database.log);
  const follower = isDerived ? deriveBehind({ deriver, log, onMessage: console.error }) : undefined;
  return openAuditLog({ store, signer, log, clock: systemClock, follower });
}

/** What is measured: how many of it a second. */
interface Contender {
  readonly name: string;
  readonly work: () => Promise<unknown>;
  /** What belongs to it and is left over at the end of a round; its time counts. */
  readonly settle?: () => Promise<void>;
  /** What part of the peer's it should be. */
  readonly bar?: number;
}

/** How many a second of each, in turns, and what part of the peer's each is: of each round, then the median. */
async function compare(peer: Contender, ours: readonly Contender[]): Promise<object> {
  const rounds: (readonly number[])[] = [];
  // The first round warms everything up.
  for (let round = -1; round < ROUNDS; round += 1) {
    const rates: number[] = [];
    for (const contender of [peer, ...ours]) rates.push(await ratePerSecond(contender));
    if (round >= 0) rounds.push(rates);
  }
  const medianOf = (at: number): number => Math.round(median(rounds.map((rates) => rates[at]!)));
  const figures = ours.map(({ name, bar }, at) => ({
    name,
    perSecond: medianOf(at + 1),
    ratio: Number(median(rounds.map((rates) => rates[at + 1]! / rates[0]!)).toFixed(2)),
    ...(bar !== undefined && { bar }),
  }));
  console.log(`${peer.name} ${medianOf(0)}/s`);
  for (const { name, perSecond, ratio, bar } of figures) {
    const verdict = bar === undefined ? '' : ` (bar ${bar}: ${ratio >= bar ? 'met' : 'missed'})`;
    console.log(`  ${name} ${perSecond}/s: ${ratio} of it${verdict}`);
  }
  return { peer: peer.name, peerPerSecond: medianOf(0), figures };
}

async function ratePerSecond({ work, settle }: Contender): Promise<number> {
  const startMs = performance.now();
  let done = 0;
  const requester = async (): Promise<void> => {
    while (performance.now() - startMs < ROUND_MS) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: REQUESTERS }, requester));
  await settle?.();
  return (done * 1_000) / (performance.now() - startMs);
}

async function readOneLeaf(database: Database, record: () => Promise<Receipt>): Promise<Buffer> {
  const { index } = await record();
  return (await findDisclosureLeaf(database.log, 'bench', index))!;
}
