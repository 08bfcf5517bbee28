// The first page of a search over a log of two million records, and counts over a month of it: asked of a gateway as the
// console asks, beside the same query over a connection to the same database, in turns.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import { cpuMsOf, median, nextMessage, stopServer } from '../federation/peer-process.ts';
import { openDataset } from '../query/dataset.ts';
import type { Ready } from '../query/protocol.ts';
import { fillLog } from './fill-log.ts';
import { COUNTS, listSearches, pageOf, type Search } from './questions.ts';

const RECORDS = 2_000_000;
const ROUNDS = 9;
/** As many rows as the console asks for. */
const PAGE = 100;
const BAR_MS = 300;
const DAY_MS = 86_400_000;
const LOG_DAYS = 62;
const COUNTED_DAYS = 31;

const CONSOLE = join(import.meta.dirname, '../../console/src');
const LIST = ['pages/disclosures/disclosures.graphql', 'records/listed-record.graphql']
  .map((name) => readFileSync(join(CONSOLE, name), 'utf8'))
  .join('\n');
const OVERVIEW = readFileSync(join(CONSOLE, 'pages/overview/overview.graphql'), 'utf8');
const COUNT = `query Count($by: DisclosureDimension!, $during: TimeRange!) {
  disclosureCounts(by: $by, during: $during) { key answers refusals }
}`;

interface Measured {
  readonly name: string;
  readonly gatewayMs: number;
  /** Processor time of the gateway, which tells more than the clock where others use the machine. */
  readonly gatewayCpuMs: number;
  readonly psqlMs: number;
}

/** Runs the bench, prints what it found, and returns the figures. */
export async function run(): Promise<object> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lukou-bench-search-'));
  // As root the database server runs as another account, which must pass through.
  await chmod(dataFolder, 0o711);
  const database = await openDataset(dataFolder, 'serve');
  let gateway: ChildProcess | undefined;
  try {
    const nowMs = Date.now();
    // Into tomorrow: the questions that are asked here are no part of the first page.
    const log = {
      records: RECORDS,
      from: new Date(nowMs - (LOG_DAYS - 1) * DAY_MS),
      to: new Date(nowMs + DAY_MS),
    };
    await fillLog(database, log, showProgress);
    const program = join(import.meta.dirname, '../query/serve-lukou.ts');
    const child = fork(program, [dataFolder, 'auditor', 'OVERSIGHT'], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    gateway = child;
    const ready = (await nextMessage(child)) as Ready;
    const month = [
      new Date(nowMs - COUNTED_DAYS * DAY_MS).toISOString(),
      new Date(nowMs).toISOString(),
    ] as const;
    return await database.owner((psql) => measureAll({ ready, gateway: child, psql, month }));
  } finally {
    await stopServer(gateway);
    await database.close();
    await rm(dataFolder, { recursive: true });
  }
}

/** The two that are asked, and the span that is counted. */
interface Asked {
  readonly ready: Ready;
  readonly gateway: ChildProcess;
  readonly psql: Client;
  readonly month: readonly [from: string, to: string];
}

async function measureAll(asked: Asked): Promise<object> {
  const searches = await inTurns('searches', listSearches(asked.month), (search) =>
    measureSearch(search, asked),
  );
  report(`first page of ${PAGE}, of ${RECORDS} records`, searches, BAR_MS);
  const counts = await inTurns('counts', COUNTS, (count) => measureCount(count, asked));
  report(`counts of ${COUNTED_DAYS} days`, counts);
  const overview = await measureOverview(asked);
  report('the overview: five counts, logs, incidents and budgets, beside the five counts alone', [overview]);
  return { records: RECORDS, rounds: ROUNDS, barMs: BAR_MS, searches, counts, overview };
}

async function inTurns<Item>(
  label: string,
  items: readonly Item[],
  measure: (item: Item) => Promise<Measured>,
): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (const item of items) {
    all.push(await measure(item));
    showProgress(label, all.length, items.length);
  }
  return all;
}

async function measureSearch(search: Search, asked: Asked): Promise<Measured> {
  const { ready, psql } = asked;
  const variables = { first: PAGE, filter: search.filter };
  return compare(
    search.name,
    asked,
    async () => {
      const { disclosureRecords } = await ask<{ disclosureRecords: { nodes: readonly Place[] } }>(
        ready,
        LIST,
        variables,
      );
      return disclosureRecords.nodes.map(placeOf);
    },
    async () => (await psql.query<Place>(pageOf(search, PAGE))).rows.map(placeOf),
  );
}

interface Place {
  readonly log: string;
  readonly index: number;
}

const placeOf = ({ log, index }: Place): string => `${log}/${index}`;

async function measureCount({ by, sql }: (typeof COUNTS)[number], asked: Asked): Promise<Measured> {
  const {
    ready,
    psql,
    month: [from, to],
  } = asked;
  return compare(
    by.toLowerCase(),
    asked,
    async () => {
      const variables = { by, during: { from, to } };
      const { disclosureCounts } = await ask<{ disclosureCounts: readonly Count[] }>(ready, COUNT, variables);
      return sorted(disclosureCounts);
    },
    async () => sorted((await psql.query<Count>(sql, [from, to])).rows),
  );
}

interface Count {
  readonly key: string;
  readonly answers: number;
  readonly refusals: number;
}

function sorted(counts: readonly Count[]): readonly Count[] {
  return counts
    .map(({ key, answers, refusals }) => ({ key, answers, refusals }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

async function measureOverview(asked: Asked): Promise<Measured> {
  const {
    ready,
    psql,
    month: [from, to],
  } = asked;
  const shown = COUNTS.filter(({ by }) => by !== 'CODE');
  return compare(
    'overview',
    asked,
    async () => {
      await ask(ready, OVERVIEW, { during: { from, to } });
      return null;
    },
    async () => {
      for (const { sql } of shown) await psql.query(sql, [from, to]);
      return null;
    },
  );
}

/** Both must find the same. The first time warms up. */
async function compare(
  name: string,
  asked: Asked,
  gateway: () => Promise<unknown>,
  psql: () => Promise<unknown>,
): Promise<Measured> {
  const [told, found] = [await gateway(), await psql()];
  if (!isDeepStrictEqual(told, found))
    throw new Error(`${name}: the gateway does not answer what psql finds.`);
  const rounds: (readonly [number, number])[] = [];
  const cpuBefore = await cpuMsOf(asked.gateway);
  for (let round = 0; round < ROUNDS; round += 1) rounds.push([await msOf(gateway), await msOf(psql)]);
  const gatewayCpuMs = tenths(((await cpuMsOf(asked.gateway)) - cpuBefore) / ROUNDS);
  const medianOf = (at: 0 | 1): number => tenths(median(rounds.map((pair) => pair[at])));
  return { name, gatewayMs: medianOf(0), gatewayCpuMs, psqlMs: medianOf(1) };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

async function ask<Data>({ url, headers }: Ready, query: string, variables: object): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

function report(title: string, all: readonly Measured[], barMs?: number): void {
  console.log(title);
  for (const { name, gatewayMs, gatewayCpuMs, psqlMs } of all) {
    const verdict = barMs === undefined ? '' : ` (bar ${barMs} ms: ${gatewayMs <= barMs ? 'met' : 'missed'})`;
    console.log(`  ${name}: ${gatewayMs} ms (CPU ${gatewayCpuMs} ms), psql ${psqlMs} ms${verdict}`);
  }
}

function showProgress(label: string, done: number, total: number): void {
  console.error(`${label}: ${done} of ${total}`);
}
