import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { JOIN, POINT, type Operation } from './operations.ts';
import { askPeer, median, startPeer } from './peer-process.ts';

const ROUNDS = 11;
/** CPU time that each peer is warmed up by for each operation: V8 goes on compiling for seconds. */
const WARM_UP_MICROS = 6_000_000;
/** CPU time of one round, about the same for each peer, so that what disturbs one is as long in all. */
const ROUND_MICROS = 150_000;

/** As a gateway is asked: many at once share a batch of the log. And one at a time, where each record is a batch. */
const AT_ONCE = [16, 64, 1] as const;

/** Everything that is measured, each in a process of its own. */
const PEERS = ['lukou', 'apollo', 'apollo-jit', 'hive', 'executor', 'single', 'door'] as const;
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
 * graphql-jit as everyone else's are; Hive's gateway runtime; Lukou's executor alone beside one schema in one
 * graphql-jit; and Apollo Server's door with the answer ready behind it, which nothing that speaks through it can
 * undercut. Rounds are interleaved; figures are medians; ratios are round by round.
 */
export async function run(): Promise<object> {
  const names = PEERS.filter((name) => name !== 'hive' || isHiveInstalled());
  const peers = new Map<PeerName, ChildProcess>();
  try {
    for (const name of names) peers.set(name, await start(name));
    const results = [];
    for (const operation of [POINT, JOIN]) {
      await requireEqualAnswers(operation, peers);
      const sizes = await warmUp(operation, peers);
      for (const atOnce of AT_ONCE) results.push(await compare(operation, atOnce, peers, sizes));
    }
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

/** Asks each peer for a while, and says how many operations its rounds are to have. */
async function warmUp(
  { query, each }: Operation,
  peers: ReadonlyMap<PeerName, ChildProcess>,
): Promise<ReadonlyMap<PeerName, number>> {
  const [atOnce] = AT_ONCE;
  const sizes = new Map<PeerName, number>();
  for (const [name, child] of peers) {
    let operations = each;
    let micros = 0;
    for (let used = 0; used < WARM_UP_MICROS; used += operations * micros) {
      if (micros > 0) operations = Math.ceil(ROUND_MICROS / micros);
      micros = await askPeer<number>(child, { kind: 'round', query, operations, atOnce });
    }
    sizes.set(name, operations);
  }
  return sizes;
}

async function compare(
  operation: Operation,
  atOnce: number,
  peers: ReadonlyMap<PeerName, ChildProcess>,
  sizes: ReadonlyMap<PeerName, number>,
): Promise<object> {
  const { query, each } = operation;
  const rounds = new Map<PeerName, number[]>([...peers.keys()].map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, child] of peers) {
      const operations = sizes.get(name)!;
      rounds.get(name)!.push(await askPeer<number>(child, { kind: 'round', query, operations, atOnce }));
    }
  }
  const ratioOf = (ours: readonly PeerName[], peer: PeerName): number =>
    median(
      rounds
        .get(peer)!
        .map((micros, at) => ours.reduce((sum, name) => sum + rounds.get(name)![at]!, 0) / micros),
    );
  const cpuMicros = Object.fromEntries([...rounds].map(([name, values]) => [name, median(values)]));
  console.log(
    `${operation.name}, ${atOnce} at once, µs of CPU per operation: ${describe(cpuMicros, (micros) => micros.toFixed(1))}`,
  );
  const bars = BARS.filter((bar) => bar.operation === operation && rounds.has(bar.peer)).map((bar) => {
    const { ours, peer, atMost } = bar;
    const ratio = ratioOf([ours], peer);
    const least = ours === 'lukou' ? ratioOf(['door', 'executor'], peer) : null;
    const verdict = ratio <= atMost ? 'met' : 'missed';
    const limit = least === null ? '' : `; door and executor alone use ${least.toFixed(3)}`;
    console.log(
      `  ${ours} uses ${ratio.toFixed(3)} of ${peer} (bar ${atMost.toFixed(3)}): ${verdict}${limit}`,
    );
    return { ours, peer, ratio, atMost, least, verdict };
  });
  const shares: Record<string, Record<string, number>> = {};
  for (const name of ['lukou', 'executor'] as const) {
    shares[name] = await askPeer(peers.get(name)!, { kind: 'shares', query, operations: each * 5, atOnce });
    console.log(`  ${name}: ${describe(shares[name], (share) => `${(share * 100).toFixed(1)} %`)}`);
  }
  return { operation: operation.name, atOnce, cpuMicros, bars, shares };
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
