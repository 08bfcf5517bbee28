import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { declaredColumns } from '../../storage/readers/declared-columns.ts';
import { insertRows } from '../../storage/readers/insert-rows.ts';
import { TRAFFIC_ROWS } from '../../storage/readers/sample-traffic.ts';
import { openAgencyWorld } from '../../world/open-agency.ts';
import { openWorld, type World } from '../../world/open-world.ts';

const ASKED = '{ roadSegments(first: 1) { nodes { id roadName } } }';
const FORGOTTEN = 'A row of traffic.list-road-segments-by-id was read for roadName';

const DECLARED = await declaredColumns();

/** Of a segment, only the key is declared to be needed, whatever is asked. */
function forgetColumns(): () => void {
  const [, columns] = DECLARED.find(([, { type }]) => type === 'RoadSegment')!;
  const spy = jest.spyOn(columns, 'neededFor').mockReturnValue(1);
  return () => spy.mockRestore();
}

/** A database with roads and their segments. */
async function createRoads(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await database.admin(async (admin) => {
    for (const table of ['traffic.road', 'traffic.road_segment'])
      await insertRows(admin, table, TRAFFIC_ROWS[table]!);
  });
  return database;
}

let world: World;

beforeAll(async () => {
  world = await openWorld(await createRoads());
});
afterAll(() => world.close());

it('answers an operation from the columns that it needs', async () => {
  const { body } = await world.ask(
    'public',
    '{ roadSegments(first: 1) { nodes { id lowGrade road { name } } } }',
  );
  expect(body.data).toEqual({
    roadSegments: { nodes: [{ id: 's1', lowGrade: true, road: { name: '绥满高速' } }] },
  });
  expect(world.faults).toEqual([]);
});

it('every world notices a column that was forgotten, and does not take it for null (positive control)', async () => {
  const remember = forgetColumns();
  const { body } = await world.ask('public', ASKED);
  remember();
  expect(body).toMatchObject({
    data: { roadSegments: { nodes: [{ id: 's1', roadName: null }] } },
    errors: [{ extensions: { code: 'SUBGRAPH_FAULT' } }],
  });
  expect(world.faults.map(String)).toEqual([expect.stringContaining(FORGOTTEN)]);
});

it('so does every agency that stands alone', async () => {
  const agency = await openAgencyWorld('traffic', await createRoads());
  const remember = forgetColumns();
  const { text } = await agency.send(await agency.sign(ASKED));
  remember();
  expect(text).toContain('SUBGRAPH_FAULT');
  expect(agency.faults.map(String)).toEqual([expect.stringContaining(FORGOTTEN)]);
  await agency.close();
});
