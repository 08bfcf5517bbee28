import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { JOIN, POINT, type Operation } from './operations.ts';
import { askPeer, median, startPeer } from './peer-process.ts';

const ROUNDS = 11;
const WARM_UP_ROUNDS = 40;

/** Everything that is measured, each in a process of its own. */
const PEERS = ['lukou', 'apollo', 'apollo-jit', 'hive', 'executor', 'single'] as const;
type PeerName = (typeof PEERS)[number];

/** How much of a peer's CPU Lukou may use, at most. */
const BARS: readonly { ours: PeerName; peer: PeerName; operation: Operation; atMost: number }[] = [
  { ours: 'lukou', peer: 'apollo', operation: POINT, atMost: 1 / 5 },
  { ours: 'lukou', peer: 'apollo', operation: JOIN, atMost: 1 / 6 },
  { ours: 'lukou', peer: 'apollo-jit', operation: POINT, atMost: 1 / 5 },
  { ours: 'lukou', peer: 'apollo-jit', operation: JOIN, atMost: 1 / 6 },
  { ours: 'lukou', peer: 'hive', operation: POINT, atMost: 1 / 2 },
  { ours: 'lukou', peer: 'hive', operation: JOIN, atMost: 1 / 2 },
  { ours: 'executor', peer: 'single', operation: JOIN, atMost: 1.8 },
];

/**
 * CPU per operation in memory, over the same schema, resolvers and rows: Lukou's whole flow; Apollo Gateway in Apollo
 * Server with its own data source for agencies in one process, and with agencies that were compiled for it by
 * graphql-jit as everyone else's are; Hive's gateway runtime; and Lukou's executor alone beside one schema in one
 * graphql-jit. Rounds are interleaved; figures are medians; ratios are round by round.
 */
export async function run(): Promise<object> {
  const names = PEERS.filter((name) => name !== 'hive' || isHiveInstalled());
  const peers = new Map<PeerName, ChildProcess>();
  try {
    for (const name of names) peers.set(name, await start(name));
    const results = [];
    for (const operation of [POINT, JOIN]) results.push(await compare(operation, peers));
    return { rounds: ROUNDS, results };
  } finally {
    for (const child of peers.values()) child.disconnect();
  }
}

function isHiveInstalled(): boolean {
  const peers = join(import.meta.dirname, '..', 'peers', 'node_modules');
  const installed = existsSync(join(peers, '@graphql-hive', 'gateway-runtime'));
  if (!installed) console.log("Hive's gateway runtime is left out. To compare: npm ci --prefix bench/peers");
  return installed;
}

async function start(name: PeerName): Promise<ChildProcess> {
  const [program, mode = ''] = name.split('-');
  return startPeer(join(import.meta.dirname, `serve-${program}.ts`), [mode]);
}

async function compare(operation: Operation, peers: ReadonlyMap<PeerName, ChildProcess>): Promise<object> {
  const { query, each } = operation;
  await requireEqualAnswers(operation, peers);
  const rounds = new Map<PeerName, number[]>();
  for (const [name, child] of peers) {
    rounds.set(name, []);
    await askPeer(child, { kind: 'round', query, operations: each * WARM_UP_ROUNDS });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, child] of peers) {
      rounds.get(name)!.push(await askPeer<number>(child, { kind: 'round', query, operations: each }));
    }
  }
  const cpuMicros = Object.fromEntries([...rounds].map(([name, values]) => [name, median(values)]));
  console.log(
    `${operation.name}, µs of CPU per operation: ${describe(cpuMicros, (micros) => micros.toFixed(1))}`,
  );
  const bars = BARS.filter((bar) => bar.operation === operation && rounds.has(bar.peer)).map((bar) => {
    const peer = rounds.get(bar.peer)!;
    const ratio = median(rounds.get(bar.ours)!.map((micros, at) => micros / peer[at]!));
    const { ours, atMost } = bar;
    const verdict = ratio <= atMost ? 'met' : 'missed';
    console.log(`  ${ours} uses ${ratio.toFixed(3)} of ${bar.peer} (bar ${atMost.toFixed(3)}): ${verdict}`);
    return { ours, peer: bar.peer, ratio, atMost, verdict };
  });
  const shares: Record<string, Record<string, number>> = {};
  for (const name of ['lukou', 'executor'] as const) {
    shares[name] = await askPeer(peers.get(name)!, { kind: 'shares', query, operations: each * 5 });
    console.log(`  ${name}: ${describe(shares[name], (share) => `${(share * 100).toFixed(1)} %`)}`);
  }
  return { operation: operation.name, cpuMicros, bars, shares };
}

/** All must do the same work: the data are equal. */
async function requireEqualAnswers(
  { name, query }: Operation,
  peers: ReadonlyMap<PeerName, ChildProcess>,
): Promise<void> {
  const answers = new Map<PeerName, string>();
  for (const [peer, child] of peers) answers.set(peer, await askPeer(child, { kind: 'answer', query }));
  const expected = answers.get('single')!;
  for (const [peer, answer] of answers) {
    if (answer !== expected) throw new Error(`${name}: ${peer} answers ${answer}, not ${expected}.`);
  }
}

function describe(figures: Readonly<Record<string, number>>, print: (value: number) => string): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${print(value)}`)
    .join(', ');
}
