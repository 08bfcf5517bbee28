import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample } from './sample.ts';
import { buildSubgraph, runStrictly, type SubgraphName } from './whole-schema.ts';

const SEGMENTS = Array.from({ length: 20 }, (_none, n) => `t${n}`);
const JANUARY = '{from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00"}';
let database: TestDatabase;
let readers: OpenReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  await database.admin(async (admin) => {
    await insertRows(
      admin,
      'traffic.road_segment',
      SEGMENTS.map((id) => ({
        id,
        road_id: 'r2',
        code_system: 'GB_T_917',
        road_ref: 'X904',
        direction: 'BOTH',
        division_code: '150724',
        aadt: 5000,
      })),
    );
    await insertRows(
      admin,
      'checkpoint.checkpoint',
      SEGMENTS.map((segment_id) => ({
        id: `c-${segment_id}`,
        segment_id,
        usage: 'TRAFFIC',
        status: 'NORMAL',
        category: 'COUNTY',
        is_enforcement: false,
      })),
    );
  });
});
beforeEach(() => {
  readers = openReaders(database, EVERYTHING);
});
afterEach(() => readers.close());
afterAll(() => database.drop());

async function statementsOf(name: SubgraphName, operation: string): Promise<string[]> {
  const { errors } = await runStrictly(buildSubgraph(name), operation, readers[name]);
  expect(errors).toBeUndefined();
  return readers.sent;
}

it('twenty segments cost one statement for each selected relation', async () => {
  const sent = await statementsOf(
    'traffic',
    `{ roadSegments(first: 20, filter: {minAadt: 5000}) { nodes {
        id geometry road { name } division { name parent { name } } gantries { id } crosswalks { id }
        gantryCount(during: ${JANUARY}) flowSummary(during: ${JANUARY}) { vehicleCount }
        flowObservations { vehicleCount } events { id } } } }`,
  );
  expect(sent.toSorted()).toEqual([
    'traffic.count-gantry-passages',
    // Once for the divisions of segments, once for the divisions above them.
    'traffic.find-admin-divisions',
    'traffic.find-admin-divisions',
    'traffic.find-roads',
    'traffic.list-crosswalks',
    'traffic.list-road-segments-by-id',
    'traffic.list-segment-events',
    'traffic.list-segment-flow',
    'traffic.list-segment-gantries',
    'traffic.read-segment-courses',
    'traffic.summarise-flow',
  ]);
});

it('a relation with two sets of arguments costs two statements, however many segments there are', async () => {
  const sent = await statementsOf(
    'traffic',
    `{ roadSegments(first: 20, filter: {minAadt: 5000}) { nodes {
        all: gantryCount(during: ${JANUARY}) again: gantryCount(during: ${JANUARY}, vehicleGroup: null)
        trucks: gantryCount(during: ${JANUARY}, vehicleGroup: TRUCK) } } }`,
  );
  expect(sent).toEqual([
    'traffic.list-road-segments-by-id',
    'traffic.count-gantry-passages',
    'traffic.count-gantry-passages',
  ]);
});

it('what the police add to twenty segments costs one statement for each relation', async () => {
  const { checkpoint } = readers;
  await Promise.all(
    SEGMENTS.map(async (id) => {
      const [found] = await Promise.all([
        checkpoint.segmentCheckpoints(id),
        checkpoint.nearestCheckpoint(id, 20),
        checkpoint.segmentPassageCount(
          id,
          { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
          null,
          true,
        ),
      ]);
      await Promise.all(found.map((one) => checkpoint.lanes(one.id)));
    }),
  );
  expect(readers.sent.toSorted()).toEqual([
    'checkpoint.count-segment-passages',
    'checkpoint.find-nearest-checkpoints',
    'checkpoint.list-lanes',
    'checkpoint.list-segment-checkpoints',
  ]);
});

it('what the mediators add to twenty segments costs one statement', async () => {
  await Promise.all(SEGMENTS.map((id) => readers.mediation.segmentCases(id, 5)));
  expect(readers.sent).toEqual(['mediation.list-segment-cases']);
});

it('a row that was read once is not read again in the same operation', async () => {
  const one = await readers.traffic.roadSegment('s1');
  expect(await readers.traffic.roadSegment('s1')).toBe(one);
  expect(readers.sent).toEqual(['traffic.find-road-segments']);
});
