import { stoppedClock } from '../../src/base/index.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import { type World, WORLD_NOW } from '../world/open-world.ts';

// The transport centre's agreement opens passages for 1,095 days, and shows the hour of each.
const PLANTED = `
  insert into checkpoint.checkpoint (id, division_code, status, category, usage, segment_id, lon, lat, online_label)
  values ('CP-OLD', '150702', 'NORMAL', 'OTHER', 'TRAFFIC', 'G10-001', null, null, 'INTERNAL');
  select ingest.ensure_month('checkpoint.passage', '2023-03-01');
  insert into checkpoint.passage (id, checkpoint_id, division_code, usage, pass_time, vehicle_group, online_label)
  values ('P-0910', 'CP-OLD', '150702', 'TRAFFIC', '2023-03-03T09:10:00+08:00', 'TRUCK', 'RESTRICTED'),
         ('P-0950', 'CP-OLD', '150702', 'TRAFFIC', '2023-03-03T09:50:00+08:00', 'TRUCK', 'RESTRICTED'),
         ('P-1000', 'CP-OLD', '150702', 'TRAFFIC', '2023-03-03T10:00:00+08:00', 'TRUCK', 'RESTRICTED')`;

describe('F Rows that grow too old', () => {
  const clock = stoppedClock(WORLD_NOW);
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld({}, { clock });
    await world.database.ingest.query(PLANTED);
  }, 120_000);
  afterAll(() => world.close());

  async function seenBy(asker: 'transport' | 'analyst', at: string): Promise<readonly string[]> {
    clock.moveTo(`2026-03-02T${at}+08:00`);
    const query = '{ checkpoint(id: "CP-OLD") { passages { id } } }';
    const { body } = await world.ask(asker, query, { purpose: 'ROAD_SAFETY' });
    const { passages } = body.data!['checkpoint'] as { passages: { id: string }[] };
    return passages.map(({ id }) => id).toSorted();
  }

  it('are gone by whole hours, as their time is shown: none tells its minute by the instant at which it ends', async () => {
    expect(await seenBy('transport', '09:00:00')).toEqual(['P-0910', 'P-0950', 'P-1000']);
    for (const at of ['09:00:01', '09:10:01', '09:50:01', '10:00:00'])
      expect([at, await seenBy('transport', at)]).toEqual([at, ['P-1000']]);
    expect(await seenBy('transport', '10:00:01')).toEqual([]);
  });

  it('are still there for those whose agreement names no age', async () => {
    expect(await seenBy('analyst', '10:00:01')).toEqual(['P-0910', 'P-0950', 'P-1000']);
  });
});
