import * as z from 'zod';
import { defineStatement, openSession, type Session, type SessionOptions } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { fillScopedTables, openScope } from '../postgres/fixtures.ts';

let database: TestDatabase;
const open: Session[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(() => database.drop());

function begin(options: Partial<SessionOptions> = {}): Session {
  const opened = openSession({
    pool: database.app,
    signer: database.signer,
    scope: openScope(['']),
    shapeChecked: true,
    ...options,
  });
  open.push(opened);
  return opened;
}

const counted = z.strictObject({ rows: z.int() });
const countPassages = defineStatement({
  name: 'test.count-passages',
  text: 'select count(*) as rows from checkpoint.passage',
  row: counted,
  scoped: true,
});
const countPassagesUnscoped = defineStatement({
  ...countPassages,
  name: 'test.count-unscoped',
  scoped: false,
});
const carried = z.strictObject({ scope: z.string().nullable(), readonly: z.string(), backend: z.int() });
const tellSettings = {
  name: 'test.tell-settings',
  text: `select nullif(current_setting('lukou.scope', true), '') as scope,
           current_setting('transaction_read_only') as readonly, pg_backend_pid() as backend`,
  row: carried,
};
const tellScoped = defineStatement({ ...tellSettings, scoped: true });
const tellUnscoped = defineStatement({ ...tellSettings, scoped: false });
const fail = defineStatement({
  name: 'test.fail',
  text: `select ('plate ' || $1)::integer as rows`,
  row: counted,
  scoped: true,
});

/** How many connections were out at once, from now on. */
function watchConnections(): { most(): number; stop(): void } {
  let out = 0;
  let most = 0;
  const onAcquire = (): void => {
    most = Math.max(most, (out += 1));
  };
  const onRelease = (): void => {
    out -= 1;
  };
  database.app.on('acquire', onAcquire).on('release', onRelease);
  const stop = (): void => void database.app.off('acquire', onAcquire).off('release', onRelease);
  return { most: () => most, stop };
}

it('sends nothing and takes no connection before the first statement', async () => {
  const before = database.app.totalCount;
  await begin().close();
  expect(database.app.totalCount).toBe(before);
});

it('sends nothing more once nobody waits, and gives its connection back', async () => {
  const ending = new AbortController();
  const sent: string[] = [];
  const session = begin({ ending, onStatement: (name) => sent.push(name) });
  await session.run(countPassages, []);
  const running = session.run(countPassages, []);
  const queued = session.run(countPassages, []);
  ending.abort();
  for (const late of [queued, session.run(countPassagesUnscoped, [])])
    await expect(late).rejects.toMatchObject({
      code: 'STORAGE_FAULT',
      message: expect.stringContaining('nobody waits'),
    });
  await running.catch(() => undefined);
  expect(sent.length).toBeLessThan(3);
  await session.close();
  expect(database.app.idleCount).toBe(database.app.totalCount);
});

it('carries the scope in a read-only transaction', async () => {
  const [row] = await begin().run(tellScoped, []);
  expect(row).toMatchObject({ readonly: 'on' });
  expect(JSON.parse(row!.scope!)).toEqual(openScope(['']));
});

it('carries nothing over to who gets the connection next', async () => {
  const first = begin();
  const [inside] = await first.run(tellScoped, []);
  await first.close();
  const [after] = await begin().run(tellUnscoped, []);
  expect(after).toEqual({ scope: null, readonly: 'off', backend: inside!.backend });
  expect(await begin().run(countPassagesUnscoped, [])).toEqual([{ rows: 0 }]);
  expect(await begin({ scope: openScope(['150782']) }).run(countPassages, [])).toEqual([{ rows: 1 }]);
});

it('carries nothing over from a session whose statement failed', async () => {
  const failed = begin();
  await failed.run(fail, ['x']).catch(() => undefined);
  expect(await begin().run(tellUnscoped, [])).toMatchObject([{ scope: null, readonly: 'off' }]);
});

it('would carry the scope over if it were not bound to the transaction (positive control)', async () => {
  const client = await database.app.connect();
  await client.query(`select set_config('lukou.scope', 'left behind', false)`);
  client.release();
  expect(await begin().run(tellUnscoped, [])).toMatchObject([{ scope: 'left behind' }]);
  await database.app.query('reset lukou.scope');
});

it('keeps scopes of sessions at work at the same time apart', async () => {
  const scopes = ['', '1507', '150430', '15'];
  const rows = await Promise.all(
    [...scopes, ...scopes].map(async (prefix) => {
      const one = begin({ scope: openScope([prefix]) });
      const passages = await one.run(countPassages, []);
      await one.close();
      return passages;
    }),
  );
  expect(rows.flat().map((row) => row.rows)).toEqual([4, 2, 1, 3, 4, 2, 1, 3]);
});

it('holds one connection at most, also where statements are asked for together', async () => {
  const taken = watchConnections();
  const one = begin();
  await Promise.all([
    one.run(tellUnscoped, []),
    one.run(tellScoped, []),
    one.run(fail, ['x']).catch(() => undefined),
    one.run(tellScoped, []),
  ]);
  expect(taken.most()).toBe(1);
  taken.stop();
});

it('holds one each where two sessions ask together (positive control)', async () => {
  const taken = watchConnections();
  // What is planned anew shares no write.
  const tellAnew = defineStatement({ ...tellScoped, plannedAnew: true });
  await Promise.all([begin().run(tellAnew, []), begin().run(tellAnew, [])]);
  expect(taken.most()).toBe(2);
  taken.stop();
});

it('holds none between statements', async () => {
  const one = begin();
  await one.run(tellScoped, []);
  expect(database.app.idleCount).toBe(database.app.totalCount);
  expect(await one.run(countPassages, [])).toEqual([{ rows: 4 }]);
});

it('tells the name of every statement', async () => {
  const names: string[] = [];
  const one = begin({ onStatement: (name) => void names.push(name) });
  await one.run(countPassages, []);
  await one.run(countPassages, []);
  await one.run(tellUnscoped, []);
  expect(names).toEqual(['test.count-passages', 'test.count-passages', 'test.tell-settings']);
});

it('says SQLSTATE and statement of a database error, and no value', async () => {
  const error = await begin()
    .run(fail, ['蒙E12345'])
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'STORAGE_FAULT', detail: 'SQLSTATE 22P02, statement test.fail.' });
  expect((error as Error).cause).toBeUndefined();
  expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('蒙E12345');
});

