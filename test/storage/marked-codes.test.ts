import { ONLINE_LABELS } from '../../src/classification/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

const CHECK_VIOLATION = '23514';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const rows = async <Row extends object>(text: string): Promise<Row[]> =>
  (await database.admin((client) => client.query<Row>(text))).rows;

const SHARED = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  and n.nspname in ('traffic', 'checkpoint', 'mediation') where c.relkind in ('r', 'p') and not c.relispartition`;

it('has a label on every shared table, one that may not be left out', async () => {
  const without = await rows<{ name: string }>(
    `select c.relname as name from ${SHARED} and not exists (select from pg_attribute a
       where a.attrelid = c.oid and a.attname = 'online_label' and a.atttypid = 'common.online_label'::regtype)`,
  );
  // A table of weights out of a standard: it holds no agency's rows.
  expect(without).toEqual([{ name: 'axle_weight_limit' }]);
});

it('has one list of labels, the guard’s own', async () => {
  const [{ definition } = { definition: '' }] = await rows<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'online_label_check'`,
  );
  expect([...definition.matchAll(/'([A-Z]+)'/g)].map(([, label]) => label)).toEqual([...ONLINE_LABELS]);
});

it('tests every column that holds text: as free text, or with the rest of its row', async () => {
  const untested = await rows<{ column: string }>(
    `select format('%s.%s', c.relname, a.attname) as column
       from pg_attribute a join ${SHARED.replace('pg_class c', '(select * from pg_class) c on a.attrelid = c.oid')}
        and a.attnum > 0 and not a.attisdropped
        and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.conname = 'no_mark'
          and a.attnum = any (k.conkey))`,
  );
  expect(untested).toEqual([{ column: 'passage.image_url' }]);
});

const insert = (id: string, code: string | null): Promise<unknown> =>
  database.ingest.query(
    `insert into traffic.road (id, road_code, code_system, road_ref, online_label)
     values ($1, $2, 'GB_T_917', 'G10', 'PUBLIC')`,
    [id, code],
  );

it.each(['机密★10年', '絕密☆', 'TOP SECRET//SI', '㊙', '秘密'])(
  'refuses %s where a code belongs',
  async (mark) => {
    await expect(insert('1', mark)).rejects.toMatchObject({ code: CHECK_VIOLATION, constraint: 'no_mark' });
    await expect(insert(mark, 'G10')).rejects.toMatchObject({ code: CHECK_VIOLATION });
  },
);

it('refuses it in a month of a large table too', async () => {
  await database.ingest.query(`select ingest.ensure_month('traffic.gantry_passage', '2026-01-01')`);
  const passage = (plate: string): Promise<unknown> =>
    database.ingest.query(
      `insert into traffic.gantry_passage
         (id, gantry_id, segment_id, trans_time, vehicle_plate, vehicle_group, online_label)
       values ('1', 'g', 's', '2026-01-05T00:00:00+08:00', $1, 'PASSENGER_CAR', 'INTERNAL')`,
      [plate],
    );
  await expect(passage('绝密★')).rejects.toMatchObject({ code: CHECK_VIOLATION, constraint: 'no_mark' });
  await expect(passage('蒙E12345')).resolves.toMatchObject({ rowCount: 1 });
});

it('takes ordinary codes', async () => {
  await expect(insert('司机-1', 'G10/2 (S) *')).resolves.toMatchObject({ rowCount: 1 });
});

it('would take the mark if it looked for no sign (positive control)', async () => {
  const unguarded = await createTestDatabase();
  try {
    await unguarded.owner((owner) =>
      owner.query(`create or replace function common.carries_sign(value text) returns boolean
        language sql immutable strict parallel safe as 'select false'`),
    );
    const written = await unguarded.ingest.query(
      `insert into traffic.road (id, road_code, code_system, road_ref, online_label)
       values ('1', '绝密★', 'GB_T_917', 'G10', 'PUBLIC')`,
    );
    expect(written.rowCount).toBe(1);
  } finally {
    await unguarded.drop();
  }
});
