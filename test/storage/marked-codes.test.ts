import type pg from 'pg';
import { ONLINE_LABELS } from '../../src/classification/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { insertSample } from './readers/sample.ts';

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

// Every column of text, whatever its type is called, of every table that files are taken into or whose rows are shared:
// domains count as what they are of, arrays as what they hold.
const TEXT_COLUMNS = `
  with recursive shared as (
    select c.oid, format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^pg_'
     where c.relkind in ('r', 'p') and not c.relispartition
       and (has_any_column_privilege('lukou_ingest', c.oid, 'insert') or exists (
         select from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'common.online_label'::regtype))
  ), kinds as (
    select t.oid, t.oid as base from pg_type t
    union
    select kinds.oid, case when t.typtype = 'd' then t.typbasetype else t.typelem end
      from kinds join pg_type t on t.oid = kinds.base and (t.typtype = 'd' or t.typcategory = 'A')
  )
  select s.oid, s.name, a.attname as column, a.attnum, a.atttypid, a.attgenerated <> '' as generated
    from shared s join pg_attribute a on a.attrelid = s.oid and a.attnum > 0 and not a.attisdropped
   where exists (select from kinds join pg_type t on t.oid = kinds.base
     where kinds.oid = a.atttypid and (t.typcategory = 'S' or t.typname in ('name', 'json', 'jsonb', 'xml', 'bytea')))`;

/** Those that neither their type, nor a check of marks, nor a closed list or format of their own keeps marks out of. */
const UNTESTED = `
  select t.name || '.' || t.column as column from (${TEXT_COLUMNS}) t
   where not exists (
       select from pg_constraint k where k.contypid = t.atttypid and pg_get_constraintdef(k.oid) ~ 'carries_mark|ARRAY')
     and not exists (
       select from pg_constraint k
        where k.conrelid = t.oid and k.contype = 'c' and k.convalidated and t.attnum = any (k.conkey)
          and (pg_get_constraintdef(k.oid) ~ 'NOT common\\.carries_(mark|sign)'
            or cardinality(k.conkey) = 1 and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY|~ ''\\^[^|]*\\$'''))
   order by 1`;

it('tests every column of text of every shared table, as PostgreSQL lists them', async () => {
  const listed = await rows<{ name: string; column: string }>(TEXT_COLUMNS);
  expect(listed.length).toBeGreaterThan(150);
  expect(listed).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'checkpoint.passage', column: 'image_url' }),
      expect.objectContaining({ name: 'reference.segment_place', column: 'road_code' }),
      expect.objectContaining({ name: 'oversight.case_file', column: 'case_key' }),
      expect.objectContaining({ name: 'ingest.quarantine', column: 'record_type' }),
    ]),
  );
  expect(await rows(UNTESTED)).toEqual([]);
});

it('and would see one that is not (positive control)', async () => {
  const seen = await database.owner(async (owner) => {
    await owner.query('begin');
    await owner.query(
      `create domain common.remark as text;
       alter table traffic.road add column remark text, add column remarks common.remark[], add column notes json;
       alter table traffic.road add constraint long_enough check (length(remark) > 3);
       alter table checkpoint.passage drop constraint no_mark_in_address`,
    );
    const { rows: found } = await owner.query<{ column: string }>(UNTESTED);
    await owner.query('rollback');
    return found.map(({ column }) => column);
  });
  expect(seen).toEqual([
    'checkpoint.passage.image_url',
    'traffic.road.notes',
    'traffic.road.remark',
    'traffic.road.remarks',
  ]);
});

it('refuses a mark in each of them, one after the other', async () => {
  const filled = await createTestDatabase();
  try {
    await insertSample(filled);
    const taken = await filled.admin(async (admin) => {
      const columns = (await admin.query<TextColumn>(TEXT_COLUMNS)).rows;
      const left: string[] = [];
      let tried = 0;
      for (const column of columns) {
        const outcome = await plantInto(admin, column);
        if (outcome !== 'empty') tried += 1;
        if (outcome !== 'empty' && outcome !== CHECK_VIOLATION)
          left.push(`${column.name}.${column.column} ${outcome}`);
      }
      expect(tried).toBeGreaterThan(120);
      return left;
    });
    expect(taken).toEqual([]);
  } finally {
    await filled.drop();
  }
}, 60_000);

interface TextColumn {
  readonly name: string;
  readonly column: string;
  readonly generated: boolean;
}

/** What becomes of a mark in one column of a row that is there: SQLSTATE, `empty` where there is none, `taken`. */
async function plantInto(admin: pg.Client, { name, column, generated }: TextColumn): Promise<string> {
  if (generated) return 'empty';
  await admin.query('begin');
  try {
    // A row that may not be changed is written anew without its triggers.
    await admin.query(`set local session_replication_role = 'replica'`);
    const { rows: types } = await admin.query<{ type: string }>(
      `select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attname = $2`,
      [name, column],
    );
    const type = types[0]!.type;
    const value = type.endsWith('[]')
      ? `array['机密★10年']`
      : type === 'jsonb'
        ? `'["机密★10年"]'`
        : `'机密★10年'`;
    const { rowCount } = await admin.query(`update ${name} set ${column} = ${value}`);
    return rowCount === 0 ? 'empty' : 'taken';
  } catch (error) {
    return String(Reflect.get(error as Error, 'code'));
  } finally {
    await admin.query('rollback');
  }
}

const address = (url: string): Promise<unknown> =>
  database.ingest.query(
    `insert into checkpoint.passage (id, checkpoint_id, usage, pass_time, vehicle_group, image_url, online_label)
     values ('1', 'c', 'TRAFFIC', '2026-01-05T00:00:00+08:00', 'OTHER', $1, 'SENSITIVE')
     on conflict (id, pass_time) do update set image_url = excluded.image_url`,
    [url],
  );

it('refuses a mark in the address of a picture, and takes ordinary addresses', async () => {
  await database.ingest.query(`select ingest.ensure_month('checkpoint.passage', '2026-01-01')`);
  for (const marked of [
    'kakou/机密★10年.jpg',
    'https://a.example/绝密/1.jpg',
    'https://a.example/SECRET//NOFORN',
    '㊙',
  ])
    await expect(address(marked)).rejects.toMatchObject({
      code: CHECK_VIOLATION,
      constraint: 'no_mark_in_address',
    });
  for (const plain of [
    'kakou/P1.jpg',
    'https://images.example//2026/P1.jpg?size=2',
    'file:///srv/司机/1.jpg',
  ])
    await expect(address(plain)).resolves.toMatchObject({ rowCount: 1 });
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
