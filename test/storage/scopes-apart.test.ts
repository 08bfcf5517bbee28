import fc from 'fast-check';
import type { Pool } from 'pg';
import * as z from 'zod';
import { LukouError } from '../../src/base/index.ts';
import { defineStatement, openSession } from '../../src/storage/index.ts';
import { openAppPool } from '../postgres/app-pool.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { fillScopedTables, openScope } from '../postgres/fixtures.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
});
afterAll(() => database.drop());

/** How many passages the scope of these divisions opens. */
const OPENED = new Map([
  ['', 4],
  ['15', 3],
  ['1507', 2],
  ['150430', 1],
  ['99', 0],
]);
const SCOPES = new Map([...OPENED.keys()].map((division) => [division, openScope([division])]));

const seen = {
  text: `select (select count(*) from checkpoint.passage) as rows, $1::integer as asked,
    nullif(current_setting('lukou.scope', true), '') as scope, current_setting('transaction_read_only') as readonly`,
  row: z.strictObject({
    rows: z.int(),
    asked: z.int(),
    scope: z.string().nullable(),
    readonly: z.enum(['on', 'off']),
  }),
};
const look = defineStatement({ ...seen, name: 'test.look', scoped: true });
const lookAnew = defineStatement({ ...seen, name: 'test.look-anew', scoped: true, plannedAnew: true });
const lookUnscoped = defineStatement({ ...seen, name: 'test.look-unscoped', scoped: false });
const bad = (name: string, text: string) =>
  defineStatement({ name: `test.${name}`, text, row: z.looseObject({}), scoped: true });
const FAILING = [
  bad('fail-parsing', 'select $1::integer, no_such_column'),
  bad('fail-running', 'select 1 / ($1::integer * 0)'),
  bad('fail-writing', `insert into oversight.shared_field values ('u', $1, 'c', 'd', null, 'r') returning 1`),
  bad('fail-reading', 'select 9007199254740993 + $1::integer as beyond'),
  bad('fail-waiting', 'select pg_sleep(1 + $1::integer * 0)'),
  bad('leave-open', 'begin'),
];

const steps = fc.array(
  fc.record({
    division: fc.constantFrom(...OPENED.keys()),
    asks: fc.array(fc.constantFrom(look, look, look, lookAnew, lookUnscoped, ...FAILING), {
      minLength: 1,
      maxLength: 4,
    }),
    killsAfterMs: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 8 }),
  }),
  { minLength: 8, maxLength: 40 },
);
type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

/** Asks everything at once on two connections, and says what came back that is not of the asker's own scope. */
async function findStrays(pool: Pool, asked: Steps): Promise<{ strays: unknown[]; answers: number }> {
  const strays: unknown[] = [];
  let answers = 0;
  const work = asked.map(async ({ division, asks, killsAfterMs }, at) => {
    if (killsAfterMs !== null) await killSome(killsAfterMs);
    const scope = SCOPES.get(division)!;
    const session = openSession({ pool, signer: database.signer, scope });
    const told = asks.map(async (statement) => {
      const answer = await session
        .run(statement, statement.text === 'begin' ? [] : [at])
        .catch((error: unknown) => error);
      if (answer instanceof LukouError && answer.code === 'STORAGE_FAULT') return;
      if (statement.text === 'begin') return;
      const own =
        statement === lookUnscoped
          ? { rows: 0, asked: at, scope: null, readonly: 'off' }
          : {
              rows: OPENED.get(division),
              asked: at,
              scope: database.signer.sign(scope).body,
              readonly: 'on',
            };
      answers += 1;
      if (JSON.stringify(answer) !== JSON.stringify([own])) strays.push([division, statement.name, answer]);
    });
    await Promise.all(told);
    await session.close();
  });
  await Promise.all(work);
  return { strays, answers };
}

async function killSome(afterMs: number): Promise<void> {
  await database.admin(async (admin) => {
    await admin.query('select pg_sleep($1)', [afterMs / 1000]);
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'lukou_app_login' and pid % 2 = 0`);
  });
}

function twoConnections(settings = ''): Pool {
  const options = `${database.app.options.options} -c statement_timeout=100 ${settings}`;
  return openAppPool(database, { max: 2, options });
}

it('answers every statement from its own scope, whatever fails or dies beside it', async () => {
  const pool = twoConnections();
  let total = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (asked) => {
      const { strays, answers } = await findStrays(pool, asked);
      total += answers;
      expect(strays).toEqual([]);
    }),
    { numRuns: 12, seed: 20_261_123 },
  );
  expect(total).toBeGreaterThan(100);
  await pool.end();
});

it('would find a scope that stays on a connection (positive control)', async () => {
  const { body, mac } = database.signer.sign(openScope(['']));
  const pool = twoConnections(`-c lukou.scope=${body} -c lukou.scope_mac=${mac}`);
  const asked = [...OPENED.keys()].map((division) => ({
    division,
    asks: [look, lookUnscoped],
    killsAfterMs: null,
  }));
  const { strays } = await findStrays(pool, asked);
  expect(strays).toHaveLength(OPENED.size);
  await pool.end();
});
