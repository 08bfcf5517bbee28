import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { insertSample, JANUARY, scopeOf } from './sample.ts';

const SCOPE = scopeOf(['1507'], { withheldUsages: ['PUBLIC_SECURITY'] });
const PREFECTURE = Array.from({ length: 20 }, (_none, n) => `u${n}`);
const SOUGHT = { plateNo: '蒙E78', during: JANUARY };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  await database.admin(async (admin) => {
    for (const table of ['checkpoint.passage', 'traffic.gantry_passage']) {
      const [place, time] =
        table === 'checkpoint.passage' ? ['checkpoint_id', 'pass_time'] : ['gantry_id', 'trans_time'];
      const plate = table === 'checkpoint.passage' ? 'plate_no' : 'vehicle_plate';
      const usage =
        table === 'checkpoint.passage'
          ? [', usage', `, case n % 5 when 0 then 'OTHER' else 'TRAFFIC' end`]
          : ['', ''];
      await admin.query(
        `insert into ${table} (id, ${place}, segment_id, division_code, ${time}, vehicle_group, ${plate}, online_label ${usage[0]})
         select 'b' || n, 'k' || n % 100, 'u' || n % 100, case n % 2 when 0 then '150724' else '150421' end,
           '2025-12-01T00:00:00+08:00'::timestamptz + n * interval '4 minutes', 'TRUCK', '蒙E' || n % 5000, 'INTERNAL' ${usage[1]}
         from generate_series(1, 20000) n`,
      );
      await admin.query(`vacuum analyze ${table}`);
    }
  });
});
afterAll(() => database.drop());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** How the application's login reads the partitions: for these parameters, or for any as a kept statement may. */
async function planOf(read: (opened: OpenReaders) => unknown, kind: 'custom' | 'generic'): Promise<string[]> {
  const readers = openReaders(database, SCOPE);
  await read(readers);
  await readers.close();
  const { statement, params } = readers.runs.at(-1)!;
  const client = await database.app.connect();
  try {
    const { body, mac } = database.signer.sign(SCOPE);
    await client.query(`begin; set local lukou.scope = '${body}'; set local lukou.scope_mac = '${mac}'`);
    const explain = `explain (format json${kind === 'generic' ? ', generic_plan' : ''}) ${statement.text}`;
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      kind === 'generic' ? explain : { text: explain, values: [...params] },
    );
    return nodesOf(rows[0]!['QUERY PLAN'][0].Plan)
      .filter((node) => /^(gantry_)?passage_20/.test(node['Relation Name'] ?? ''))
      .map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name']!}`);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const SEGMENT_COUNT = /^Index Only Scan (gantry_)?passage_\d+_\d+_segment_id_\w+_time_vehicle_group_\w*idx$/;
const NEWEST_OF_CHECKPOINT = /^Index( Only)? Scan passage_\d+_\d+_checkpoint_id_pass_time_idx$/;

it.each<[string, (opened: OpenReaders) => unknown, RegExp, number]>([
  ['vehicles on segments in January', count(JANUARY), SEGMENT_COUNT, 1],
  [
    'lorries under the gantries of segments in January',
    ({ traffic }) => Promise.all(PREFECTURE.map((id) => traffic.gantryCount(id, JANUARY, 'TRUCK'))),
    SEGMENT_COUNT,
    1,
  ],
  [
    'the newest passages of checkpoints',
    ({ checkpoint }) => Promise.all(['k2', 'k4'].map((id) => checkpoint.checkpointPassages(id, 20))),
    NEWEST_OF_CHECKPOINT,
    2,
  ],
  [
    'the last passage of checkpoints',
    ({ checkpoint }) => Promise.all(['k2', 'k4'].map((id) => checkpoint.lastPassageAt(id, JANUARY.to))),
    NEWEST_OF_CHECKPOINT,
    2,
  ],
  [
    'a plate',
    ({ checkpoint }) => checkpoint.passages({ first: 20, filter: { plateNo: '蒙E77' } }),
    /_plate_no_pass_time_idx$/,
    2,
  ],
  [
    'the newest passages of all',
    ({ checkpoint }) => checkpoint.passages({ first: 20 }),
    /^Index Scan passage_\d+_\d+_pass_time_id_idx$/,
    2,
  ],
  [
    'the way of one vehicle',
    ({ checkpoint }) => checkpoint.vehiclePassages(SOUGHT, { first: 100 }),
    /_plate_no_pass_time_idx$/,
    1,
  ],
  [
    'its way under gantries',
    ({ traffic }) => traffic.gantryTrajectory({ ...SOUGHT, first: 100 }),
    /_vehicle_plate_trans_time_idx$/,
    1,
  ],
  [
    'who went with it',
    ({ checkpoint }) => checkpoint.companions(SOUGHT, { withinSeconds: 90, atLeast: 3 }),
    /^Index Scan passage_\d+_\d+_checkpoint_id_pass_time_idx$/,
    2,
  ],
  ['a passage by its id', ({ checkpoint }) => checkpoint.passage('b77'), /_pkey$/, 2],
])('%s are read off an index of the partitions that matter', async (_name, read, index, partitions) => {
  const scans = await planOf(read, 'custom');
  expect(scans).toEqual(Array.from({ length: partitions }, () => expect.stringMatching(index) as string));
});

it.each<[string, (opened: OpenReaders) => unknown, RegExp]>([
  ['vehicles on segments', count(JANUARY), SEGMENT_COUNT],
  [
    'the last passage of checkpoints',
    ({ checkpoint }) => Promise.all(['k2', 'k4'].map((id) => checkpoint.lastPassageAt(id, JANUARY.to))),
    NEWEST_OF_CHECKPOINT,
  ],
  [
    'the way of one vehicle',
    ({ checkpoint }) => checkpoint.vehiclePassages(SOUGHT, { first: 100 }),
    /_plate_no_pass_time_idx$/,
  ],
  [
    'the last sighting of one that was not seen',
    ({ checkpoint }) => checkpoint.searchRing({ ...SOUGHT, plateNo: '蒙X1' }, { stepMinutes: 10 }),
    /_plate_no_pass_time_idx$/,
  ],
  [
    'its way under gantries',
    ({ traffic }) => traffic.gantryTrajectory({ ...SOUGHT, first: 100 }),
    /_vehicle_plate_trans_time_idx$/,
  ],
  [
    'who went with it',
    ({ checkpoint }) => checkpoint.companions(SOUGHT, { withinSeconds: 90, atLeast: 3 }),
    /^Index Scan passage_\d+_\d+_checkpoint_id_pass_time_idx$/,
  ],
])('%s are read off it also by a plan that is kept for any parameters', async (_name, read, index) => {
  for (const scan of await planOf(read, 'generic')) expect(scan).toMatch(index);
});

it('a list whose filters may be absent keeps no plan, every other statement does', async () => {
  const pool = new Pool({
    connectionString: database.url('lukou_app_login'),
    types: database.app.options.types,
    max: 1,
  });
  try {
    const readers = openReaders(database, SCOPE, { pool });
    await readers.checkpoint.passages({ first: 1 });
    await readers.checkpoint.passage('b77');
    await readers.close();
    const { rows } = await pool.query<{ name: string }>('select name from pg_prepared_statements');
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['checkpoint.find-passages', 'lukou.bind-scope']);
  } finally {
    await pool.end();
  }
});

function count(during: typeof JANUARY): (opened: OpenReaders) => unknown {
  return ({ checkpoint }) =>
    Promise.all(PREFECTURE.map((id) => checkpoint.segmentPassageCount(id, during, null, false)));
}
