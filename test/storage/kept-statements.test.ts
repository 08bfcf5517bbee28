import type { Pool } from 'pg';
import * as z from 'zod';
import { defineStatement, openSession } from '../../src/storage/index.ts';
import { openAppPool } from '../postgres/app-pool.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { fillScopedTables, openScope } from '../postgres/fixtures.ts';

const countPassages = defineStatement({
  name: 'test.count-passages',
  text: 'select count(*) as rows from checkpoint.passage',
  row: z.strictObject({ rows: z.int() }),
  scoped: true,
});

// One connection, so that what it keeps meets the next statement.
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
});
beforeEach(() => {
  pool = openAppPool(database, { max: 1 });
});
afterEach(() => pool.end());
afterAll(() => database.drop());

/** What comes of a read: its rows, or the fault. */
async function read(): Promise<unknown> {
  const session = openSession({ pool, signer: database.signer, scope: openScope(['']) });
  const outcome = await session.run(countPassages, []).catch((error: unknown) => error);
  await session.close();
  return outcome;
}

it.each([
  'deallocate all',
  'deallocate "test.count-passages"',
  'deallocate "lukou.bind-scope"',
  'discard all',
])(
  'a connection that forgets what we believe it keeps fails one read, and not for ever: %s',
  async (command) => {
    expect(await read()).toEqual([{ rows: 4 }]);
    await pool.query(command);
    expect(await read()).toMatchObject({ detail: 'SQLSTATE 26000, statement test.count-passages.' });
    expect(await read()).toEqual([{ rows: 4 }]);
  },
);

it.each(['test.count-passages', 'lukou.bind-scope'])(
  'a connection that keeps a stranger’s %s never runs that, and fails one read',
  async (name) => {
    await pool.query(`prepare "${name}" as select 999 as rows`);
    expect(await read()).toMatchObject({ detail: 'SQLSTATE 42P05, statement test.count-passages.' });
    expect(await read()).toEqual([{ rows: 4 }]);
  },
);
