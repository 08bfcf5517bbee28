// What the resolvers of all peers read: the product's own readers, with their batching, over rows in memory.
import type { Readers, Session } from '../../src/storage/index.ts';
import { EVERY_ROW, openBareReader } from '../bare-agencies.ts';

const SEGMENTS = 200;
const ROWS_EACH = 3;
const GRADES = ['EXPRESSWAY', 'CLASS_1', 'CLASS_2', 'CLASS_3'];
const KINDS = ['NEIGHBOUR', 'CONTRACT', 'DAMAGES'];

const segments = Array.from({ length: SEGMENTS }, (_, at) => ({
  id: `s${String(at).padStart(3, '0')}`,
  roadId: `r${at % 9}`,
  roadName: `绥满高速 ${at}`,
  technicalGrade: GRADES[at % GRADES.length],
  lengthKm: 5 + at / 10,
  divisionCode: '150700',
  aadt: 1_000 + at,
}));

const segmentById = new Map(segments.map((segment) => [segment.id, segment]));

const checkpointsBySegment = rowsOfEach((segmentId, at) => ({
  id: `${segmentId}-c${at}`,
  name: `${segmentId} 卡口 ${at}`,
  status: 'NORMAL',
  segmentId,
}));

const casesBySegment = rowsOfEach((segmentId, at) => ({
  id: `${segmentId}-m${at}`,
  disputeKind: KINDS[at % KINDS.length],
  status: 'ARCHIVED',
  // A multiple of what the mask floors to: the mask does its work, and the peers, which have none, answer the same.
  amountYuan: 10_000 * (at + 1),
  segmentId,
}));

/** Answers the statements of this bench's operations; the last parameters of each are its keys and its limit. */
const STATEMENTS: Readonly<Record<string, (params: readonly unknown[]) => readonly object[]>> = {
  'traffic.find-road-segments': (params) =>
    (params.at(-1) as string[]).flatMap((id) => segmentById.get(id) ?? []),
  'traffic.list-road-segments-by-id': (params) => segments.slice(0, params.at(-1) as number),
  'checkpoint.list-segment-checkpoints': (params) =>
    (params.at(-1) as string[]).flatMap((id) => checkpointsBySegment.get(id) ?? []),
  'mediation.list-segment-cases': (params) =>
    (params.at(-2) as string[]).flatMap(
      (id) => casesBySegment.get(id)?.slice(0, params.at(-1) as number) ?? [],
    ),
};

const session: Session = {
  run: <Row extends object>({ name }: { readonly name: string }, params: readonly unknown[]) =>
    Promise.resolve(STATEMENTS[name]!(params) as Row[]),
  close: () => Promise.resolve(),
};

const ground = { session, scope: { Checkpoint: EVERY_ROW, MediationCase: EVERY_ROW } };

/** The reader of one operation of one agency. Its loaders die with the operation. */
export function openMemoryReader<Name extends keyof Readers>(name: Name): Readers[Name] {
  return openBareReader(name, ground);
}

function rowsOfEach<Row>(
  makeRow: (segmentId: string, at: number) => Row,
): ReadonlyMap<string, readonly Row[]> {
  return new Map(
    segments.map(({ id }) => [id, Array.from({ length: ROWS_EACH }, (_, at) => makeRow(id, at))]),
  );
}
