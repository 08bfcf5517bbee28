import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { TestDatabase } from '../postgres/database.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';

const QUERY = '{ roadSegment(id: "G10-001") { roadName checkpoints { id } } }';
const SAFETY = { purpose: 'ROAD_SAFETY' };

describe('R1 A database backend that is killed under the gateway', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  const admin = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
    (world.database as TestDatabase).admin(work);

  async function expectAnswered(): Promise<void> {
    const { status, body } = await world.ask('analyst', QUERY, SAFETY);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body.data).toEqual({ roadSegment: { roadName: '绥满高速', checkpoints: [{ id: 'CP-001' }] } });
  }

  it('idle, takes nothing with it: the next request is answered', async () => {
    await expectAnswered();
    expect(await admin(killOthers)).toBeGreaterThan(1);
    await admin(untilAlone);
    await expectAnswered();
  });

  it('at work, costs its own fields only; the request is still recorded, and the next one is answered', async () => {
    const reply = await admin(async (client) => {
      await client.query('begin; lock table checkpoint.checkpoint in access exclusive mode');
      const asked = world.ask('analyst', QUERY, SAFETY);
      await untilOneWaits(client);
      expect(await kill(client, "and wait_event_type = 'Lock'")).toBe(1);
      const answered = await asked;
      await client.query('rollback');
      return answered;
    });
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual({ roadSegment: { roadName: '绥满高速', checkpoints: null } });
    expect(reply.body.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['roadSegment', 'checkpoints'], 'SUBGRAPH_FAULT'],
    ]);
    await expectAnswered();
  });

  it('under the log, costs the answer: 503 and no data, and the next one is answered', async () => {
    const reply = await admin(async (client) => {
      await client.query('begin; lock table oversight.log_batch in access exclusive mode');
      const asked = world.ask('public', '{ roadSegment(id: "G10-001") { roadName } }');
      await untilOneWaits(client);
      expect(await kill(client, "and wait_event_type = 'Lock'")).toBe(1);
      const answered = await asked;
      await client.query('rollback');
      return answered;
    });
    expect([reply.status, reply.body.data]).toEqual([503, undefined]);
    expect(reply.text).not.toContain('绥满');
    expect(world.faults.at(-1)).toMatchObject({
      code: 'AUDIT_UNAVAILABLE',
      cause: { code: 'STORAGE_FAULT', detail: 'SQLSTATE 57P01.' },
    });
    await expectAnswered();
  });

  it('of every pool, again and again while requests run, leaves a process that answers', async () => {
    const asking = (async () => {
      const statuses = new Set<number>();
      for (let at = 0; at < 40; at += 1) statuses.add((await world.ask('analyst', QUERY, SAFETY)).status);
      return statuses;
    })();
    for (let round = 0; round < 5; round += 1) {
      await admin(killOthers);
      await sleep(20);
    }
    for (const status of await asking) expect([200, 503]).toContain(status);
    await expectAnswered();
  });
});

const OTHERS = "datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'";

async function kill(client: pg.Client, which = ''): Promise<number> {
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where ${OTHERS} ${which}`,
  );
  return rowCount ?? 0;
}

const killOthers = (client: pg.Client): Promise<number> => kill(client);

async function countOthers(client: pg.Client, which = ''): Promise<number> {
  const { rowCount } = await client.query(`select from pg_stat_activity where ${OTHERS} ${which}`);
  return rowCount ?? 0;
}

/** The gateway hears of a lost connection a moment after it is gone. */
async function untilAlone(client: pg.Client): Promise<void> {
  while ((await countOthers(client)) > 0) await sleep(5);
  await sleep(20);
}

async function untilOneWaits(client: pg.Client): Promise<void> {
  while ((await countOthers(client, "and wait_event_type = 'Lock'")) === 0) await sleep(5);
}
