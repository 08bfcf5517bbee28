import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ensureMonth = async (parent: string, month: string): Promise<boolean> => {
  const { rows } = await database.ingest.query<{ made: boolean }>(
    'select ingest.ensure_month($1, $2) as made',
    [parent, month],
  );
  return rows[0]!.made;
};

const PASSAGE = `
  insert into checkpoint.passage (id, checkpoint_id, usage, pass_time, vehicle_group, online_label)
  values ($1, 'c', 'TRAFFIC', $2, 'TRUCK', 'RESTRICTED')
  returning tableoid::regclass::text as partition`;

it('makes the month’s partition once, whoever asks at the same time', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => ensureMonth('checkpoint.passage', '2026-02-17')));
  expect(made.filter(Boolean)).toHaveLength(1);
});

it.each(['traffic.flow_observation', 'traffic.gantry_passage', 'checkpoint.passage'])(
  'cuts %s at midnight of +08:00 and takes its indexes along',
  async (parent) => {
    await ensureMonth(parent, '2026-03-01');
    const { rows } = await database.owner((owner) =>
      owner.query<{ bound: string; indexes: number; parent_indexes: number }>(
        `select pg_get_expr(relpartbound, c.oid) as bound,
                (select count(*)::integer from pg_index where indrelid = c.oid) as indexes,
                (select count(*)::integer from pg_index where indrelid = $1::regclass) as parent_indexes
           from pg_class c where c.oid = ($1 || '_2026_03')::regclass`,
        [parent],
      ),
    );
    expect(rows[0]!.bound).toBe(`FOR VALUES FROM ('2026-03-01 00:00:00+08') TO ('2026-04-01 00:00:00+08')`);
    expect(rows[0]!.indexes).toBe(rows[0]!.parent_indexes);
  },
);

const partitionOf = async (id: string, at: string): Promise<string> =>
  (await database.ingest.query<{ partition: string }>(PASSAGE, [id, at])).rows[0]!.partition;

it('sends a row to the month that it is in Hulunbuir', async () => {
  await ensureMonth('checkpoint.passage', '2026-04-01');
  await ensureMonth('checkpoint.passage', '2026-05-01');
  expect(await partitionOf('1', '2026-04-30T15:59:59.999Z')).toBe('checkpoint.passage_2026_04');
  expect(await partitionOf('2', '2026-04-30T16:00:00.000Z')).toBe('checkpoint.passage_2026_05');
});

it('refuses a row whose month nobody made', async () => {
  await expect(database.ingest.query(PASSAGE, ['3', '2031-01-01T00:00:00Z'])).rejects.toMatchObject({
    code: '23514',
  });
});

it('keeps the label, the checks and the policies on every partition', async () => {
  await ensureMonth('checkpoint.passage', '2026-06-01');
  await expect(
    database.ingest.query(
      `insert into checkpoint.passage (id, checkpoint_id, usage, pass_time, vehicle_group)
       values ('4', 'c', 'TRAFFIC', '2026-06-05+08', 'TRUCK')`,
    ),
  ).rejects.toMatchObject({ code: '23502' });
  const { rows } = await database.owner((owner) =>
    owner.query<{ open: string }>(
      `select c.oid::regclass::text as open from pg_class c join pg_inherits i on i.inhrelid = c.oid
        where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
    ),
  );
  expect(rows).toEqual([]);
});

it.each([
  ['traffic.gantry', '2026-01-01', '42501'],
  ['oversight.disclosure', '2026-01-01', '42501'],
  ['checkpoint.passage', '1950-01-01', '22008'],
])('refuses to make %s for %s', async (parent, month, code) => {
  await expect(ensureMonth(parent, month)).rejects.toMatchObject({ code });
});

it('lets readers of the table go on while a partition is made', async () => {
  const client = await database.ingest.connect();
  try {
    await client.query(`begin; select ingest.ensure_month('checkpoint.passage', '2026-07-01')`);
    const reading = await database.app.query(`set statement_timeout = 2000; select from checkpoint.passage`);
    expect(reading).toBeDefined();
  } finally {
    await client.query('rollback');
    client.release();
  }
});
