import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { fillScopedTables, SCOPED_TABLES } from '../postgres/fixtures.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
  await database.admin((admin) => admin.query(`${DISCLOSURE}; ${BATCH}`));
});
afterAll(() => database.drop());

const INSUFFICIENT_PRIVILEGE = '42501';
const DISCLOSURE = `
  insert into oversight.disclosure
    (log, index, id, recorded_at, stage, role, actor, code, row_count, agreements, coordinates, denied)
  values ('gateway', 0, gen_random_uuid(), now(), 'RELEASE', 'analyst', 'x', 'OK', 0, '{}', '{}', '{}')`;
const BATCH = `
  insert into oversight.log_batch (log, first_index, ends, leaves, owners) values ('gateway', 0, '{1}', '\\x00', '{-}')`;

async function sqlstate(pool: pg.Pool, text: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(text);
    return '00000';
  } catch (error) {
    return String(Reflect.get(error as Error, 'code'));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const TABLES = [...SCOPED_TABLES.map(([table]) => table), 'traffic.road_segment', 'traffic.road_event'];

describe('the application', () => {
  it.each(TABLES)('may not write %s', async (table) => {
    for (const text of [
      `insert into ${table} default values`,
      `update ${table} set online_label = 'PUBLIC'`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} disable row level security`,
      `create index on ${table} (online_label)`,
    ]) {
      expect([text, await sqlstate(database.app, text)]).toEqual([text, INSUFFICIENT_PRIVILEGE]);
    }
  });

  it('may read the log, and append to it by the one way that moves its head', async () => {
    expect((await database.app.query('select from oversight.disclosure')).rowCount).toBe(1);
    expect((await database.app.query('select from oversight.log_batch')).rowCount).toBe(1);
    for (const text of [DISCLOSURE, BATCH])
      expect([text, await sqlstate(database.app, text)]).toEqual([text, INSUFFICIENT_PRIVILEGE]);
    // There is no such head: nothing is stored.
    const append = `select oversight.append_batch('gateway', 0, '\\x00', '\\x00', '{}', '', '{1}', '\\x00', '{-}',
      '{}', '{}', '{}', '{}', null) as stored`;
    expect((await database.app.query(append)).rows).toEqual([{ stored: false }]);
    expect(await sqlstate(database.app, "select oversight.derive_log('gateway')")).toBe('00000');
  });

  it.each([
    "update oversight.disclosure set code = 'x'",
    'delete from oversight.disclosure',
    'truncate oversight.disclosure',
    'alter table oversight.disclosure disable trigger append_only',
    'drop policy scope on checkpoint.passage',
    'drop trigger append_only on oversight.disclosure',
    'drop table oversight.disclosure',
    "update oversight.log_batch set owners = '{}'",
    'delete from oversight.log_batch',
    'truncate oversight.log_batch',
    'drop trigger only_pruned on oversight.log_batch',
    'update oversight.log_derived set to_index = 0',
    'delete from oversight.log_derived',
    'update oversight.log_head set size = 9',
    "select oversight.derive_range('gateway', 0, 1)",
    "select oversight.derive_columns('gateway')",
    "select oversight.tally_range('gateway', 0, 1, 1)",
    'update oversight.disclosure_tally set answers = 0',
    'delete from oversight.disclosure_tally',
    'update oversight.log_derived set tallied_to = 0',
    'delete from oversight.agreement',
    'update oversight.shared_field set mask = null',
    'set session_replication_role = replica',
  ])('may not: %s', async (text) => {
    expect(await sqlstate(database.app, text)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it.each([
    'set role lukou_owner',
    'set role lukou_admin',
    'set role lukou_ingest',
    'set session authorization lukou_owner',
    'create table public.x (a integer)',
    'create table traffic.x (a integer)',
    'create temporary table x (a integer)',
    'create schema x',
    'create role x',
    'select * from common.scope_key',
    'select * from lukou.migration',
    "select ingest.ensure_month('checkpoint.passage', '2026-05-01')",
    'select * from checkpoint.passage_2026_01',
    "copy checkpoint.passage to program 'cat'",
    "select pg_read_file('PG_VERSION')",
  ])('may not: %s', async (text) => {
    expect(await sqlstate(database.app, text)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it.each(['reset role', 'set role none', 'reset all', 'discard all'])(
    'stays without rights over the tables after: %s',
    async (text) => {
      const client = await database.app.connect();
      try {
        await client.query(text);
        await expect(client.query('truncate checkpoint.lane')).rejects.toMatchObject({
          code: INSUFFICIENT_PRIVILEGE,
        });
        expect((await client.query('select from checkpoint.lane')).rowCount).toBe(0);
      } finally {
        client.release(true);
      }
    },
  );
});

describe('the intake', () => {
  it('may write an agency’s rows and not delete them', async () => {
    for (const table of SCOPED_TABLES.map(([name]) => name)) {
      expect(await sqlstate(database.ingest, `update ${table} set online_label = 'SENSITIVE'`)).toBe('00000');
      expect(await sqlstate(database.ingest, `delete from ${table}`)).toBe(INSUFFICIENT_PRIVILEGE);
      expect(await sqlstate(database.ingest, `truncate ${table} cascade`)).toBe(INSUFFICIENT_PRIVILEGE);
    }
  });

  it.each([
    DISCLOSURE,
    BATCH,
    'select * from oversight.disclosure',
    'select * from oversight.log_batch',
    "select oversight.derive_log('gateway')",
    'select * from common.scope_key',
    'create table ingest.x (a integer)',
    'set role lukou_app',
    'set role lukou_owner',
  ])('may not: %s', async (text) => {
    expect(await sqlstate(database.ingest, text)).toBe(INSUFFICIENT_PRIVILEGE);
  });
});

it.each(['oversight.disclosure', 'oversight.log_batch'])(
  'would let the owner take rows out of %s once the trigger is gone (positive control)',
  async (table) => {
    const outcomes = await database.owner(async (owner) => {
      await owner.query('begin');
      const refused = await owner.query(`savepoint a; delete from ${table}`).catch(() => 'refused');
      await owner.query(`rollback to a; alter table ${table} disable trigger only_pruned`);
      const { rowCount } = await owner.query(`delete from ${table}`);
      await owner.query('rollback');
      return { refused, rowCount };
    });
    expect(outcomes).toEqual({ refused: 'refused', rowCount: 1 });
  },
);
