import { createTestDatabase } from '../postgres/database.ts';
import {
  type Followed,
  type LiveWorld,
  openLiveWorld,
  type Told,
  type Way,
} from '../flows/stream/live-world.ts';
import { until } from '../world/until.ts';

const ALARMS = 'subscription ($after: Int) { alarmRaised(afterNumber: $after) { id } }';
const OVERSIGHT = { purpose: 'OVERSIGHT' };
const OWN = 'AG-TRAFFIC-POLICE';

/** Follows like a client that comes back: after the last number that it had, whenever a stream ends. */
async function followOn(world: LiveWorld, way: Way) {
  const past: Told[] = [];
  let isWanted = true;
  const follow = (after: number): Promise<Followed> =>
    world.follow(way, 'steward', ALARMS, { ...OVERSIGHT, variables: { after } });
  let current = await follow(0);
  const heard = (): readonly Told[] =>
    [...past, ...current.told].filter(({ data }) => data?.['alarmRaised'] != null);
  const running = (async () => {
    for (;;) {
      await Promise.race([current.ended, until(() => !isWanted)]);
      if (!isWanted) return;
      const next = await follow(heard().at(-1)?.extensions?.event?.number ?? 0);
      past.push(...current.told);
      current = next;
    }
  })();
  return {
    heard: () => heard().map(({ data }) => data?.['alarmRaised']?.['id']),
    numbers: () => heard().map(({ extensions }) => extensions?.event?.number),
    async stop() {
      isWanted = false;
      await running;
      current.stop();
    },
  };
}

it('R7 while PostgreSQL ends every connection again and again, no alarm is lost and none repeated at any gateway', async () => {
  const database = await createTestDatabase();
  const first = await openLiveWorld({ LUKOU_LOG: 'first' }, { database });
  const second = await openLiveWorld({ LUKOU_LOG: 'second' }, { database });
  const followers = [
    await followOn(first, 'graphql-sse'),
    await followOn(first, 'graphql-ws'),
    await followOn(second, 'graphql-ws'),
  ];
  for (let round = 0; round < 4; round += 1) {
    // Some meet a connection that was just cut: whether they are kept, the table says.
    for (let alarm = 0; alarm < 5; alarm += 1) await first.raiseAlarm(OWN).catch(() => undefined);
    await database.admin((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    );
  }
  const raised = await database.admin(async (client) => {
    const { rows } = await client.query<{ row_id: string }>(
      'select row_id from live.event where audience = $1 order by number',
      [OWN],
    );
    return rows.map(({ row_id: id }) => id);
  });
  expect(raised.length).toBeGreaterThan(10);
  await until(() => followers.every(({ heard }) => heard().length >= raised.length));
  for (const follower of followers) {
    expect(follower.heard()).toEqual(raised);
    expect(follower.numbers()).toEqual(raised.map((_id, at) => at + 1));
    await follower.stop();
  }
  await second.gateway.close();
  await first.close();
}, 120_000);

it('an alarm that is raised at one gateway is heard at another', async () => {
  const database = await createTestDatabase();
  const here = await openLiveWorld({ LUKOU_LOG: 'here' }, { database });
  const there = await openLiveWorld({ LUKOU_LOG: 'there' }, { database });
  const followed = await there.follow('graphql-sse', 'steward', ALARMS, OVERSIGHT);
  const tookMs: number[] = [];
  for (let time = 0; time < 21; time += 1) {
    const startedMs = performance.now();
    await here.raiseAlarm(OWN);
    while (followed.told.length <= time) await new Promise((resolve) => setImmediate(resolve));
    tookMs.push(performance.now() - startedMs);
  }
  followed.stop();
  await here.gateway.close();
  await there.close();
  const medianMs = tookMs.toSorted((a, b) => a - b)[10]!;
  process.stderr.write(
    `from a row’s insert to its event at another gateway: median ${medianMs.toFixed(1)} ms\n`,
  );
  expect(medianMs).toBeLessThan(1_000);
}, 60_000);
