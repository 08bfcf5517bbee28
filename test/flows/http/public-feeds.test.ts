import { stoppedClock } from '../../../src/base/index.ts';
import { createTestDatabase } from '../../postgres/database.ts';
import { copyAgreements } from '../../world/copy-agreements.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import { openWorld, type World, WORLD_NOW } from '../../world/open-world.ts';
import { queryRecords, RECORDS } from '../../world/query-records.ts';
import { cifsFeed, wzdxFeed } from './feed-schemas.ts';

const WZDX = '/public/wzdx.geojson';
const CIFS = '/public/cifs.json';
const get = (world: World, url: string, headers: Record<string, string> = {}) =>
  world.gateway.app.inject({ method: 'GET', url, headers });

describe('Public travel information', () => {
  const clock = stoppedClock(WORLD_NOW);
  let nowMs = Date.parse(WORLD_NOW);
  let world: World;
  let segmentId: string;
  beforeAll(async () => {
    world = await openSampleWorld({}, { clock });
    const { rows } = await world.database.ingest.query<{ id: string }>(
      'select id from traffic.road_segment where geometry is not null order by id limit 1',
    );
    segmentId = rows[0]!.id;
  }, 180_000);
  afterAll(() => world.close());
  // What was kept for the test before is not kept any more.
  beforeEach(() => later(60));

  function later(seconds: number): void {
    nowMs += seconds * 1_000;
    clock.moveTo(new Date(nowMs).toISOString());
  }

  async function report(id: string, change: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const event = {
      event_kind: 'CLOSURE',
      status: 'ACTIVE',
      segment_id: segmentId,
      road_code: 'X904',
      vehicle_impact: 'ALL_LANES_CLOSED',
      valid_from: '2026-03-01T08:00:00+08:00',
      ...change,
    };
    const columns = Object.keys(event);
    await world.database.ingest.query(
      `insert into traffic.road_event (id, online_label, ${columns.join(', ')})
         values ($1, 'PUBLIC', ${columns.map((_name, at) => `$${at + 2}`).join(', ')})`,
      [id, ...Object.values(event)],
    );
  }
  const incidents = async () =>
    cifsFeed.parse((await get(world, CIFS)).json()).incidents.map(({ incident }) => incident);

  it('is a feed of WZDx 4.2 with the winter’s closures', async () => {
    const { statusCode, headers, body } = await get(world, WZDX);
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/geo+json']);
    const { features } = wzdxFeed.parse(JSON.parse(body));
    expect(features.length).toBeGreaterThan(3);
    expect(features[0]!.properties).toMatchObject({
      vehicle_impact: 'all-lanes-closed',
      // Nobody knows when it ends: it lasts tomorrow still.
      end_date: '2026-03-03T16:00:00Z',
      is_end_date_verified: false,
    });
  });

  it('tells of the ways around, as road events of their own, drawn where all of them is known and open', async () => {
    const { features } = wzdxFeed.parse((await get(world, WZDX)).json());
    const detours = features.filter(({ properties }) => properties.core_details.event_type === 'detour');
    expect(detours.map(({ id }) => id)).toEqual(
      ['EV-CL-0094', 'EV-CL-0096', 'EV-CL-0097'].map((id) => `${id}-detour`),
    );
    const [closure, detour] = ['EV-CL-0096', 'EV-CL-0096-detour'].map((wanted) =>
      features.find(({ id }) => id === wanted),
    );
    expect(closure?.properties.core_details).toMatchObject({
      description: '绕行：G331 K4198+576—K4333+600，S201 K165+053—K205+677',
      related_road_events: [{ type: 'related-detour', id: 'EV-CL-0096-detour' }],
    });
    expect(detour?.properties.core_details).toMatchObject({
      road_names: ['G331', 'S201'],
      related_road_events: [{ type: 'related-work-zone', id: 'EV-CL-0096' }],
    });
    // From 甘河 by 根河 to 图里河, and nothing that jumps.
    const course = detour!.geometry.coordinates;
    expect([course[0], course.at(-1)]).toEqual([
      [123.22, 50.65],
      [121.68, 50.47],
    ]);
    const leaps = course
      .slice(1)
      .map(([lon, lat], at) => Math.hypot(lon - course[at]![0], lat - course[at]![1]));
    expect(Math.max(...leaps)).toBeLessThan(0.4);
    // The road that it would lead over is shut.
    const shut = features.find(({ id }) => id === 'EV-CL-0095');
    expect(shut?.properties.core_details).not.toHaveProperty('description');
    expect((await incidents()).find(({ id }) => id === 'EV-CL-0096')?.description).toBe(
      '绕行：G331 K4198+576—K4333+600，S201 K165+053—K205+677',
    );
  });

  it('draws of a way around what lies between its stakes, in its direction', async () => {
    const { rows } = await world.database.ingest.query<{
      road: string;
      start: number;
      end: number;
      course: [number, number][];
    }>(
      `select road_code as road, start_stake_m as start, end_stake_m as "end", geometry -> 'coordinates' as course
         from traffic.road_segment where road_code = 'G331' and geometry is not null order by start_stake_m limit 1`,
    );
    const { road, start, end, course } = rows[0]!;
    const at = (share: number): number => Math.round(start + (end - start) * share);
    const legs = JSON.stringify([{ roadCode: road, fromStakeM: at(0.9), toStakeM: at(0.1) }]);
    await report('partly', { detour_legs: legs });
    const { features } = wzdxFeed.parse((await get(world, WZDX)).json());
    const drawn = features.find(({ id }) => id === 'partly-detour')!.geometry.coordinates;
    expect(drawn.slice(1, -1)).toEqual(course.slice(1, -1).toReversed());
    const isBetween = ([lon]: readonly number[], one: readonly number[], other: readonly number[]): boolean =>
      lon! > Math.min(one[0]!, other[0]!) && lon! < Math.max(one[0]!, other[0]!);
    expect(isBetween(drawn[0]!, course.at(-1)!, course.at(-2)!)).toBe(true);
    expect(isBetween(drawn.at(-1)!, course[0]!, course[1]!)).toBe(true);
  });

  it('draws an event that says itself where it is there, and names its road as it does', async () => {
    const course = [
      [119.7, 49.2],
      [119.8, 49.3],
    ];
    await report('itself', {
      segment_id: null,
      road_code: null,
      road_name: 'I-70',
      direction: 'DOWN',
      geometry: JSON.stringify({ type: 'LineString', coordinates: course }),
    });
    await report('restricted', { confidentiality: 'RESTRICTED_TO_AUTHORITIES' });
    const { features } = wzdxFeed.parse((await get(world, WZDX)).json());
    const told = features.find(({ id }) => id === 'itself');
    expect([told?.properties.core_details.road_names, told?.geometry.coordinates]).toEqual([
      ['I-70'],
      course,
    ]);
    expect(features.map(({ id }) => id)).not.toContain('restricted');
  });

  it('is a CIFS feed, in latitude and longitude, along the direction of travel', async () => {
    await report('up', { direction: 'UP', valid_to: '2026-03-05T08:00:00+08:00' });
    await report('down', { direction: 'DOWN', event_kind: 'ROADWORKS', vehicle_impact: 'SOME_LANES_CLOSED' });
    const [down, up] = (await incidents()).filter(({ id }) => ['up', 'down'].includes(id));
    expect(up).toMatchObject({
      type: 'ROAD_CLOSED',
      subtype: 'ROAD_CLOSED_HAZARD',
      direction: 'ONE_DIRECTION',
      starttime: '2026-03-01T08:00:00+08:00',
      endtime: '2026-03-05T08:00:00+08:00',
    });
    expect(down).toMatchObject({ type: 'HAZARD', subtype: 'HAZARD_ON_ROAD_CONSTRUCTION' });
    const pairs = (polyline: string): string[] => polyline.match(/\S+ \S+/g)!;
    expect(pairs(down!.polyline)).toEqual(pairs(up!.polyline).toReversed());
    const { rows } = await world.database.ingest.query<{ lon: number; lat: number }>(
      `select (geometry #>> '{coordinates,0,0}')::float8 as lon, (geometry #>> '{coordinates,0,1}')::float8 as lat
         from traffic.road_segment where id = $1`,
      [segmentId],
    );
    expect(pairs(up!.polyline)[0]).toBe(`${rows[0]!.lat.toFixed(6)} ${rows[0]!.lon.toFixed(6)}`);
  });

  it('tells of nothing that is not verified, not real, over, or of no place', async () => {
    await report('told');
    await report('unverified', { status: 'REPORTED' });
    await report('false', { status: 'FALSE_ALARM' });
    await report('cleared', { status: 'CLEARED' });
    await report('exercise', { information_status: 'SECURITY_EXERCISE' });
    await report('over', { valid_to: '2026-03-02T08:00:00+08:00' });
    await report('nowhere', { segment_id: null });
    const ids = (await incidents()).map(({ id }) => id);
    expect(ids.filter((id) => !id.startsWith('EV-'))).toEqual(expect.arrayContaining(['told']));
    const hidden = new Set(['unverified', 'false', 'cleared', 'exercise', 'over', 'nowhere']);
    expect(ids.filter((id) => hidden.has(id))).toEqual([]);
  });

  it('is read once for all who ask in half a minute, and not sent again to whoever has it', async () => {
    const { headers } = await get(world, WZDX);
    const sent = world.statements.length;
    const etag = headers['etag'] as string;
    expect(headers['cache-control']).toBe('public, max-age=30');
    const again = await get(world, WZDX, { 'if-none-match': etag });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    expect((await get(world, WZDX, { 'if-none-match': `"other", W/${etag}` })).statusCode).toBe(304);
    expect((await get(world, WZDX, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    await Promise.all([get(world, CIFS), get(world, CIFS)]);
    expect(world.statements.length).toBe(sent);
    // Half a minute later it is read again, and is the same.
    later(31);
    expect((await get(world, WZDX, { 'if-none-match': etag })).statusCode).toBe(304);
    expect(world.statements.length).toBeGreaterThan(sent);
    await report('new');
    later(31);
    expect((await get(world, WZDX, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('is an answer to the public, recorded as such, whatever token is shown', async () => {
    const authorization = `Bearer ${await world.tokenFor('transport')}`;
    const { body } = await get(world, CIFS, { authorization, 'lukou-purpose': 'ROAD_SAFETY' });
    cifsFeed.parse(JSON.parse(body));
    const [newest] = await queryRecords<{ leaf: Buffer }>(
      world.database.log,
      `select leaf from ${RECORDS} where log = $1 order by index desc limit 1`,
      [world.gateway.audit.log],
    );
    const leaf = JSON.parse(newest!.leaf.toString('utf8')) as Leaf;
    expect(leaf).toMatchObject({
      stage: 'RELEASE',
      actor: { role: 'public', agency: null },
      op: { name: 'PublicTravelInformation' },
    });
    expect(leaf.fields.map(([name]) => name.split('.')[0])).toEqual(
      expect.not.arrayContaining(['Checkpoint', 'CheckpointPassage', 'Violation', 'Gantry']),
    );
    expect(new Set(leaf.fields.map(([, decision]) => decision))).toEqual(
      new Set(['allow', 'filter:allow', 'sort:allow']),
    );
  });

  it('is nowhere else, and asked for in no other way', async () => {
    for (const url of ['/public/', '/public/police.json', `${WZDX}/`])
      expect([url, (await get(world, url)).statusCode]).toEqual([url, 404]);
    const posted = await world.gateway.app.inject({ method: 'POST', url: WZDX });
    expect(posted.statusCode).toBe(404);
  });
});

it.each([
  ['where it is turned off', { LUKOU_PUBLIC_FEEDS: 'off' }, 404],
  ['with real issuers, unless it is turned on', { LUKOU_ISSUERS: '/etc/lukou/issuers.yaml' }, 404],
  ['where only published documents are answered', { LUKOU_DOCUMENTS: 'trusted' }, 200],
])(
  'Public travel information %s',
  async (_where, settings, status) => {
    const world = await openWorld(await createTestDatabase(), settings);
    try {
      expect((await get(world, WZDX)).statusCode).toBe(status);
    } finally {
      await world.close();
    }
  },
  120_000,
);

it('Public travel information is refused, and not empty, where no agreement opens it', async () => {
  await using agreements = await copyAgreements({
    'transport-centre-to-public.yaml': (text) => text.replace('      - Query.roadEvents\n', ''),
  });
  const world = await openWorld(await createTestDatabase(), { LUKOU_AGREEMENTS: agreements.folder });
  try {
    const { statusCode, body } = await get(world, CIFS);
    expect([statusCode, body.includes('incidents')]).toEqual([403, false]);
    expect(body).toContain('PUBLIC_FEED_CLOSED');
  } finally {
    await world.close();
  }
}, 120_000);

interface Leaf {
  readonly fields: readonly (readonly [name: string, decision: string])[];
}
