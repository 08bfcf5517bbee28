import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { fillDataset, openDataset } from './dataset.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import type { Ready } from './protocol.ts';

const ROUNDS = 3;
const SECONDS = 3;
/** Group commit has more to share out where more requests wait at once. */
const CONNECTIONS = [16, 64] as const;

type PeerName = 'lukou' | 'apollo' | 'postgraphile';

interface Peer {
  readonly name: PeerName;
  readonly child: ChildProcess;
  readonly ready: Ready;
}

interface Round {
  readonly requestsPerSecond: number;
  readonly cpuMsPerOperation: number;
}

/**
 * The point look-up and the three-agency join over HTTP and one PostgreSQL: Lukou with the durable log, Apollo Gateway
 * in Apollo Server over the same resolvers, and PostGraphile over the same tables. Rounds are interleaved; figures are
 * medians; ratios are round by round.
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
    for (const name of listPeers()) peers.push(await startPeer(name, dataFolder));
    const results = [];
    for (const operation of OPERATIONS) {
      await requireEqualAnswers(operation, peers);
      for (const connections of CONNECTIONS) results.push(await compare(operation, connections, peers));
    }
    return { rounds: ROUNDS, secondsEach: SECONDS, results };
  } finally {
    await Promise.all(peers.map(stopPeer));
    await database.close();
    await rm(dataFolder, { recursive: true });
  }
}

function listPeers(): readonly PeerName[] {
  if (existsSync(join(import.meta.dirname, '..', 'peers', 'node_modules', 'postgraphile')))
    return ['lukou', 'apollo', 'postgraphile'];
  console.log('PostGraphile is left out. To compare: npm ci --prefix bench/peers');
  return ['lukou', 'apollo'];
}

async function startPeer(name: PeerName, dataFolder: string): Promise<Peer> {
  const env = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
  const child = fork(join(import.meta.dirname, `serve-${name}.ts`), [dataFolder], { env });
  const [ready] = (await once(child, 'message')) as [Ready];
  return { name, child, ready };
}

async function stopPeer({ child }: Peer): Promise<void> {
  const ended = once(child, 'exit');
  child.send('stop');
  await ended;
}

async function compare(operation: Operation, connections: number, peers: readonly Peer[]): Promise<object> {
  const rounds = new Map(peers.map(({ name }) => [name, [] as Round[]]));
  for (const peer of peers) await measure(operation, connections, peer);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const peer of peers) rounds.get(peer.name)!.push(await measure(operation, connections, peer));
  }
  const lukou = rounds.get('lukou')!;
  console.log(`${operation.name}, ${connections} connections`);
  const figures = peers.map(({ name }) => {
    const own = rounds.get(name)!;
    const figure = {
      peer: name,
      ...summarise(own),
      requestsToTheirs: median(lukou.map((one, at) => one.requestsPerSecond / own[at]!.requestsPerSecond)),
      cpuToTheirs: median(lukou.map((one, at) => one.cpuMsPerOperation / own[at]!.cpuMsPerOperation)),
    };
    const { requestsPerSecond, cpuMsPerOperation, requestsToTheirs, cpuToTheirs } = figure;
    const beside = `lukou: ${requestsToTheirs.toFixed(2)} of its requests, ${cpuToTheirs.toFixed(2)} of its CPU`;
    console.log(
      `  ${name} ${requestsPerSecond.toFixed(0)}/s at ${cpuMsPerOperation.toFixed(3)} ms CPU` +
        (name === 'lukou' ? '' : `; ${beside}`),
    );
    return figure;
  });
  const shares = await profile(operation, connections, peers[0]!);
  return { operation: operation.name, connections, figures, shares };
}

async function profile(operation: Operation, connections: number, peer: Peer): Promise<object> {
  const reply = once(peer.child, 'message');
  peer.child.send('shares');
  await load(operation, connections, peer);
  const [shares] = (await reply) as [Readonly<Record<string, number>>];
  const list = Object.entries(shares).map(([stage, share]) => `${stage} ${(share * 100).toFixed(0)} %`);
  console.log(`  shares of Lukou's CPU: ${list.join(', ')}`);
  return shares;
}

/** All must do the same work: the data are equal. */
async function requireEqualAnswers(operation: Operation, peers: readonly Peer[]): Promise<void> {
  const answers = await Promise.all(
    peers.map(async (peer) => {
      const response = await fetch(peer.ready.url, requestOf(operation, peer));
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
      if (errors !== undefined) throw new Error(`${operation.name}: ${JSON.stringify(errors)}`);
      return JSON.stringify(withoutPages(data));
    }),
  );
  const [first] = answers;
  if (answers.some((answer) => answer !== first))
    throw new Error(`${operation.name}: the servers answer differently:\n${answers.join('\n')}`);
}

/** PostGraphile pages lists that are plain lists here. */
function withoutPages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPages);
  if (typeof value !== 'object' || value === null) return value;
  if ('nodes' in value) return withoutPages(value.nodes);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutPages(inner)]));
}

function requestOf({ query, postgraphile }: Operation, { name, ready }: Peer) {
  return {
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', ...ready.headers },
    body: JSON.stringify({ query: name === 'postgraphile' ? postgraphile : query }),
  };
}

async function measure(operation: Operation, connections: number, peer: Peer): Promise<Round> {
  const before = await cpuMicros(peer.child);
  const result = await load(operation, connections, peer);
  const answered = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${peer.name}: ${result.non2xx + result.errors} requests failed.`);
  const used = (await cpuMicros(peer.child)) - before;
  return { requestsPerSecond: answered / result.duration, cpuMsPerOperation: used / 1_000 / answered };
}

function load(operation: Operation, connections: number, peer: Peer) {
  const request = requestOf(operation, peer);
  return autocannon({ url: peer.ready.url, ...request, connections, duration: SECONDS });
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
