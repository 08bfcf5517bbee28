import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { asOwner, defineStatement, openSession } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { openScope } from '../postgres/fixtures.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const tellBackend = defineStatement({
  name: 'test.tell-backend',
  text: 'select pg_backend_pid() as backend',
  row: z.strictObject({ backend: z.int() }),
  scoped: true,
});

const waitLong = defineStatement({
  ...tellBackend,
  name: 'test.wait-long',
  text: 'select pg_backend_pid() as backend from pg_sleep(8)',
});

const kill = (backend: number): Promise<unknown> =>
  database.admin((admin) => admin.query('select pg_terminate_backend($1, 5000)', [backend]));

const untilBusy = (backend: number): Promise<void> =>
  database.admin(async (admin) => {
    const isBusy = `select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`;
    while ((await admin.query(isBusy, [backend])).rowCount === 0) await sleep(5);
  });

it('R1 survives the death of the backend under a statement, and says so in its own words', async () => {
  const session = openSession({ pool: database.app, signer: database.signer, scope: openScope(['']) });
  const [row] = await session.run(tellBackend, []);
  const outcome = session.run(waitLong, []).catch((error: unknown) => error);
  await untilBusy(row!.backend);
  await kill(row!.backend);
  expect(await outcome).toMatchObject({ detail: 'SQLSTATE 57P01, statement test.wait-long.' });
  expect((await session.run(tellBackend, []))[0]!.backend).not.toBe(row!.backend);
  await session.close();
});

it('R1 survives the death of the backend between two statements, and nobody hears of it', async () => {
  const session = openSession({ pool: database.app, signer: database.signer, scope: openScope(['']) });
  const [row] = await session.run(tellBackend, []);
  const removed = new Promise((resolve) => database.app.once('remove', resolve));
  await kill(row!.backend);
  await removed;
  expect((await session.run(tellBackend, []))[0]!.backend).not.toBe(row!.backend);
  await session.close();
});

it('R1 survives the death of the backend under a client that waits in the pool', async () => {
  const { rows } = await database.app.query<{ backend: number }>('select pg_backend_pid() as backend');
  const removed = new Promise((resolve) => database.app.once('remove', resolve));
  await kill(rows[0]!.backend);
  await removed;
  expect((await database.app.query('select')).rowCount).toBe(1);
});

it.each(['ingest', 'log'] as const)(
  'R1 survives the death of a checked-out backend of the %s pool',
  async (name) => {
    const client = await database[name].connect();
    const { rows } = await client.query<{ backend: number }>('select pg_backend_pid() as backend');
    const lost = new Promise((resolve) => client.once('end', resolve));
    await kill(rows[0]!.backend);
    await lost;
    client.release(true);
    expect((await database[name].query('select')).rowCount).toBe(1);
  },
);

it('R1 survives the death of the backend under the owner’s connection', async () => {
  const login = { connectionString: database.url('lukou_owner') };
  const work = asOwner(login, async (owner) => {
    const { rows } = await owner.query<{ backend: number }>('select pg_backend_pid() as backend');
    const gone = new Promise((resolve) => owner.once('end', resolve));
    await kill(rows[0]!.backend);
    await gone;
    return 'worked on';
  });
  await expect(work).resolves.toBe('worked on');
});

it('R1 would end the process without the listener (positive control)', () => {
  const script = `
    import pg from 'pg';
    const pool = new pg.Pool({ connectionString: process.env.DATABASE });
    pool.on('error', () => undefined);
    const client = await pool.connect();
    const { rows } = await client.query('select pg_backend_pid() as backend');
    await pool.query('select pg_terminate_backend($1, 5000)', [rows[0].backend]);
    setTimeout(() => process.exit(0), 2000);`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, DATABASE: database.url('lukou_owner') },
    encoding: 'utf8',
  });
  expect(child.stderr).toContain('57P01');
  expect(child.status).toBe(1);
});
