import { findMarked } from '../src/request/index.ts';
import { generateSample } from '../src/sample/index.ts';

const ROUNDS = 2_000;

/** What looking at one answer costs, in microseconds of CPU time. */
interface EgressFigures {
  readonly microsecondsPerAnswer: Readonly<Record<string, number>>;
  /** Of the answer with free text. */
  readonly megabytesPerSecond: number;
}

/** What the last gate of the guard costs an answer, in CPU time of this process alone. */
export function run(): Promise<EgressFigures> {
  const segments = { roadSegments: { nodes: rowsOf('RoadSegment', 20) } };
  const passages = { checkpointPassages: { nodes: rowsOf('CheckpointPassage', 200) } };
  const cases = { mediationCases: { nodes: rowsOf('MediationCase', 200) } };
  const casesCost = costOf(cases);
  const microsecondsPerAnswer = {
    '20 road segments': costOf(segments),
    '200 passages': costOf(passages),
    '200 mediation cases with their texts': casesCost,
  };
  const bytes = Buffer.byteLength(JSON.stringify(cases));
  const megabytesPerSecond = Math.round(bytes / casesCost);
  console.log('CPU time of the egress gate, microseconds an answer:', microsecondsPerAnswer);
  console.log('free text, MB/s:', megabytesPerSecond);
  return Promise.resolve({ microsecondsPerAnswer, megabytesPerSecond });
}

function rowsOf(type: string, count: number): unknown[] {
  const rows: unknown[] = [];
  const stream = generateSample({ size: 'small' }).find((each) => each.type === type);
  for (const row of stream?.rows() ?? []) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
}

function costOf(answer: unknown): number {
  for (let round = 0; round < ROUNDS / 10; round++) findMarked(answer);
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) findMarked(answer);
  const { user, system } = process.cpuUsage(before);
  return Math.round(((user + system) / ROUNDS) * 10) / 10;
}