it('answers later statements after one has failed', async () => {
  const one = begin();
  await one.run(countPassages, []);
  await expect(one.run(fail, ['x'])).rejects.toMatchObject({ code: 'STORAGE_FAULT' });
  expect(await one.run(countPassages, [])).toEqual([{ rows: 4 }]);
});

it('cannot write, even where a statement tries', async () => {
  const write = defineStatement({
    name: 'test.write',
    text: `insert into oversight.shared_field values ('u', 1, 'c', 'd', null, 'r') returning 1 as rows`,
    row: counted,
    scoped: true,
  });
  await expect(begin().run(write, [])).rejects.toMatchObject({
    detail: 'SQLSTATE 25006, statement test.write.',
  });
});

it('gives up a statement that runs beyond the limit', async () => {
  const sleep = defineStatement({
    name: 'test.sleep',
    text: `select count(pg_sleep(5)) as rows`,
    row: counted,
    scoped: true,
  });
  await database.app.query('set statement_timeout = 50');
  await expect(begin().run(sleep, [])).rejects.toMatchObject({
    detail: 'SQLSTATE 57014, statement test.sleep.',
  });
  await database.app.query('reset statement_timeout');
});

it('refuses a statement after it was closed', async () => {
  const one = begin();
  await one.close();
  await expect(one.run(countPassages, [])).rejects.toMatchObject({ code: 'INTERNAL' });
});

it('names the place where a row does not fit its shape, and not the value', async () => {
  const wrong = defineStatement({ ...countPassages, row: z.strictObject({ rows: z.int().max(3) }) });
  await expect(begin().run(wrong, [])).rejects.toMatchObject({
    detail: 'Statement test.count-passages returned a row of another shape: rows (too_big).',
  });
  await expect(begin({ shapeChecked: false }).run(wrong, [])).resolves.toEqual([{ rows: 4 }]);
});

it('takes no statement name that PostgreSQL would cut off', () => {
  for (const name of ['passages', 'checkpoint.Passages', `checkpoint.${'a'.repeat(60)}`]) {
    expect(() => defineStatement({ ...countPassages, name })).toThrow(TypeError);
  }
});
