import type { Pool, PoolConfig } from 'pg';
import * as z from 'zod';
import { defineStatement, openSession, type Session, type SessionOptions } from '../../src/storage/index.ts';
import { nextConnection, openAppPool } from '../postgres/app-pool.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { fillScopedTables, openScope } from '../postgres/fixtures.ts';

// One connection for everything, so that whatever one statement leaves behind meets the next.
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
  await database.admin((admin) =>
    admin.query(`create table common.changing (value integer); insert into common.changing values (1);
      grant select on common.changing to lukou_app`),
  );
  pool = onePool();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

function onePool(options: PoolConfig = {}): Pool {
  return openAppPool(database, { max: 1, ...options });
}

const session = (options: Partial<SessionOptions> = {}): Session =>
  openSession({ pool, signer: database.signer, scope: openScope(['']), ...options });

const row = z.looseObject({});
const scoped = (name: string, text: string) =>
  defineStatement({ name: `test.${name}`, text, row, scoped: true });
const tellBackend = scoped('tell-backend', 'select pg_backend_pid() as backend');
const countPassages = scoped('count-passages', 'select count(*) as rows from checkpoint.passage');
const divide = scoped('divide', 'select 12 / $1::integer as value');
const wrong = scoped('wrong', 'select no_such_column');
// A lock of the session's shows that a statement ran, whatever became of its transaction.
const lock = scoped('lock', 'select pg_advisory_lock(7)');
const tellLocks = scoped(
  'tell-locks',
  `select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`,
);

const badScope = { signer: { ...({} as SessionOptions['signer']), sign: () => ({ body: '\0', mac: '' }) } };

/** The messages of one kind that arrive while `work` is done. */
async function countMessages(kind: string, work: () => Promise<unknown>): Promise<number> {
  const connection = await nextConnection(pool);
  let count = 0;
  const onMessage = (): void => {
    count += 1;
  };
  connection.on(kind, onMessage);
  await work();
  connection.off(kind, onMessage);
  return count;
}

describe('a statement whose scope cannot be set', () => {
  it('does not run, and is not taken for kept', async () => {
    await expect(session(badScope).run(lock, [])).rejects.toMatchObject({
      detail: 'SQLSTATE 22021, statement test.lock.',
    });
    expect(await session().run(tellLocks, [])).toEqual([]);
    // PostgreSQL never heard of it: it is parsed now.
    expect(await countMessages('parseComplete', () => session().run(lock, []))).toBe(1);
  });

  it('would have run with a scope (positive control)', async () => {
    expect(await session().run(tellLocks, [])).toHaveLength(1);
    await pool.query('select pg_advisory_unlock_all()');
  });

  it('costs no connection', async () => {
    const before = await session().run(tellBackend, []);
    await session(badScope)
      .run(countPassages, [])
      .catch(() => undefined);
    expect(await session().run(tellBackend, [])).toEqual(before);
    expect(await session().run(countPassages, [])).toEqual([{ rows: 4 }]);
  });

  it('shows no row where its signature is another’s', async () => {
    const { body } = database.signer.sign(openScope(['']));
    const { mac } = database.signer.sign(openScope(['1507']));
    const signer = { ...database.signer, sign: () => ({ body, mac }) };
    expect(await session({ signer }).run(countPassages, [])).toEqual([{ rows: 0 }]);
  });
});

describe('a statement that fails', () => {
  it('fails for the same reason every time, where it cannot be parsed', async () => {
    const before = await session().run(tellBackend, []);
    for (let times = 0; times < 2; times += 1)
      await expect(session().run(wrong, [])).rejects.toMatchObject({
        detail: 'SQLSTATE 42703, statement test.wrong.',
      });
    expect(await session().run(tellBackend, [])).toEqual(before);
  });

  it('is kept and answers the next time, where it failed on its values', async () => {
    for (const value of ['x', 0])
      await expect(session().run(divide, [value])).rejects.toMatchObject({ code: 'STORAGE_FAULT' });
    const messages = await countMessages('parseComplete', async () => {
      expect(await session().run(divide, [4])).toEqual([{ value: 3 }]);
    });
    expect(messages).toBe(0);
  });

  it('on a value that we do not read, costs that statement and not the connection', async () => {
    const before = await session().run(tellBackend, []);
    const beyond = scoped('beyond', 'select 9007199254740990 + n as value from generate_series(0, 3) n');
    await expect(session().run(beyond, [])).rejects.toMatchObject({
      detail: 'raised on our side (RangeError), statement test.beyond.',
    });
    expect(await session().run(tellBackend, [])).toEqual(before);
  });

  it('on a parameter that nobody can write, takes no connection', async () => {
    await expect(session().run(divide, [{}])).rejects.toMatchObject({
      detail: 'raised on our side (TypeError), statement test.divide.',
    });
    expect(pool.idleCount).toBe(pool.totalCount);
  });
});

