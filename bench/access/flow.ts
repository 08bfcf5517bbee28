import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { JOIN, POINT } from '../federation/operations.ts';
import { askPeer, median, startPeer } from '../federation/peer-process.ts';
import type { PolicyName } from './policies.ts';

const ROUNDS = 11;
const WARM_UP_ROUNDS = 15;
/** Two processes that do the same differ by as much as 8 %, as V8 compiles them differently: one alone says nothing. */
const PROCESSES = 3;
/** What is compared. Of `control`, the agreements are those of `granted`: what it differs by is what this bench cannot tell. */
const PEERS = {
  granted: 'granted',
  control: 'granted',
  few: 'few',
  many: 'many',
} as const satisfies Readonly<Record<string, PolicyName>>;
type PeerName = keyof typeof PEERS;

/** What agreements cost of the whole flow. */
export interface FlowFigures {
  readonly operation: string;
  readonly cpuMicros: Readonly<Record<string, number>>;
  /** Of the CPU of the same flow where everything is granted in clear; round by round. */
  readonly ratio: Readonly<Record<string, number>>;
}

/**
 * The flow under the shipped agreements, the same among ten thousand, and under agreements that grant everything in clear:
 * some processes each, rounds in turn. The join masks a column; the point look-up asks for clear fields only. The data of
 * their answers are equal, byte by byte; the governed join says besides which column is masked.
 */
export async function measureFlow(): Promise<readonly FlowFigures[]> {
  const peers: Peer[] = [];
  try {
    for (let process = 0; process < PROCESSES; process += 1)
      for (const [name, policy] of Object.entries(PEERS) as [PeerName, PolicyName][])
        peers.push({ name, child: await startPeer(join(import.meta.dirname, 'serve-flow.ts'), [policy]) });
    const figures: FlowFigures[] = [];
    for (const operation of [POINT, JOIN]) figures.push(await compare(operation, peers));
    return figures;
  } finally {
    for (const { child } of peers) child.disconnect();
  }
}

interface Peer {
  readonly name: PeerName;
  readonly child: ChildProcess;
}

async function compare({ name, query, each }: typeof JOIN, peers: readonly Peer[]): Promise<FlowFigures> {
  const answers = new Set<string>();
  const rounds = new Map<PeerName, number[]>();
  for (const { name: peer, child } of peers) {
    answers.add(await askPeer<string>(child, { kind: 'answer', query }));
    rounds.set(
      peer,
      Array.from({ length: ROUNDS }, () => 0),
    );
    await askPeer(child, { kind: 'round', query, operations: each * WARM_UP_ROUNDS, atOnce: 1 });
  }
  if (answers.size !== 1)
    throw new Error(`${name}: the peers answer differently: ${[...answers].join(' and ')}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whoever is asked first in a round is not so in the next.
    for (const { name: peer, child } of round % 2 === 0 ? peers : peers.toReversed()) {
      const operations = Math.ceil(each / PROCESSES);
      rounds.get(peer)![round]! += await askPeer<number>(child, {
        kind: 'round',
        query,
        operations,
        atOnce: 1,
      });
    }
  }
  const granted = rounds.get('granted')!;
  const cpuMicros = Object.fromEntries(
    [...rounds].map(([peer, values]) => [peer, median(values) / PROCESSES]),
  );
  const ratio = Object.fromEntries(
    [...rounds].map(([peer, values]) => [peer, median(values.map((micros, at) => micros / granted[at]!))]),
  );
  console.log(
    `${name}: ${cpuMicros['many']!.toFixed(1)} µs CPU with 10,000 agreements, ${cpuMicros['few']!.toFixed(1)} with the ` +
      `shipped ones, ${cpuMicros['granted']!.toFixed(1)} with everything granted: ` +
      `${ratio['many']!.toFixed(3)} and ${ratio['few']!.toFixed(3)} of it (bar 1.05), and the same agreements against ` +
      `themselves ${ratio['control']!.toFixed(3)}`,
  );
  return { operation: name, cpuMicros, ratio };
}
