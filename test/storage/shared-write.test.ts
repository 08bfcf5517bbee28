import type { Pool, PoolConfig } from 'pg';
import * as z from 'zod';
import {
  defineStatement,
  openSession,
  type SessionOptions,
  type Statement,
} from '../../src/storage/index.ts';
import { nextConnection, openAppPool } from '../postgres/app-pool.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { fillScopedTables, openScope } from '../postgres/fixtures.ts';

let database: TestDatabase;
let pool: Pool;
const pools: Pool[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await fillScopedTables(database);
});
beforeEach(() => {
  pool = openPool();
});
afterEach(() => Promise.all(pools.splice(0).map((one) => one.end())));
afterAll(() => database.drop());

function openPool(options: PoolConfig = {}): Pool {
  const opened = openAppPool(database, { max: 3, ...options });
  pools.push(opened);
  return opened;
}

interface Asked {
  readonly statement: Statement;
  readonly params?: readonly unknown[];
  readonly division?: string;
}

/** Asks each in a session of its own, all in one turn, and says what came of each: its rows, or the detail of its fault. */
function askTogether(asked: readonly Asked[], options: Partial<SessionOptions> = {}): Promise<unknown[]> {
  return Promise.all(
    asked.map(({ statement, params = [], division = '' }) =>
      openSession({ pool, signer: database.signer, scope: openScope([division]), ...options })
        .run(statement, params)
        .catch((error: { detail: string }) => error.detail),
    ),
  );
}

const scoped = (name: string, text: string): Statement =>
  defineStatement({ name: `test.${name}`, text, row: z.looseObject({}), scoped: true });
const count = scoped('count', 'select count(*) as rows, pg_backend_pid() as backend from checkpoint.passage');
const countOpenly: Statement = { ...count, name: 'test.count-openly', scoped: false };
const divide = scoped('divide', 'select 12 / $1::integer as value');
const tellOne = defineStatement({ ...divide, name: 'test.one', text: 'select 1 as value', scoped: false });
const sleep = scoped('sleep', 'select pg_backend_pid() as backend from pg_sleep($1)');

/** Has each parsed and found quick, on one connection. */
async function keep(...asked: readonly Asked[]): Promise<void> {
  for (const one of asked) await askTogether([one]);
}

/** How many of the pool's connections are taken while `work` is done, one after the other or at once. */
async function countTaken(work: () => Promise<unknown>): Promise<number> {
  let taken = 0;
  const onAcquire = (): void => void (taken += 1);
  pool.on('acquire', onAcquire);
  await work();
  pool.off('acquire', onAcquire);
  return taken;
}

/** How many times something is written while `work` is done, on the one connection that there is. */
async function countWrites(work: () => Promise<unknown>): Promise<number> {
  const { stream } = await nextConnection(pool);
  const written = jest.spyOn(stream, 'uncork');
  await work();
  const { length } = written.mock.calls;
  written.mockRestore();
  return length;
}

const four: readonly Asked[] = ['', '1507', '150430', '99'].map((division) => ({
  statement: count,
  division,
}));
const FOUR_COUNTS = [4, 2, 1, 0];
const givenUpFor = (name: string): string =>
  `The connection was given up for statement test.${name}, which went before.`;
const rowsOf = (answers: readonly unknown[]): unknown[] =>
  answers.map((answer) => (answer as { rows: number }[])[0]!.rows);

describe('statements that are asked for in one turn', () => {
  it('go out in one write, each under its own scope', async () => {
    await keep({ statement: count });
    const writes = await countWrites(async () => {
      expect(rowsOf(await askTogether(four))).toEqual(FOUR_COUNTS);
    });
    expect(writes).toBe(1);
  });

  it('go out in a write each where they are asked for one after the other (positive control)', async () => {
    await keep({ statement: count });
    expect(await countWrites(() => keep(...four))).toBe(4);
  });

  it('carry no scope to one beside them that has none', async () => {
    await keep({ statement: count }, { statement: countOpenly });
    const answers = await askTogether([...four, { statement: countOpenly }].slice(1));
    expect(rowsOf(answers)).toEqual([...FOUR_COUNTS.slice(1), 0]);
  });

  it('are shared out among connections four by four', async () => {
    await keep({ statement: count });
    const taken = await countTaken(async () => {
      expect(rowsOf(await askTogether([...four, ...four, ...four]))).toEqual([
        ...FOUR_COUNTS,
        ...FOUR_COUNTS,
        ...FOUR_COUNTS,
      ]);
    });
    // Of the connections that open for it, none has parsed the statement: each sends one, and the others ask again.
    expect(taken).toBeGreaterThanOrEqual(3);
    expect(await countTaken(() => askTogether([...four, ...four, ...four]))).toBe(3);
  });

  it('go alone before a connection has parsed them', async () => {
    pool = openPool({ max: 1 });
    const two = [{ statement: count }, { statement: divide, params: [4] }];
    expect(await countTaken(() => askTogether(two))).toBe(2);
    expect(await countTaken(() => askTogether(two))).toBe(1);
  });

  it('do not keep one waiting that its connection has to parse anew', async () => {
    pool = openPool({ max: 1 });
    await keep({ statement: tellOne }, { statement: divide, params: [1] });
    await pool.query('deallocate "test.divide"');
    const { parsedStatements } = await nextConnection(pool);
    delete parsedStatements['test.divide'];
    // Whenever something is sent, something else is asked for in the same turn.
    const others: Promise<unknown>[] = [];
    const onAcquire = (): void => {
      if (others.length < 50) process.nextTick(() => others.push(askTogether([{ statement: tellOne }])));
    };
    pool.on('acquire', onAcquire);
    const answers = await askTogether([{ statement: tellOne }, { statement: divide, params: [4] }]);
    pool.off('acquire', onAcquire);
    expect(answers[1]).toEqual([{ value: 3 }]);
    expect(others.length).toBeLessThan(10);
    await Promise.all(others);
  });

  it('do not wait behind one that took long', async () => {
    const two = [{ statement: sleep, params: [0.05] }, { statement: count }];
    await keep({ statement: sleep, params: [0] }, { statement: count });
    // It was quick until now, so that this time it is waited for.
    expect(await countTaken(() => askTogether(two))).toBe(1);
    expect(await countTaken(() => askTogether(two))).toBe(2);
  });

  it('are taken together again once one that took long has been quick for a while', async () => {
    const two = [{ statement: sleep, params: [0] }, { statement: count }];
    await keep({ statement: sleep, params: [0.05] }, { statement: count });
    expect(await countTaken(() => askTogether(two))).toBe(2);
    for (let times = 0; times < 20; times += 1) await keep({ statement: sleep, params: [0] });
    expect(await countTaken(() => askTogether(two))).toBe(1);
  });
});