it('parses and describes a kept statement once a connection', async () => {
  const list = scoped('list', `select n, 'a' || n as text, null::text as none from generate_series(1, $1) n`);
  const rows = [1, 2, 3].map((n) => ({ n, text: `a${n}`, none: null }));
  const run = async (): Promise<void> => expect(await session().run(list, [3])).toEqual(rows);
  expect(await countMessages('rowDescription', run)).toBe(1);
  expect(await countMessages('rowDescription', run)).toBe(0);
  expect(await countMessages('parseComplete', run)).toBe(0);
});

it('keeps nothing of a statement that is planned anew', async () => {
  const anew = defineStatement({ ...divide, name: 'test.anew', plannedAnew: true });
  for (const value of [4, 6]) expect(await session().run(anew, [value])).toEqual([{ value: 12 / value }]);
  const { rows } = await pool.query<{ name: string }>('select name from pg_prepared_statements');
  expect(rows.map(({ name }) => name)).toContain('lukou.bind-scope');
  expect(rows.filter(({ name }) => name === 'test.anew' || name === '')).toEqual([]);
});

it('never reads rows by columns that have changed, and answers once they are known again', async () => {
  const tell = scoped('tell-changing', 'select value from common.changing');
  expect(await session().run(tell, [])).toEqual([{ value: 1 }]);
  await database.admin((admin) => admin.query('alter table common.changing alter column value type text'));
  await expect(session().run(tell, [])).rejects.toMatchObject({
    detail: 'SQLSTATE 0A000, statement test.tell-changing.',
  });
  expect(await session().run(tell, [])).toEqual([{ value: '1' }]);
});

it('refuses a second statement of a name', async () => {
  await session().run(divide, [4]);
  const other = scoped('divide', 'select 1 as value');
  await expect(session().run(other, [])).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(await session().run(divide, [4])).toEqual([{ value: 3 }]);
});

it('gives nobody a connection on which a transaction was left open', async () => {
  const { signer } = database;
  const scope = openScope(['1507']);
  const [left] = await session({ signer, scope }).run(tellBackend, []);
  await session({ signer, scope }).run(scoped('begin', 'begin'), []);
  expect(await session().run(tellBackend, [])).not.toEqual([left]);
  const { rows } = await pool.query<{ scope: string }>(
    `select current_setting('lukou.scope', true) as scope`,
  );
  expect(rows[0]!.scope || null).toBeNull();
});

it('stops waiting where every connection is out for too long', async () => {
  const busy = onePool({ connectionTimeoutMillis: 100 });
  const client = await busy.connect();
  await expect(session({ pool: busy }).run(countPassages, [])).rejects.toMatchObject({
    detail: 'connection lost or timed out, statement test.count-passages.',
  });
  client.release();
  expect(await session({ pool: busy }).run(countPassages, [])).toEqual([{ rows: 4 }]);
  await busy.end();
});

it('stops waiting where the address of the database sets a limit', async () => {
  const hurried = onePool({ query_timeout: 200 });
  const sleep = scoped('sleep', 'select from pg_sleep($1)');
  await expect(session({ pool: hurried }).run(sleep, [0.6])).rejects.toMatchObject({
    detail: 'connection lost or timed out, statement test.sleep.',
  });
  expect(await session({ pool: hurried }).run(countPassages, [])).toEqual([{ rows: 4 }]);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await session({ pool: hurried }).run(countPassages, [])).toEqual([{ rows: 4 }]);
  await hurried.end();
});
