import type { TestDatabase } from '../../postgres/database.ts';
import { until } from '../../world/until.ts';
import { type Followed, type LiveWorld, openLiveWorld } from './live-world.ts';

const STREAMS = 12;
/** A test database has four connections, and streams are answered in half of them. */
const AT_ONCE = 2;
const EVENTS = 'subscription { roadEventChanged { id segment { id roadName } } }';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld({ LUKOU_MAX_STREAMS: String(STREAMS) });
}, 120_000);
afterAll(() => world.close());

/** Statements that wait for the lock now. */
async function countHeld(): Promise<number> {
  const { rows } = await database().admin((client) =>
    client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
    ),
  );
  return rows[0]!.count;
}

function database(): TestDatabase {
  return world.database as TestDatabase;
}

it('G11 Streams that wake up together are answered a few at a time, and requests beside them', async () => {
  const streams: Followed[] = [];
  for (let at = 0; at < STREAMS; at += 1)
    streams.push(await world.follow('graphql-ws', 'analyst', EVENTS, { purpose: 'ROAD_SAFETY' }));
  await database().admin(async (client) => {
    await client.query('begin');
    // Whoever reads a segment is held from here on.
    await client.query('lock table traffic.road_segment in access exclusive mode');
    await world.reportRoadEvent('woken', { segment_id: 'somewhere' });
    await until(async () => (await countHeld()) === AT_ONCE);
    const asked = await world.ask('analyst', '{ checkpoints { nodes { id } } }', { purpose: 'ROAD_SAFETY' });
    expect(asked.body.errors).toBeUndefined();
    expect(asked.body.data).toEqual({ checkpoints: { nodes: [] } });
    // Nobody has been answered, and no more than these are being.
    expect(await countHeld()).toBe(AT_ONCE);
    expect(streams.flatMap(({ told }) => told)).toEqual([]);
    await client.query('commit');
  });
  await until(() => streams.every(({ told }) => told.length > 0));
  expect(streams.map(({ told }) => told[0]!.data?.['roadEventChanged']?.['id'])).toEqual(
    streams.map(() => 'woken'),
  );
  for (const { stop } of streams) stop();
}, 60_000);