describe('of statements in one write', () => {
  it.each([0, 1, 2])('one that fails costs only itself, as number %i', async (at) => {
    const good = { statement: divide, params: [4] };
    await keep(good);
    const asked: Asked[] = [good, good, good];
    asked[at] = { statement: divide, params: [0] };
    const expected: unknown[] = [[{ value: 3 }], [{ value: 3 }], [{ value: 3 }]];
    expected[at] = 'SQLSTATE 22012, statement test.divide.';
    const writes = await countWrites(async () => expect(await askTogether(asked)).toEqual(expected));
    expect(writes).toBe(1);
  });

  it('those behind one that left a transaction open are refused, and the connection goes to nobody', async () => {
    await keep({ statement: count });
    const client = await pool.connect();
    const lost = new Promise((resolve) => client.once('end', resolve));
    jest.spyOn(client, 'getTransactionStatus').mockReturnValueOnce('T');
    client.release();
    const answers = await askTogether(four.slice(0, 3));
    expect(rowsOf(answers.slice(0, 1))).toEqual([4]);
    expect(answers.slice(1)).toEqual([givenUpFor('count'), givenUpFor('count')]);
    await lost;
    expect(rowsOf(await askTogether(four))).toEqual(FOUR_COUNTS);
  });

  it('one whose answer is cut short by the next is refused, and so are those behind it', async () => {
    await keep({ statement: sleep, params: [0] }, { statement: count });
    const connection = await nextConnection(pool);
    const asked = askTogether([{ statement: sleep, params: [0.2] }, ...four.slice(0, 2)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    connection.emit('readyForQuery', { status: 'I' });
    expect(await asked).toEqual([
      'The database was ready for another statement before it had answered this one.',
      givenUpFor('sleep'),
      givenUpFor('sleep'),
    ]);
    expect(rowsOf(await askTogether(four))).toEqual(FOUR_COUNTS);
  });

  it('those behind one that cost the connection leave its place at once', async () => {
    pool = openPool({ max: 1 });
    await keep({ statement: count }, { statement: sleep, params: [0] });
    await pool.query('deallocate "test.count"');
    const sinceMs = performance.now();
    const waiting = new Promise((resolve) => {
      pool.once('acquire', () => process.nextTick(() => resolve(askTogether([{ statement: tellOne }]))));
    });
    expect(await askTogether([{ statement: count }, { statement: sleep, params: [8] }])).toEqual([
      'SQLSTATE 26000, statement test.count.',
      givenUpFor('count'),
    ]);
    expect(await waiting).toEqual([[{ value: 1 }]]);
    expect(performance.now() - sinceMs).toBeLessThan(4_000);
  });

  it('those behind one whose backend dies are refused', async () => {
    await keep({ statement: sleep, params: [0] }, { statement: count });
    const asked = askTogether([{ statement: sleep, params: [8] }, { statement: count }]);
    await database.admin(async (admin) => {
      const killSleeping = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = $1 and wait_event = 'PgSleep'`;
      while ((await admin.query(killSleeping, [database.app.options.database])).rowCount === 0);
    });
    expect(await asked).toEqual(['SQLSTATE 57P01, statement test.sleep.', givenUpFor('sleep')]);
    expect(rowsOf(await askTogether([{ statement: count }]))).toEqual([4]);
  });

  it('all are refused that are not answered when a time limit of the address passes', async () => {
    pool = openPool({ query_timeout: 200 });
    await keep({ statement: sleep, params: [0] }, { statement: count });
    const answers = await askTogether([
      { statement: count },
      { statement: sleep, params: [0.6] },
      { statement: count },
    ]);
    expect(rowsOf(answers.slice(0, 1))).toEqual([4]);
    expect(answers.slice(1)).toEqual([
      'connection lost or timed out, statement test.sleep.',
      givenUpFor('sleep'),
    ]);
    expect(rowsOf(await askTogether([{ statement: count }]))).toEqual([4]);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(rowsOf(await askTogether(four))).toEqual(FOUR_COUNTS);
  });
});
