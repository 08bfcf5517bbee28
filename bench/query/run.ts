import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { fillDataset, openDataset } from './dataset.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import type { Ready } from './protocol.ts';

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 16;

interface Peer {
  readonly name: string;
  readonly child: ChildProcess;
  readonly ready: Ready;
}

interface Round {
  readonly requestsPerSecond: number;
  readonly cpuMsPerOperation: number;
}

/**
 * The point look-up and the three-agency join over HTTP, with the durable log, against Apollo Gateway in Apollo Server
 * over the same resolvers and database. Rounds are interleaved; figures are medians; ratios are pair by pair.
 */
export async function run(): Promise<object> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lukou-bench-'));
  // As root the database server runs as another account, which must pass through.
  await chmod(dataFolder, 0o711);
  const database = await openDataset(dataFolder, 'serve');
  const peers: Peer[] = [];
  try {
    console.error('making the small sample');
    await fillDataset(database);
    for (const name of ['lukou', 'apollo']) peers.push(await startPeer(name, dataFolder));
    const results = [];
    for (const operation of OPERATIONS) results.push(await compare(operation, peers));
    return { rounds: ROUNDS, secondsEach: SECONDS, connections: CONNECTIONS, results };
  } finally {
    await Promise.all(peers.map(stopPeer));
    await database.close();
    await rm(dataFolder, { recursive: true });
  }
}

async function startPeer(name: string, dataFolder: string): Promise<Peer> {
  const child = fork(join(import.meta.dirname, `serve-${name}.ts`), [dataFolder]);
  const [ready] = (await once(child, 'message')) as [Ready];
  return { name, child, ready };
}

async function stopPeer({ child }: Peer): Promise<void> {
  const ended = once(child, 'exit');
  child.send('stop');
  await ended;
}

async function compare(operation: Operation, peers: readonly Peer[]): Promise<object> {
  await requireEqualAnswers(operation, peers);
  const rounds = new Map(peers.map(({ name }) => [name, [] as Round[]]));
  for (const peer of peers) await measure(operation, peer);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const peer of peers) rounds.get(peer.name)!.push(await measure(operation, peer));
  }
  const [lukou, apollo] = [rounds.get('lukou')!, rounds.get('apollo')!];
  const figures = {
    operation: operation.name,
    lukou: summarise(lukou),
    apollo: summarise(apollo),
    cpuRatio: median(apollo.map((round, at) => round.cpuMsPerOperation / lukou[at]!.cpuMsPerOperation)),
    throughputRatio: median(
      lukou.map((round, at) => round.requestsPerSecond / apollo[at]!.requestsPerSecond),
    ),
  };
  console.log(
    `${operation.name}: lukou ${describe(figures.lukou)}; apollo ${describe(figures.apollo)}; ` +
      `apollo uses ${figures.cpuRatio.toFixed(2)} times the CPU, lukou answers ${figures.throughputRatio.toFixed(2)} times as many`,
  );
  return figures;
}

/** Both must do the same work: the data are equal. */
async function requireEqualAnswers({ name, query }: Operation, peers: readonly Peer[]): Promise<void> {
  const answers = await Promise.all(
    peers.map(async ({ ready }) => {
      const response = await fetch(ready.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ready.headers },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
      if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      return JSON.stringify(data);
    }),
  );
  if (answers[0] !== answers[1]) throw new Error(`${name}: the two servers answer differently.`);
}

async function measure({ query }: Operation, { child, ready }: Peer): Promise<Round> {
  const before = await cpuMicros(child);
  const result = await autocannon({
    url: ready.url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...ready.headers },
    body: JSON.stringify({ query }),
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  const answered = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests failed.`);
  const used = (await cpuMicros(child)) - before;
  return { requestsPerSecond: answered / result.duration, cpuMsPerOperation: used / 1_000 / answered };
}

async function cpuMicros(child: ChildProcess): Promise<number> {
  const reply = once(child, 'message');
  child.send('cpu');
  const [micros] = (await reply) as [number];
  return micros;
}

function summarise(rounds: readonly Round[]): Round {
  return {
    requestsPerSecond: median(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
    cpuMsPerOperation: median(rounds.map(({ cpuMsPerOperation }) => cpuMsPerOperation)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function describe({ requestsPerSecond, cpuMsPerOperation }: Round): string {
  return `${requestsPerSecond.toFixed(0)}/s at ${cpuMsPerOperation.toFixed(3)} ms CPU`;
}
