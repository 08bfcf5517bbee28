import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { fillDataset, openDataset } from './dataset.ts';
import { JOIN, OPERATIONS, type Operation } from './operations.ts';
import { cpuMicrosOf, type Ready } from './protocol.ts';

const ROUNDS = 5;
const SECONDS = 2;
/** Before each round: others were asked meanwhile, and a server at work is what is measured. */
const SETTLE_SECONDS = 1;
/** For each operation, before anything is measured: V8 goes on compiling for some ten seconds. */
const WARM_UP_SECONDS = 12;
/** Group commit has more to share out where more requests wait at once. */
const CONNECTIONS = [16, 64] as const;

const PEERS = ['lukou', 'apollo', 'apollo-apart', 'postgraphile', 'bare'] as const;
type PeerName = (typeof PEERS)[number];

interface Peer {
  readonly name: PeerName;
  readonly child: ChildProcess;
  readonly ready: Ready;
}

interface Round {
  readonly requestsPerSecond: number;
  readonly cpuMsPerOperation: number;
}

const NAMES = { requestsPerSecond: 'requests per second', cpuMsPerOperation: 'CPU per operation' } as const;

/** What Lukou is held to; and beside it, what the bare server comes to, which has none of its work to do. */
const BARS: readonly {
  readonly peer: PeerName;
  readonly figure: keyof Round;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** The operation that it is about; every one unless given. */
  readonly only?: string;
}[] = [
  { peer: 'apollo', figure: 'requestsPerSecond', atLeast: 3 },
  { peer: 'apollo-apart', figure: 'requestsPerSecond', atLeast: 3 },
  { peer: 'postgraphile', figure: 'cpuMsPerOperation', atMost: 1, only: JOIN.name },
];

/**
 * The point look-up and the three-agency join over HTTP and one PostgreSQL: Lukou with the durable log; Apollo Gateway
 * in Apollo Server over the same resolvers, with its agencies in the same process, and with agencies that it asks over
 * HTTP; PostGraphile over the same tables; and a bare server that only reads, which is the least that one process can
 * do. Rounds are interleaved; figures are medians; ratios are round by round.
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
      for (const peer of peers) await load(operation, CONNECTIONS[0], peer, WARM_UP_SECONDS);
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
  if (existsSync(join(import.meta.dirname, '..', 'peers', 'node_modules', 'postgraphile'))) return PEERS;
  console.log('PostGraphile is left out. To compare: npm ci --prefix bench/peers');
  return PEERS.filter((name) => name !== 'postgraphile');
}

async function startPeer(name: PeerName, dataFolder: string): Promise<Peer> {
  const env = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
  const [program, ...mode] = name.split('-');
  const child = fork(join(import.meta.dirname, `serve-${program}.ts`), [dataFolder, ...mode], { env });
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
  console.log(`${operation.name}, ${connections} connections`);
  const figures = peers.map(({ name }) => ({ peer: name, ...summarise(rounds.get(name)!) }));
  for (const { peer, requestsPerSecond, cpuMsPerOperation } of figures)
    console.log(`  ${peer} ${requestsPerSecond.toFixed(0)}/s at ${cpuMsPerOperation.toFixed(3)} ms CPU`);
  const ratioOf = (one: PeerName, other: PeerName, figure: keyof Round): number =>
    median(rounds.get(one)!.map((round, at) => round[figure] / rounds.get(other)![at]![figure]));
  const bars = BARS.filter(
    ({ peer, only }) => rounds.has(peer) && (only ?? operation.name) === operation.name,
  ).map(({ peer, figure, atLeast, atMost }) => {
    const ratio = ratioOf('lukou', peer, figure);
    const isMet = ratio >= (atLeast ?? 0) && ratio <= (atMost ?? Infinity);
    const bar = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
    const limit = ratioOf('bare', peer, figure);
    console.log(
      `  lukou ${ratio.toFixed(2)} times ${peer}'s ${NAMES[figure]} (bar: ${bar}): ${isMet ? 'met' : 'missed'}; ` +
        `the bare server ${limit.toFixed(2)}`,
    );
    return { peer, figure, ratio, limit, isMet };
  });
  const shares = await profile(operation, connections, peers[0]!);
  return { operation: operation.name, connections, figures, bars, shares };
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
  await load(operation, connections, peer, SETTLE_SECONDS);
  const before = await cpuMicrosOf(peer.child);
  const result = await load(operation, connections, peer);
  const answered = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${peer.name}: ${result.non2xx + result.errors} requests failed.`);
  const used = (await cpuMicrosOf(peer.child)) - before;
  return { requestsPerSecond: answered / result.duration, cpuMsPerOperation: used / 1_000 / answered };
}

function load(operation: Operation, connections: number, peer: Peer, seconds = SECONDS) {
  const request = requestOf(operation, peer);
  return autocannon({ url: peer.ready.url, ...request, connections, duration: seconds });
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
