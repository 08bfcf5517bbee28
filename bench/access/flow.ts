import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { JOIN, POINT } from '../federation/operations.ts';
import { askPeer, median, startPeer } from '../federation/peer-process.ts';
import type { PolicyName } from './policies.ts';

const ROUNDS = 11;
const WARM_UP_ROUNDS = 15;
const PEERS: readonly PolicyName[] = ['granted', 'few', 'many'];

/** What agreements cost of the whole flow. */
export interface FlowFigures {
  readonly operation: string;
  readonly cpuMicros: Readonly<Record<string, number>>;
  /** Of the CPU of the same flow where everything is granted in clear; round by round. */
  readonly ratio: Readonly<Record<string, number>>;
}

/**
 * The flow under the shipped agreements, the same among ten thousand, and under agreements that grant everything in clear:
 * one process each, rounds in turn. The join masks a column; the point look-up asks for clear fields only.
 */
export async function measureFlow(): Promise<readonly FlowFigures[]> {
  const peers = new Map<PolicyName, ChildProcess>();
  try {
    for (const name of PEERS)
      peers.set(name, await startPeer(join(import.meta.dirname, 'serve-flow.ts'), [name]));
    const figures: FlowFigures[] = [];
    for (const operation of [POINT, JOIN]) figures.push(await compare(operation, peers));
    return figures;
  } finally {
    for (const child of peers.values()) child.disconnect();
  }
}

async function compare(
  { name, query, each }: typeof JOIN,
  peers: ReadonlyMap<PolicyName, ChildProcess>,
): Promise<FlowFigures> {
  const answers = new Set<string>();
  const rounds = new Map<PolicyName, number[]>();
  for (const [peer, child] of peers) {
    answers.add(await askPeer<string>(child, { kind: 'answer', query }));
    rounds.set(peer, []);
    await askPeer(child, { kind: 'round', query, operations: each * WARM_UP_ROUNDS });
  }
  if (answers.size !== 1)
    throw new Error(`${name}: the peers answer differently: ${[...answers].join(' and ')}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [peer, child] of peers)
      rounds.get(peer)!.push(await askPeer<number>(child, { kind: 'round', query, operations: each }));
  }
  const granted = rounds.get('granted')!;
  const cpuMicros = Object.fromEntries([...rounds].map(([peer, values]) => [peer, median(values)]));
  const ratio = Object.fromEntries(
    [...rounds].map(([peer, values]) => [peer, median(values.map((micros, at) => micros / granted[at]!))]),
  );
  console.log(
    `${name}: ${cpuMicros['many']!.toFixed(1)} µs CPU with 10,000 agreements, ${cpuMicros['few']!.toFixed(1)} with the ` +
      `shipped ones, ${cpuMicros['granted']!.toFixed(1)} with everything granted: ` +
      `${ratio['many']!.toFixed(3)} and ${ratio['few']!.toFixed(3)} of it (bar 1.05)`,
  );
  return { operation: name, cpuMicros, ratio };
}
