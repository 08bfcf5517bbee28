// The workspace of a case over a year of passages: each part asked of a gateway as an analyst asks, for another vehicle each
// time, over 93 days. npm run bench -- case [--rows 5000000]
import { type ChildProcess, fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/storage/index.ts';
import { cpuMsOf, median, nextMessage, stopServer } from '../federation/peer-process.ts';
import { openDataset } from '../query/dataset.ts';
import type { Ready } from '../query/protocol.ts';
import { CASE, fillPassages, type FilledPassages } from './fill-passages.ts';
import { type CaseAnswer, type CaseQuestion, QUESTIONS } from './questions.ts';

const ROWS = 5_000_000;
const ROUNDS = 9;
const BAR_MS = 1_000;
const SPAN_DAYS = 93;
const DAY_MS = 86_400_000;

interface Measured {
  readonly name: string;
  readonly medianMs: number;
  readonly worstMs: number;
  /** Of the gateway; what the database takes is not in it. */
  readonly gatewayCpuMs: number;
}

/** Runs the bench, prints what it found, and returns the figures. */
export async function run({ rows = ROWS }: { readonly rows?: number } = {}): Promise<{
  readonly rows: number;
  readonly measured: readonly Measured[];
  readonly missed: readonly string[];
}> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lukou-bench-case-'));
  // As root the database server runs as another account, which must pass through.
  await chmod(dataFolder, 0o711);
  const database = await openDataset(dataFolder, 'serve');
  let gateway: ChildProcess | undefined;
  try {
    const filled = await fillPassages(database, rows, (message) => console.error(message));
    const program = join(import.meta.dirname, '../query/serve-lukou.ts');
    gateway = fork(program, [dataFolder, 'analyst', 'PUBLIC_SAFETY'], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const ready = (await nextMessage(gateway)) as Ready;
    const before = await countScans(database);
    const measured: Measured[] = [];
    for (const question of QUESTIONS) measured.push(await measure(question, ready, gateway, filled));
    const scans = await scansSince(before, database);
    return report(rows, measured, scans);
  } finally {
    await stopServer(gateway);
    await database.close();
    await rm(dataFolder, { recursive: true });
  }
}

/** The first round warms up. */
async function measure(
  { name, query, plateIn, check }: CaseQuestion,
  { url, headers }: Ready,
  gateway: ChildProcess,
  filled: FilledPassages,
): Promise<Measured> {
  const during = {
    from: new Date(filled.to.getTime() - SPAN_DAYS * DAY_MS).toISOString(),
    to: filled.to.toISOString(),
  };
  const times: number[] = [];
  let cpuBefore = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    if (round === 1) cpuBefore = await cpuMsOf(gateway);
    const startMs = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'lukou-case': CASE, ...headers },
      body: JSON.stringify({ query, variables: { plate: plateIn(round, filled), during } }),
    });
    const { data, errors } = (await response.json()) as { data: CaseAnswer; errors?: unknown };
    if (round > 0) times.push(performance.now() - startMs);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    check(data);
  }
  return {
    name,
    medianMs: Math.round(median(times)),
    worstMs: Math.round(Math.max(...times)),
    gatewayCpuMs: Math.round((await cpuMsOf(gateway)) - cpuBefore) / ROUNDS,
  };
}

/** How often partitions of passages were read from end to end, and by an index. */
interface Scans {
  readonly whole: number;
  readonly byIndex: number;
}

async function countScans(database: Database): Promise<Scans> {
  // A connection tells the server what it did within a second of doing it, or when it ends.
  await sleep(2_000);
  const { rows } = await database.app.query<Scans>(
    `select sum(seq_scan)::int as whole, sum(idx_scan)::int as "byIndex" from pg_stat_user_tables
     where relname ~ '^(gantry_)?passage_[0-9]'`,
  );
  return rows[0]!;
}

async function scansSince(before: Scans, database: Database): Promise<Scans> {
  const after = await countScans(database);
  return { whole: after.whole - before.whole, byIndex: after.byIndex - before.byIndex };
}

function report(rows: number, measured: readonly Measured[], scans: Scans) {
  console.log(`the workspace of a case, ${rows} passages over a year, ${SPAN_DAYS} days asked for`);
  for (const { name, medianMs, worstMs, gatewayCpuMs } of measured) {
    const verdict = worstMs <= BAR_MS ? 'met' : 'missed';
    console.log(
      `  ${name}: ${medianMs} ms, at worst ${worstMs} ms (bar ${BAR_MS} ms: ${verdict}); CPU of the gateway ${gatewayCpuMs.toFixed(1)} ms`,
    );
  }
  console.log(`  partitions of passages read whole: ${scans.whole}; by an index: ${scans.byIndex}`);
  const missed = [
    ...measured
      .filter(({ worstMs }) => worstMs > BAR_MS)
      .map(({ name, worstMs }) => `${name}: ${worstMs} ms at worst, the bar is ${BAR_MS} ms`),
    ...(scans.whole === 0 ? [] : [`${scans.whole} partitions of passages were read from end to end`]),
  ];
  return { rows, measured, scans, missed };
}
